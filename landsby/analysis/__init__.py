"""The house that meets the rows: data in, cells out.

Rows about children are read where they lie, by one Ibis expression on DuckDB or on Spark, and leave this house only as
sums over areas, periods, cohorts and strata. No Django here.
"""
