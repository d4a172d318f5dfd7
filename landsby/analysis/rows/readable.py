"""Columns as the expression wants them: numbers as numbers, periods as whole numbers, whatever the file wrote."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from landsby.analysis.problems import doubt
from landsby.blueprint.shape import nearest
from landsby.evaluation.designs.recipe import Recipe
from landsby.evaluation.problems import Problem, Refused, named

NOTHING = ("", ".", "NA", "NaN", "nan", "NULL", "null")
"""What statistics programs write for a value that is not there."""


def readable(rows: ir.Table, recipe: Recipe) -> ir.Table:
    """The recipe's columns, with text that holds numbers read as numbers (decimal point or comma).

    Text that is no number becomes one that is not possible (NaN), so that it is counted as such and not as missing.

    Raises:
        Refused: `column_absent`, `column_not_a_number`.
    """
    refuse_absent(rows, recipe)
    columns = recipe.columns
    changed: dict[str, ir.Column] = {}
    for name in filter(None, (columns.period, columns.cohort)):
        changed[name] = _whole(rows[name])
    for name in dict.fromkeys(variable.column for variable in recipe.variables):
        if rows[name].type().is_string():
            changed[name] = _number(rows[name])
        elif not (rows[name].type().is_numeric() or rows[name].type().is_boolean()):
            raise Refused([doubt("column_not_a_number", name=name, kind=str(rows[name].type()))])
    for name in filter(None, (columns.area_now, *columns.strata)):
        if not rows[name].type().is_string():
            changed[name] = rows[name].cast("string")
    if columns.area_now is not None:
        changed[columns.area] = rows[columns.area].cast("string")
    return rows.mutate(**changed) if changed else rows


def refuse_absent(rows: ir.Table, recipe: Recipe) -> None:
    """Refuse with every column that the recipe names and the rows have not.

    Raises:
        Refused: `column_absent`, once for each.
    """
    there, asked = list(rows.columns), names_of(recipe)
    problems: list[Problem] = []
    for name in asked:
        if name not in there:
            near = nearest(name, there)
            known = [*([near] if near else []), *(other for other in there if other != near)]
            problems.append(doubt("column_absent", name=name, known=named(known, most=20)))
    if len(problems) == len(asked):
        raise Refused([doubt("columns_absent", names=named(asked, most=20), known=named(there, most=20))])
    if problems:
        raise Refused(problems)


def names_of(recipe: Recipe) -> list[str]:
    """The names of all columns that a recipe reads, each once."""
    columns = recipe.columns
    places = (columns.area, columns.period, columns.cohort, columns.person, columns.cluster, columns.area_now)
    named = [name for name in places if name is not None]
    return list(dict.fromkeys([*named, *columns.strata, *(variable.column for variable in recipe.variables)]))


def _whole(column: ir.Column) -> ir.Column:
    kind = column.type()
    if kind.is_temporal():
        return column.year()
    return column.strip().try_cast("int64") if kind.is_string() else column


def _number(column: ir.StringColumn) -> ir.NumericColumn:
    written = column.strip().replace(",", ".")
    unreadable = ibis.ifelse(written.isnull() | written.isin(NOTHING), None, float("nan"))
    return ibis.coalesce(written.try_cast("float64"), unreadable)
