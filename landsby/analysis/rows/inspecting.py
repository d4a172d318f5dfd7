"""Is this the kind of data that the recipe speaks of? Doubts about rows, told by count before any number is made."""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir

from landsby.analysis.problems import doubt
from landsby.analysis.rows.doubles import doubles_among
from landsby.analysis.rows.readable import readable
from landsby.analysis.rows.sources import Rows
from landsby.evaluation.designs.recipe import Recipe, Variable
from landsby.evaluation.problems import Problem, Severity

LOOKED_AT = 100_000
"""Rows that are looked at for how values are written. Doubles are looked for among all."""

CIVIL = r"^\s*(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}\s*$"
"""Ten digits that begin with a day and a month. Moduli are not tested: newer numbers do not have them."""
CIVIL_WITHOUT_ZERO = r"^\s*[1-9](0[1-9]|1[0-2])[0-9]{2}[0-9]{4}\s*$"
"""The same as a number, which has lost its leading zero."""
SOME = 0.2
"""Share of values that look so before a column of ten digits is taken to be one; of random ones it is 0.04."""
MOST_IMPOSSIBLE = 0.05
"""A greater share of impossible values, in all or in one area, is taken to be a wrong unit; nothing is computed."""
ROUNDED = 0.001
"""Share of values with more decimals than said before it is worth a word."""


def problems_of_rows(rows: Rows, recipe: Recipe) -> Iterator[Problem]:
    """What is wrong with the rows beside what the counts in the tally tell.

    Raises:
        Refused: `column_absent`, `column_not_a_number`.
    """
    table = readable(rows.table, recipe)
    yield from problems_of_identity(rows)
    yield from _problems_of_decimals(rows, table, recipe)
    yield from _problems_of_covariates(rows, table, recipe)
    if recipe.columns.person is None:
        yield doubt("persons_unknown", Severity.NOTE)
        return
    doubles = doubles_among(rows, table, recipe.columns)
    if doubles.persons:
        yield doubt("persons_double", **doubles._asdict())


def problems_of_identity(rows: Rows) -> Iterator[Problem]:
    """Every column of the data is looked at, whether the recipe reads it or not."""
    table = rows.table
    could_be = [name for name in table.columns if table[name].type().is_string() or table[name].type().is_numeric()]
    if not could_be:
        return
    looked_at = table.select(could_be).limit(LOOKED_AT)
    measures: dict[str, ir.Scalar] = {}
    for place, name in enumerate(could_be):
        written = _written(looked_at[name])
        alike = written.re_search(CIVIL) | written.re_search(CIVIL_WITHOUT_ZERO)
        measures[f"n{place}"] = looked_at[name].count()
        measures[f"alike{place}"] = alike.sum()
        measures[f"dashed{place}"] = (alike & written.contains("-")).sum()
    found = rows.fetched_row(looked_at.aggregate(**measures))
    for place, name in enumerate(could_be):
        of, alike, dashed = (found[f"{what}{place}"] or 0 for what in ("n", "alike", "dashed"))
        if dashed or alike > SOME * of:
            yield doubt("civil_registration_numbers", name=name)


def _written(column: ir.Column) -> ir.Value:
    """A column as text; whole numbers that a program keeps as floating ones without their ".0"."""
    if not column.type().is_floating():
        return column.cast("string")
    within = column.between(1e8, 1e10)
    return ibis.ifelse(within & (column == column.floor()), column, None).cast("int64").cast("string")


def _problems_of_decimals(rows: Rows, table: ir.Table, recipe: Recipe) -> Iterator[Problem]:
    variables = [variable for variable in recipe.variables if table[variable.column].type().is_floating()]
    if not variables:
        return
    looked_at = table.select([variable.column for variable in variables]).limit(LOOKED_AT)
    measures: dict[str, ir.Scalar] = {}
    for variable in variables:
        value = looked_at[variable.column]
        scaled = ibis.ifelse(_possible(value, variable), value * float(variable.scale), None)
        away = (scaled - (scaled + 0.5).floor().cast("float64")).abs()
        measures[f"{variable.id}_n"] = value.count()
        measures[f"{variable.id}_more"] = (away > 1e-4).sum()
    found = rows.fetched_row(looked_at.aggregate(**measures))
    for variable in variables:
        if (found[f"{variable.id}_more"] or 0) > ROUNDED * found[f"{variable.id}_n"]:
            yield doubt("decimals_too_few", Severity.WARNING, name=variable.id, decimals=variable.decimals)


def _problems_of_covariates(rows: Rows, table: ir.Table, recipe: Recipe) -> Iterator[Problem]:
    """Covariates of another unit than the design says: their rows would all but vanish from every outcome."""
    if not recipe.covariates:
        return
    looked_at = table.select([variable.column for variable in recipe.covariates]).limit(LOOKED_AT)
    measures: dict[str, ir.Scalar] = {}
    for variable in recipe.covariates:
        value = looked_at[variable.column]
        measures[f"{variable.id}_n"] = value.count()
        measures[f"{variable.id}_out"] = ibis.ifelse(_possible(value, variable), 0, 1).sum(where=value.notnull())
    found = rows.fetched_row(looked_at.aggregate(**measures))
    for variable in recipe.covariates:
        out, of = found[f"{variable.id}_out"] or 0, found[f"{variable.id}_n"]
        if out > MOST_IMPOSSIBLE * of:
            limits = {"low": f"{variable.low:g}", "high": f"{variable.high:g}"}
            yield doubt("covariate_out_of_limits", name=variable.id, share=f"{100 * out / of:.0f}", **limits)


def _possible(value: ir.NumericColumn, variable: Variable) -> ir.BooleanColumn:
    return value.between(variable.low, variable.high)


def factor_that_fits(rows: Rows, recipe: Recipe, variable: Variable) -> str:
    """By what the values of a variable must be divided to be possible, or "" if no such factor is known."""
    column = readable(rows.table, recipe)[variable.column]
    looked_at = column.as_table().limit(LOOKED_AT)
    value = looked_at[variable.column]
    measures = {
        f"f{place}": ibis.ifelse(_possible(value / factor, variable), 1, 0).sum()
        for place, (factor, _) in enumerate(FACTORS)
    }
    found = rows.fetched_row(looked_at.aggregate(n=value.count(), **measures))
    for place, (_, written) in enumerate(FACTORS):
        if found["n"] and (found[f"f{place}"] or 0) > 0.95 * found["n"]:
            return written
    return ""


FACTORS = ((100.0, "100"), (1000.0, "1000"), (10.0, "10"), (0.01, "0.01"), (0.001, "0.001"), (0.1, "0.1"))
"""What units differ by: cm and m, g and kg, mm and cm, percent and shares."""
