"""iCalendar (RFC 5545), out and in: what a calendar elsewhere is told, and what is read from one."""
