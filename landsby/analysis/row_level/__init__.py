"""Estimators that cells cannot carry, on the rows themselves."""
