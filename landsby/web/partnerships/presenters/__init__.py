"""The room's things in the reader's words, one module per page."""
