"""Cells: what the estimates need to know of the rows, how it is made, and what it shows by itself."""
