"""The evaluation house: do the children fare better, and how sure may we be?

Pure numbers: cells (sums over areas, periods, birth cohorts and strata) in, frozen results out. No Django, no data
engine, no data frames. What a function cannot answer it refuses with a `Problem` that names its cure, never with a
silent number.
"""
