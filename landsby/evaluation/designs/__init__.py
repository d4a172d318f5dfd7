"""Declared designs: what shall be compared with what, and how, said before the outcome is seen."""
