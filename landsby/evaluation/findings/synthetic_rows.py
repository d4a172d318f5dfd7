"""Synthetic comparisons as rows of a result."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from landsby.evaluation.findings.estimate import Row, Run
from landsby.evaluation.synthetic.control import augmented_control, synthetic_control
from landsby.evaluation.synthetic.differences import overall, synthetic_difference
from landsby.evaluation.synthetic.paths import Paths, paths_of

Effect = Callable[[Paths], float]


def control_rows(run: Run) -> Iterator[Row]:
    """The plain synthetic control."""
    return _rows(run, lambda paths: synthetic_control(paths).effect)


def augmented_rows(run: Run) -> Iterator[Row]:
    """The ridge-augmented synthetic control."""
    return _rows(run, lambda paths: augmented_control(paths).effect)


def difference_rows(run: Run) -> Iterator[Row]:
    """The synthetic difference in differences."""
    return _rows(run, lambda paths: synthetic_difference(paths).effect)


def _rows(run: Run, effect: Effect) -> Iterator[Row]:
    """The effect over all starts, and by start."""
    every = paths_of(run.cells.only(run.cells.outcome), run.schedule)
    yield Row("all", overall(every, effect))
    for paths in every:
        yield Row(f"g{paths.start}", effect(paths))
