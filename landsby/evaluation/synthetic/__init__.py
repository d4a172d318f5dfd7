"""Comparison areas made by weighting others: synthetic control, with ridge augmentation, and synthetic differences."""
