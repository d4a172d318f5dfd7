"""Estimators on cells: least squares, group-time effects, imputation, and how sure one figure is."""
