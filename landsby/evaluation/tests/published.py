"""Public data with published answers, as cells and schedules; they lie outside the project."""

from __future__ import annotations

import csv

import numpy as np

from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.tests.in_memory import cells_of_rows


def table(realdata, name, delimiter=","):
    with (realdata / "evaluation" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def column(rows, name):
    return np.array([float(row[name]) for row in rows])


def twelve_states(realdata):
    """Health insurance in twelve states, four treated from 2011; six years (`fwildclusterboot`, `summclust`)."""
    rows = table(realdata, "wcb_enum_ehec_12states.csv")
    starts = {row["stfips"]: None for row in rows} | {row["stfips"]: 2011 for row in rows if row["post"] == "1"}
    keys = {"area": [row["stfips"] for row in rows], "period": [int(row["year"]) for row in rows]}
    return cells_of_rows({"dins": 10**15}, keys, [column(rows, "dins")]), Schedule.of(starts)


def counties(realdata):
    """Teenage employment in 500 counties and state minimum wages, 2003-2007 (R package `did`, mpdta)."""
    rows = table(realdata, "mpdta.csv")
    keys = {"area": [row["countyreal"] for row in rows], "period": [int(row["year"]) for row in rows]}
    starts = {row["countyreal"]: int(row["first.treat"]) or None for row in rows}
    return cells_of_rows({"lemp": 10**14}, keys, [column(rows, "lemp")]), Schedule.of(starts)


def california(realdata):
    """Cigarette packs per head in 39 states, California treated from 1989 (R package `synthdid`)."""
    rows = table(realdata, "california_prop99.csv", ";")
    keys = {"area": [row["State"] for row in rows], "period": [int(row["Year"]) for row in rows]}
    starts = {row["State"]: 1989 if row["State"] == "California" else None for row in rows}
    return cells_of_rows({"packs": 10**10}, keys, [column(rows, "PacksPerCapita")]), Schedule.of(starts)
