"""The one expression that makes cells of rows, the same for every engine that Ibis speaks to.

Sums must not depend on the engine, the order of rows or the number of threads, so every value is first made a whole
number. Whole numbers that are summed as floating point are exact as long as no sum can pass 2^53. That is what is done
where the recipe's limits allow it, for it is quick; otherwise they are summed as DECIMAL. Which of the two was right is
known from the counts afterwards, and both give the same digits.
"""

from __future__ import annotations

from enum import StrEnum

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from landsby.analysis.cells.tally import MOVED, ROWS, columns_of, pairs_of
from landsby.evaluation.designs.recipe import Recipe, Variable

EXACT_BELOW = 2**53
"""Every whole number up to here is a floating point number, and so is every sum of them that stays below."""

KEYS = ("area", "period", "cohort", "cluster")
STRATUM = "stratum_"


class Summing(StrEnum):
    """How whole numbers are summed."""

    FLOATING = "floating"
    DECIMAL = "decimal"


def summing_for(recipe: Recipe, rows_in_a_cell: int) -> Summing:
    """The quickest way that is exact when no cell has more rows than that."""
    return Summing.FLOATING if rows_in_a_cell * _largest_product(recipe) < EXACT_BELOW else Summing.DECIMAL


def tally_expression(rows: ir.Table, recipe: Recipe, summing: Summing) -> ir.Table:
    """Rows grouped into cells: keys and strata by name, then one column for each of `columns_of`, called v0, v1, ….

    Args:
        rows: a table with the recipe's columns, numbers as numbers.
        recipe: what is read.
        summing: how the sums are formed.
    """
    stored = rows.select(**_keys_of(rows, recipe), **_stored(rows, recipe, summing))
    whole = stored.mutate(**_complete(stored, recipe)) if recipe.covariates else stored
    keys = [name for name in whole.columns if name in KEYS or name.startswith(STRATUM)]
    measures = _measures(whole, recipe, summing)
    return whole.group_by(keys).aggregate(
        **{f"v{place}": measures[name] for place, name in enumerate(columns_of(recipe))}
    )


def _largest_product(recipe: Recipe) -> float:
    return max(variable.largest_stored for variable in recipe.variables) ** 2


def _keys_of(rows: ir.Table, recipe: Recipe) -> dict[str, ir.Column]:
    columns = recipe.columns
    named = {"area": columns.area, "period": columns.period, "cohort": columns.cohort, "cluster": columns.cluster}
    keys = {name: rows[column] for name, column in named.items() if column is not None}
    return keys | {f"{STRATUM}{place}": rows[column] for place, column in enumerate(columns.strata)}


def _stored(rows: ir.Table, recipe: Recipe, summing: Summing) -> dict[str, ir.Column]:
    """Each variable as it is and as a whole number (null where impossible), and whether a child had moved."""
    columns: dict[str, ir.Column] = {}
    for variable in recipe.variables:
        value = rows[variable.column]
        columns[f"known_{variable.id}"] = value
        columns[f"whole_{variable.id}"] = _whole(value, variable, summing)
    if recipe.columns.area_now is not None:
        columns[MOVED] = rows[recipe.columns.area] != rows[recipe.columns.area_now]
    return columns


@ibis.udf.scalar.builtin(name="floor", signature=((dt.float64,), dt.int64))
def _floor(value: ir.NumericValue) -> ir.IntegerValue:
    """The engine's own floor, a floating point number on DuckDB and a whole one on Spark: what comes of it is cast.

    Ibis would make an integer of it first. That costs a tenth of the scan, and a floating point number is wanted.
    """


def _whole(value: ir.Column, variable: Variable, summing: Summing) -> ir.NumericColumn:
    """The value as a whole number of its last decimal; null where it is impossible."""
    kind = "float64" if summing is Summing.FLOATING else "int64"
    number = value.cast("int8") if value.type().is_boolean() else value
    if value.type().is_boolean() and variable.decimals == 0 and variable.low <= 0 and variable.high >= 1:
        return number.cast(kind)
    if number.type().is_integer() and variable.decimals == 0:
        whole = number
    else:
        # The same three steps of IEEE arithmetic on every engine; their own ways of rounding differ.
        scaled = number.cast("float64") * float(variable.scale) + 0.5
        whole = _floor(scaled) if summing is Summing.FLOATING else scaled.floor()
    return ibis.ifelse(number.between(variable.low, variable.high), whole.cast(kind), None)


def _complete(stored: ir.Table, recipe: Recipe) -> dict[str, ir.Column]:
    """For each outcome its variables where all of them are possible, else null."""
    complete: dict[str, ir.Column] = {}
    for outcome in recipe.outcomes:
        names = list(recipe.scales(outcome))
        for name in names:
            # Where it is null itself, it stays so.
            others = [stored[f"whole_{other}"].notnull() for other in names if other != name]
            complete[f"with_{outcome.id}_{name}"] = ibis.ifelse(ibis.and_(*others), stored[f"whole_{name}"], None)
    return complete


def _measures(whole: ir.Table, recipe: Recipe, summing: Summing) -> dict[str, ir.Scalar]:
    measures: dict[str, ir.Scalar] = {ROWS: whole.count()}
    moved = whole[MOVED].sum() if MOVED in whole.columns else ibis.literal(0)
    measures[MOVED] = moved
    for outcome in recipe.outcomes:
        prefix = f"with_{outcome.id}_" if recipe.covariates else "whole_"
        measures[f"{outcome.id}:known"] = whole[f"known_{outcome.id}"].count()
        measures[f"{outcome.id}:possible"] = whole[f"whole_{outcome.id}"].count()
        measures[f"{outcome.id}:n"] = whole[f"{prefix}{outcome.id}"].count()
        for name in recipe.scales(outcome):
            measures[f"{outcome.id}:sum:{name}"] = _sum(whole[f"{prefix}{name}"], summing)
        for one, other in pairs_of(recipe, outcome):
            product = whole[f"{prefix}{one}"] * whole[f"{prefix}{other}"]
            measures[f"{outcome.id}:product:{one}:{other}"] = _sum(product, summing)
    return measures


def _sum(whole: ir.NumericColumn, summing: Summing) -> ir.Scalar:
    return whole.sum() if summing is Summing.FLOATING else whole.cast("decimal(18, 0)").sum()
