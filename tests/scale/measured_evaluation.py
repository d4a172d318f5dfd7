"""One task of an evaluation on one file of rows, in a process of its own, so that its memory is its own.

Prints as JSON the seconds and the processor's seconds of the quickest run, imports not counted, and the greatest
memory, imports counted. The whole command is measured as its user meets it: one run, imports counted. Peers compile
themselves on a small file first and then run once, for some of them take minutes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.scale.measured_peers import PEERS

PERIODS, AREAS, TREATED = range(2012, 2022), 110, 10
ROUNDS = 5
MOST_MEMORY = 16 * 2**30
"""Bytes that a peer may ask for; its process ends where it needs more."""
STARTS: dict[str, int | None] = {f"{place:03d}": None for place in range(AREAS)}
STARTS |= {f"{place:03d}": 2016 + place % 3 for place in range(TREATED)}
OUTCOME = {"id": "y", "column": "y", "unit": "point", "low": 0, "high": 40, "decimals": 2}
COVARIATE = {"id": "x", "column": "x", "low": 0, "high": 100, "decimals": 1}
Work = Callable[[], object]


def bare(task: str, file: str) -> Work:
    """The limit: what DuckDB needs to read the same columns and group them."""
    import duckdb

    sums = "sum(y), sum(x)" if task == "covariate" else "sum(y)"
    # The file is one that the benchmark itself has written.
    query = f"SELECT area, year, count(*), {sums} FROM '{file}' GROUP BY ALL"  # noqa: S608 - see above
    return lambda: duckdb.connect().sql(query).fetchall()


def ours(task: str, file: str) -> Work:
    """From the file to estimates: the scan, the exact cells and the fit; draws alone for "wild" and "exchange"."""
    from landsby.analysis.cells.gathered import gathered_from
    from landsby.analysis.cells.gathering import tallied
    from landsby.analysis.cells.tally import cells_of
    from landsby.evaluation.designs.recipe import Recipe
    from landsby.evaluation.designs.schedules import Schedule
    from landsby.evaluation.estimates.aggregation import aggregate
    from landsby.evaluation.estimates.clustered import cr1
    from landsby.evaluation.estimates.group_time import group_time
    from landsby.evaluation.estimates.two_way import TREATED as TERM
    from landsby.evaluation.estimates.two_way import event_study, static
    from landsby.evaluation.inference.exchange import exchanges
    from landsby.evaluation.inference.randomisation import exchange_test
    from landsby.evaluation.inference.wild import wild_test

    columns = {"area": "area", "period": "year"} | ({"person": "child"} if task == "looked_over" else {})
    window = {"first": PERIODS[0], "last": PERIODS[-1]}
    covariates = [COVARIATE] if task == "covariate" else []
    told = {"columns": columns, "outcomes": [OUTCOME], "covariates": covariates, "window": window}
    recipe, schedule = Recipe.model_validate(told), Schedule.of(STARTS)

    def cells():
        return cells_of(tallied(file, recipe), recipe, recipe.outcomes[0])

    read = cells() if task in ("wild", "exchange") else None
    tasks: dict[str, Work] = {
        "cells": cells,
        "static": lambda: cr1(static(cells(), schedule)).se,
        "covariate": lambda: cr1(static(cells(), schedule)).se,
        "event": lambda: cr1(event_study(cells(), schedule)).se,
        "group_time": lambda: aggregate(group_time(cells(), schedule), "dynamic").se,
        "looked_over": lambda: cr1(static(gathered_from(file, recipe).cells["y"], schedule)).se,
        "wild": lambda: wild_test(static(read, schedule), TERM, np.random.default_rng(1)),
        "exchange": lambda: exchange_test(read, schedule, exchanges(schedule, np.random.default_rng(1))),
    }
    return tasks[task]


def whole(file: str) -> Work:
    """`landsby evaluate`, from its imports to the files that it writes."""
    design = Path(file).with_suffix(".design.yaml")
    why = {"da": "Måling.", "en": "Measuring."}
    told = {
        "id": "measured",
        "title": why,
        "question": why,
        "population": why,
        "columns": {"area": "area", "period": "year", "person": "child"},
        "window": {"first": PERIODS[0], "last": PERIODS[-1]},
        "outcomes": [OUTCOME | {"title": why, "role": "primary", "better": "lower", "smallest_effect": 0.1}],
        "treated": [{"area": area, "starts": start} for area, start in STARTS.items() if start],
        "comparison": {"why": why},
        "estimators": ["group_time", "event_study", "two_way"],
        "inference": {"shocks": "area"},
        "too_early": {"periods_after_start": 2, "why": why},
    }
    design.write_text(json.dumps(told), encoding="utf-8")

    def run() -> None:
        from landsby.cli import main

        out = str(design.with_suffix(".out"))
        main(["evaluate", str(design), "--data", file, "--out", out, "--lang", "en"], standalone_mode=False)

    return run


def quickest(work: Work, rounds: int) -> dict[str, float]:
    """The seconds and the processor's seconds of the quickest round."""
    rounds_taken = []
    for _ in range(rounds):
        started, worked = time.perf_counter(), time.process_time()
        work()
        rounds_taken.append((time.perf_counter() - started, time.process_time() - worked))
    seconds, processor = map(min, zip(*rounds_taken, strict=True))
    return {"seconds": seconds, "processor": processor}


def greatest_memory() -> float:
    """In MB, of this process alone: where Linux tells it. Elsewhere it begins with that of whoever started it."""
    status = Path("/proc/self/status")
    if status.exists():
        kilobytes = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(kilobytes) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(who: str, task: str, file: str, small: str) -> None:
    """Measure, and print as JSON."""
    if who in PEERS:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        PEERS[who](task, small)
        found = quickest(lambda: PEERS[who](task, file), 1)
    elif task == "whole":
        found = quickest(whole(file), 1)
    else:
        found = quickest({"bare": bare, "ours": ours}[who](task, file), ROUNDS)
    sys.stdout.write("\n" + json.dumps(found | {"megabytes": greatest_memory()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
