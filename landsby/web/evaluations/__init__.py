"""Evaluations: designs that are declared before anybody sees the outcome, their runs, and what came of them."""
