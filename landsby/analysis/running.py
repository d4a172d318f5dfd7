"""A declared design carried out on data, with a manifest by which anybody can run it again to the same digits."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from landsby.analysis.areas import aligned
from landsby.analysis.cellfiles import merged
from landsby.analysis.gathered import Gathered, gathered_from, gathered_of_tally
from landsby.analysis.sources import Engine
from landsby.analysis.tally import ROWS
from landsby.evaluation.design import Design, Outcome
from landsby.evaluation.estimate import Estimate
from landsby.evaluation.estimating import compared, estimated
from landsby.evaluation.matching import Balance
from landsby.evaluation.powering import Patience, patience
from landsby.evaluation.problems import Problem, Refused, warning
from landsby.evaluation.schedules import Schedule

CELL_FILE = ".cells.csv"
PACKAGES = ("landsby", "numpy", "scipy", "duckdb", "ibis-framework")
Tell = Callable[[str], object]


@dataclass(frozen=True)
class Result:
    """What a run gives.

    Attributes:
        design: the declared design.
        estimates: all of them, in the order of outcomes and estimators.
        balance: how alike treated and comparison areas were before the first start, in the primary outcome.
        areas: those compared.
        problems: what is doubtful, each once.
        manifest: what it was made from and with.
    """

    design: Design
    estimates: tuple[Estimate, ...]
    balance: tuple[Balance, ...]
    areas: tuple[str, ...]
    problems: tuple[Problem, ...]
    manifest: Mapping[str, Any]

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data; the same whenever and wherever it is run."""
        return {
            "design": {"id": self.design.id, "title": self.design.title.model_dump()},
            "estimates": [asdict(estimate) for estimate in self.estimates],
            "balance": [asdict(each) for each in self.balance],
            "areas": list(self.areas),
            "problems": [
                {
                    "code": each.code,
                    "severity": each.severity.value,
                    "text": each.text.model_dump(),
                    "cure": each.cure.model_dump(),
                }
                for each in self.problems
            ],
            "manifest": dict(self.manifest),
        }


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
        found = gathered_of_tally(tally, recipe, doubts)
    else:
        found = gathered_from(sources[0], recipe, engine, threads)
    tally, more = aligned(found.tally, design)
    return gathered_of_tally(tally, recipe, [*found.problems, *more])


def run(
    design: Design, sources: Sequence[str], engine: Engine = Engine.DUCKDB, threads: int | None = None, tell: Tell = str
) -> Result:
    """Carry a design out.

    Args:
        design: the declared design.
        sources: one source of rows (see `sources.opened`), or cell files.
        engine: what reads rows.
        threads: how many DuckDB may use; the result does not depend on it.
        tell: is called with the name of each step as it begins.

    Raises:
        Refused: with every blocker, when nothing can be estimated.
    """
    tell("rows")
    found = gathered_for(design, sources, engine, threads)
    schedule, alike, doubts = compared(found.cells[design.primary.id], design.schedule(found.clusters), design)
    estimates: list[Estimate] = []
    problems: list[Problem] = [*found.problems, *_too_early(found, design), *doubts]
    for outcome in design.outcomes:
        tell(outcome.id)
        made, more = _of_outcome(found, schedule, design, outcome)
        estimates += made
        problems += more
    if not estimates:
        raise Refused(dict.fromkeys(problems))
    manifest = _manifest(found, design, sources)
    return Result(
        design, tuple(estimates), alike, tuple(schedule.area.tolist()), tuple(dict.fromkeys(problems)), manifest
    )


def patience_for(
    design: Design, sources: Sequence[str], engine: Engine = Engine.DUCKDB, threads: int | None = None, tell: Tell = str
) -> Patience:
    """When the design can know, from data that may end before its window does. Arguments as for `run`.

    Raises:
        Refused: with every blocker.
    """
    tell("rows")
    found = gathered_for(design, sources, engine, threads)
    cells = found.cells[design.primary.id]
    schedule, _, _ = compared(cells, design.schedule(found.clusters), design)
    tell(design.primary.id)
    return patience(cells, schedule, design)


def _of_outcome(
    found: Gathered, schedule: Schedule, design: Design, outcome: Outcome
) -> tuple[Sequence[Estimate], Sequence[Problem]]:
    """One outcome that cannot be estimated does not take the others with it."""
    try:
        done = estimated(found.cells[outcome.id], schedule, design)
    except Refused as refusal:
        return (), refusal.problems
    return done.estimates, done.problems


def _too_early(found: Gathered, design: Design) -> list[Problem]:
    last_start = max(design.starts.values())
    last_period = max((key.period for key in found.tally.keys), default=last_start)
    measured, needed = max(0, last_period - last_start + 1), design.too_early.periods_after_start
    return [warning("too_early", measured=measured, needed=needed)] if measured < needed else []


def _manifest(found: Gathered, design: Design, sources: Sequence[str]) -> dict[str, Any]:
    """What the result hangs on. No time and no path: the same run gives the same manifest."""
    return {
        "design_sha256": design.content_hash,
        "data": [{"name": _name(source), "sha256": _file_hash(source)} for source in sources],
        "cells_sha256": {name: cells.fingerprint() for name, cells in found.cells.items()},
        "rows": found.tally.total(ROWS),
        "definitions_sha256": found.recipe.content_hash,
        "seed": design.inference.seed,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
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
