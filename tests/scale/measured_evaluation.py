"""One task of an evaluation on one file of rows, in a process of its own, so that its memory is its own.

Prints the seconds of the quickest of three runs, imports not counted, and the greatest memory, imports counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable

import numpy as np

PERIODS, AREAS, TREATED = range(2012, 2022), 110, 10
ROUNDS = 3


def bare(file: str) -> Callable[[], object]:
    """The limit: what DuckDB needs to read the same columns and group them."""
    import duckdb

    # The file is one that the benchmark itself has written.
    query = f"SELECT area, year, count(*), sum(y) FROM '{file}' GROUP BY ALL"  # noqa: S608 - see above
    return lambda: duckdb.connect().sql(query).fetchall()


def ours(task: str, file: str) -> Callable[[], object]:
    """From the file to estimates: the scan, the exact cells and the fit."""
    from landsby.analysis.gathering import tallied
    from landsby.analysis.tally import cells_of
    from landsby.evaluation.aggregation import aggregate
    from landsby.evaluation.clustered import cr1
    from landsby.evaluation.exchange import exchanges
    from landsby.evaluation.group_time import group_time
    from landsby.evaluation.randomisation import exchange_test
    from landsby.evaluation.recipe import Recipe
    from landsby.evaluation.schedules import Schedule
    from landsby.evaluation.two_way import TREATED as TERM
    from landsby.evaluation.two_way import event_study, static
    from landsby.evaluation.wild import wild_test

    outcome = {"id": "y", "column": "y", "low": 0, "high": 40, "decimals": 2}
    columns = {"area": "area", "period": "year"}
    window = {"first": PERIODS[0], "last": PERIODS[-1]}
    recipe = Recipe.model_validate({"columns": columns, "outcomes": [outcome], "window": window})
    starts: dict[str, int | None] = {f"{place:03d}": None for place in range(AREAS)}
    starts |= {f"{place:03d}": 2016 + place % 3 for place in range(TREATED)}
    schedule = Schedule.of(starts)

    def cells():
        return cells_of(tallied(file, recipe), recipe, recipe.outcomes[0])

    read = cells() if task in ("wild", "exchange") else None
    tasks: dict[str, Callable[[], object]] = {
        "cells": cells,
        "static": lambda: cr1(static(cells(), schedule)).se,
        "event": lambda: cr1(event_study(cells(), schedule)).se,
        "group_time": lambda: aggregate(group_time(cells(), schedule), "dynamic").se,
        "wild": lambda: wild_test(static(read, schedule), TERM, np.random.default_rng(1)),
        "exchange": lambda: exchange_test(read, schedule, exchanges(schedule, np.random.default_rng(1))),
    }
    return tasks[task]


def peer(task: str, file: str) -> Callable[[], object]:
    """The same static or event-study fit by pyfixest, where `make oracles` has installed it; reading included."""
    import pandas as pd
    import pyfixest as pf

    formula = {"static": "y ~ treated | area + year", "event": "y ~ i(since, ref=-1.0) | area + year"}[task]

    def fitted() -> object:
        rows = pd.read_parquet(file, columns=["area", "year", "y"])
        place = rows["area"].astype(int)
        first = np.where(place < TREATED, 2016 + place % 3, 9999)
        rows["treated"] = (rows["year"] >= first).astype(float)
        rows["since"] = np.where(first == 9999, -1.0, rows["year"] - first)
        return pf.feols(formula, rows, vcov={"CRV1": "area"}).se()

    return fitted


def main(who: str, task: str, file: str) -> None:
    """Measure, and print as JSON."""
    work = {"bare": lambda: bare(file), "ours": lambda: ours(task, file), "pyfixest": lambda: peer(task, file)}[who]()
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": min(seconds), "megabytes": megabytes}))


if __name__ == "__main__":
    main(*sys.argv[1:])
