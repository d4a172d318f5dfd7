"""What every room builds with and that knows no room: page, forms, audit, exports, charts."""
