"""Covariates that follow from something else in the model, and from what: no estimate may pretend they were held."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from landsby.blueprint.text import Text
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import Rows, rows_of
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.least_squares import TOLERANCE
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.numbers import Floats
from landsby.evaluation.problems import Problem, Refused, problem


def problems_of_following(cells: Cells, schedule: Schedule) -> Iterator[Problem]:
    """Each covariate that follows from areas, periods, the programme, or the covariates before it."""
    if not cells.covariates or set(schedule.area) != set(cells.areas):
        return
    try:
        static(cells.only(cells.outcome), schedule)
    except Refused:
        return
    rows = rows_of(cells, schedule)
    treated = rows.by_area(schedule.on(rows.periods))[:, None]
    held: list[int] = []
    for k, name in enumerate(cells.covariates):
        if (of := _source(rows, k, held, treated)) is None:
            held.append(k)
        else:
            yield problem("covariate_follows", name=name, of=of)


def _source(rows: Rows, k: int, held: list[int], treated: Floats) -> Text | None:
    """What a covariate follows from, the simplest first; None where it says something of its own."""
    nothing = rows.X[:, :0]
    for of, by_area, columns in (
        (_NOTHING, False, nothing),
        (_AREA, True, nothing),
        (_PERIOD, False, rows.Z),
        (_AREA_AND_PERIOD, True, rows.Z),
    ):
        if _follows(rows, k, columns, by_area=by_area):
            return of
    others = rows.X[:, held]
    if _follows(rows, k, np.concatenate([rows.Z, others], axis=1), by_area=True):
        return _named(rows, k, held)
    if _follows(rows, k, np.concatenate([rows.Z, others, treated], axis=1), by_area=True):
        return _PROGRAMME
    return None


def _named(rows: Rows, k: int, held: list[int]) -> Text:
    """Those of the covariates without which it would not follow."""
    needed = list(held)
    for each in held:
        fewer = [other for other in needed if other != each]
        if _follows(rows, k, np.concatenate([rows.Z, rows.X[:, fewer]], axis=1), by_area=True):
            needed = fewer
    names = ", ".join(rows.covariates[each] for each in needed)
    return Text(da=names, en=names)


def _follows(rows: Rows, k: int, columns: Floats, *, by_area: bool) -> bool:
    """Whether nothing is left of a covariate when columns (m, c), and its means or those of areas, are taken out."""
    values = np.concatenate([rows.X[:, [k]], columns], axis=1)
    weight = np.where(rows.real, rows.w, 0.0)[:, None]
    centred = np.where(rows.real[:, None], values - np.sum(weight * values, axis=0) / weight.sum(), values)
    root = np.sqrt(rows.w)[:, None]
    size = float(np.sum((rows.X[:, [k]] * root) ** 2))
    made = (rows.demeaned(values) if by_area else centred) * root
    left = made[:, 0]
    if columns.shape[1]:
        left = left - made[:, 1:] @ np.linalg.lstsq(made[:, 1:], left, rcond=None)[0]
    return float(np.sum(left**2)) <= TOLERANCE * size


_NOTHING = Text(da="intet: Den er ens overalt", en="nothing: it is the same everywhere")
_AREA = Text(da="området", en="the area")
_PERIOD = Text(da="perioden", en="the period")
_AREA_AND_PERIOD = Text(da="område og periode", en="area and period")
_PROGRAMME = Text(da="indsatsen", en="the programme")
