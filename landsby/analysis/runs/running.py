"""A declared design carried out on data, with a manifest by which anybody can run it again to the same digits."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from landsby.analysis.cells.areas import aligned
from landsby.analysis.cells.cellfiles import merged
from landsby.analysis.cells.gathered import Gathered, gathered_of_tally, tallied_from
from landsby.analysis.cells.tally import ROWS
from landsby.analysis.problems import refuse_rows
from landsby.analysis.row_level.row_models import asks_for_rows, cannot, row_estimates, versions
from landsby.analysis.rows.sources import Engine
from landsby.analysis.runs.result import Result
from landsby.analysis.runs.timing import last_of, problems_of_numbering, problems_of_timing, when_of
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.checks.cells import problems_of_schedule
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.estimating import compared
from landsby.evaluation.findings.finding import found_of
from landsby.evaluation.findings.found import Found
from landsby.evaluation.findings.judging import Exchanging, exchanging
from landsby.evaluation.findings.powering import NOISE_DRAWS, Patience, patience
from landsby.evaluation.problems import Problem, Refused, each_once, named, refuse_on_blockers

CELL_FILE = ".cells.csv"
PACKAGES = ("landsby", "numpy", "scipy", "duckdb", "ibis-framework")
Tell = Callable[[str], object]
Progress = Callable[[float], object]


def gathered_for(
    design: Design, sources: Sequence[str], engine: Engine = Engine.DUCKDB, threads: int | None = None
) -> Gathered:
    """Cells for a design from one source of rows, or from the cell files of several register holders.

    Raises:
        Refused: with every blocker.
    """
    recipe = design.recipe
    if all(source.endswith(CELL_FILE) for source in sources):
        tally, doubts = merged([Path(source) for source in sources], recipe)
    else:
        if len(sources) > 1:
            refuse_rows("sources_several", count=len(sources), names=named(map(_name, sources)))
        tally, doubts = tallied_from(sources[0], recipe, engine, threads)
    tally, more = aligned(tally, design)
    found = gathered_of_tally(tally, recipe, doubts)
    problems = each_once(found.problems, more, problems_of_numbering(tally))
    refuse_on_blockers(problems)
    return replace(found, problems=problems)


def run(
    design: Design,
    sources: Sequence[str],
    engine: Engine = Engine.DUCKDB,
    threads: int | None = None,
    tell: Tell = str,
    progress: Progress = float,
) -> Result:
    """Carry a design out.

    Args:
        design: the declared design.
        sources: one source of rows (see `sources.opened`), or cell files.
        engine: what reads rows.
        threads: how many DuckDB may use; the result does not depend on it.
        tell: is called with the name of each step as it begins.
        progress: is called with the share of the step that is done, where it takes long.

    Raises:
        Refused: with every blocker, when nothing can be estimated.
    """
    tell("rows")
    found = gathered_for(design, sources, engine, threads)
    primary = found.cells[design.primary.id]
    schedule, alike, doubts = compared(primary, design.schedule(found.clusters), design)
    how, more = _exchanging(primary, schedule, design)
    rows = _Rows(design, sources, engine, threads)
    problems: list[Problem] = [*found.problems, *doubts, *more, *rows.problems, *problems_of_timing(found, design)]
    outcomes: list[Found] = []
    for outcome in design.outcomes:
        tell(outcome.id)
        made, told = _of_outcome(found, schedule, rows, outcome, how, progress)
        outcomes += made
        problems += told
    if not any(each.estimates for each in outcomes if each.outcome.role == "primary"):
        raise Refused(_stopping(problems))
    areas, once, last = tuple(schedule.area.tolist()), each_once(problems), last_of(found, design)
    return Result(design, tuple(outcomes), how, last, alike, areas, once, _manifest(found, design, sources), primary)


def _stopping(problems: Sequence[Problem]) -> Sequence[Problem]:
    """What stopped a run: warnings about figures that are not there would lead astray."""
    return each_once([each for each in problems if each.blocks] or problems)


class _Rows:
    """The design's estimators on rows, where it names such and they can be had."""

    def __init__(self, design: Design, sources: Sequence[str], engine: Engine, threads: int | None) -> None:
        self.design, self.source, self.engine, self.threads = design, sources[0], engine, threads
        self.asked = asks_for_rows(design)
        self.problems = cannot(by_cells=self.source.endswith(CELL_FILE)) if self.asked else ()

    def estimates(self, outcome: Outcome, schedule: Schedule) -> tuple[tuple[Estimate, ...], tuple[Problem, ...]]:
        if not self.asked or self.problems:
            return (), ()
        return row_estimates(self.design, outcome, self.source, self.engine, self.threads, schedule)


def _of_outcome(
    found: Gathered, schedule: Schedule, rows: _Rows, outcome: Outcome, how: Exchanging | None, progress: Progress
) -> tuple[Sequence[Found], Sequence[Problem]]:
    """One outcome that cannot be estimated does not take the others with it."""
    try:
        design, cells = rows.design, found.cells[outcome.id]
        of_rows, doubts = rows.estimates(outcome, schedule)
        made = found_of(cells, schedule, design, outcome, how, when_of(cells, design), progress, of_rows)
    except Refused as refusal:
        return (), refusal.problems
    return (made,), (*doubts, *made.problems)


def _exchanging(cells: Cells, schedule: Schedule, design: Design) -> tuple[Exchanging | None, Sequence[Problem]]:
    """How schedules are exchanged, where anything can be."""
    known = schedule.among(cells.areas.tolist())
    if len(known.area) < len(schedule.area) or not len(schedule.treated) or schedule.is_alone:
        return None, ()
    try:
        return exchanging(cells, schedule, design), ()
    except Refused as refusal:
        return None, refusal.as_warnings


def patience_for(
    design: Design,
    sources: Sequence[str],
    engine: Engine = Engine.DUCKDB,
    threads: int | None = None,
    tell: Tell = str,
    progress: Progress = float,
    draws: int = NOISE_DRAWS,
) -> Patience:
    """When the design can know, from data that may end before its window does. Arguments as for `run` and `patience`.

    Raises:
        Refused: with every blocker.
    """
    tell("rows")
    found = gathered_for(design, sources, engine, threads)
    cells = found.cells[design.primary.id]
    refuse_on_blockers(problems_of_schedule(design.schedule(found.clusters)))
    schedule, _, _ = compared(cells, design.schedule(found.clusters), design)
    tell(design.primary.id)
    return patience(cells, schedule, design, draws, progress)


def _manifest(found: Gathered, design: Design, sources: Sequence[str]) -> dict[str, Any]:
    """What the result hangs on. No time and no path: the same run gives the same manifest."""
    return {
        "design_sha256": design.content_hash,
        "data": [{"name": _name(source), "sha256": _file_hash(source)} for source in sources],
        "cells_sha256": {name: cells.fingerprint() for name, cells in found.cells.items()},
        "rows": found.tally.total(ROWS),
        "definitions_sha256": found.recipe.content_hash,
        "seed": design.inference.seed,
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in PACKAGES},
            **(versions() if asks_for_rows(design) else {}),
        },
        "declared_before_data": "unknown",
    }


def _name(source: str) -> str:
    """A source without where it lies, which may tell more than it should; an address keeps its table only."""
    path, _, table = source.partition("#")
    return f"#{table}" if table else Path(path).name


def _file_hash(source: str) -> str | None:
    """SHA-256 of a file, or of the files in a folder by name; None for a table."""
    path = Path(source)
    if not path.exists():
        return None
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()


def as_json(result: Result) -> str:
    """A result as the text of result.json."""
    return json.dumps(result.to_data(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
