"""Counting ahead of time: how the database notes what changed, and how those cells are counted again."""
