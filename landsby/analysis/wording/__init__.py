"""What can be wrong with data: what is said, and what to do about it, by code."""
