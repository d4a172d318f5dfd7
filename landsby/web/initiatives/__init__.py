"""Initiatives: what a programme tries, spreads, keeps and drops, and the trials along the way."""
