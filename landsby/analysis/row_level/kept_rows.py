"""The rows that an outcome's cells are made of, in memory, for those estimators that need them one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir
import numpy as np

from landsby.analysis.cells.areas import renamed
from landsby.analysis.cells.gathering import label
from landsby.analysis.rows.readable import readable
from landsby.analysis.rows.sources import Rows
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.numbers import Floats, Ints


@dataclass(frozen=True, eq=False)
class KeptRows:
    """Rows of the schedule's areas with the outcome and all covariates known and possible.

    In an order by what they say, so that neither the file's order nor the number of threads can be seen.

    Attributes:
        area: (N,) place in the schedule.
        period: (N,) periods.
        y: (N,) the outcome.
        X: (N, k) the covariates.
        person: (N,) a number for each child; each row its own where the design names none.
    """

    area: Ints
    period: Ints
    y: Floats
    X: Floats
    person: Ints

    @property
    def names(self) -> list[str]:
        """(k) names of the covariates' columns."""
        return [f"x{place}" for place in range(self.X.shape[1])]

    @property
    def followed(self) -> bool:
        """Whether every child stands in every period, once, and in one area."""
        persons, periods = len(np.unique(self.person)), len(np.unique(self.period))
        pairs = np.unique(np.stack([self.person, self.period]), axis=1).shape[1]
        places = np.unique(np.stack([self.person, self.area]), axis=1).shape[1]
        return periods > 1 and len(self.y) == pairs == persons * periods and places == persons


def kept_rows(rows: Rows, design: Design, outcome: Outcome, schedule: Schedule) -> KeptRows:
    """Read the rows of one outcome.

    Args:
        rows: an opened source.
        design: the declared design.
        outcome: the outcome.
        schedule: the areas that are compared.
    """
    found = rows.backend.to_pyarrow(_expression(rows, design, outcome))
    area = _places(found["area"], design, schedule)
    known = [_numbers(found[f"x{place}"]) for place in range(len(design.covariates))]
    columns = [area, _numbers(found["period"]), _numbers(found["y"]), *known, _persons(found)]
    inside = area >= 0
    order = np.lexsort([column[inside] for column in reversed(columns)])
    ordered = np.stack([column[inside][order] for column in columns], axis=1).astype(np.float64)
    places, period, person = (ordered[:, at].astype(np.int64) for at in (0, 1, -1))
    return KeptRows(places, period, ordered[:, 2], ordered[:, 3:-1], person)


def _expression(rows: Rows, design: Design, outcome: Outcome) -> ir.Table:
    """The same rows as in the cells: their keys are there, within the window, and their values possible."""
    table, columns, window = readable(rows.table, design.recipe), design.columns, design.window
    keys = [columns.area, columns.period, columns.cohort, columns.cluster]
    table = table.filter([table[name].notnull() for name in keys if name is not None])
    table = table.filter(table[columns.period].between(window.first, window.last))
    values = {}
    for name, variable in (("y", outcome), *((f"x{place}", each) for place, each in enumerate(design.covariates))):
        value = table[variable.column]
        number = value.cast("int8") if value.type().is_boolean() else value
        table = table.filter(number.between(variable.low, variable.high))
        values[name] = number.cast("float64")
    if columns.person is not None:
        values["person"] = table[columns.person].cast("string")
    return table.select(area=table[columns.area], period=table[columns.period], **values)


def _places(column: Any, design: Design, schedule: Schedule) -> Ints:
    """(N,) the place of each row's area in the schedule, -1 where it has none."""
    coded = column.combine_chunks().dictionary_encode()
    areas = [label(value) for value in coded.dictionary.to_pylist()]
    known = {area: place for place, area in enumerate(schedule.area.tolist())}
    written = renamed(set(areas), design)
    places = np.array([known.get(written.get(area, area), -1) for area in areas], dtype=np.int64)
    return np.asarray(places[_indices(coded)], dtype=np.int64)


def _persons(found: Any) -> Ints:
    if "person" not in found.column_names:
        return np.arange(found.num_rows)
    coded = found["person"].combine_chunks().fill_null("").dictionary_encode()
    names = np.array([str(value) for value in coded.dictionary.to_pylist()])
    rank = np.argsort(np.argsort(names))
    return np.asarray(rank[_indices(coded)], dtype=np.int64)


def _indices(coded: Any) -> Ints:
    return np.asarray(coded.indices.to_numpy(zero_copy_only=False), dtype=np.int64)


def _numbers(column: Any) -> Floats:
    return np.asarray(column.to_numpy(), dtype=np.float64)
