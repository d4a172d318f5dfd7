"""The interrupted series as rows of a result."""

from __future__ import annotations

from collections.abc import Iterator

from landsby.evaluation.findings.estimate import Row, Run
from landsby.evaluation.problems import warning
from landsby.evaluation.series.held import SERIES_DRAWN, held_against_itself
from landsby.evaluation.series.own import cut_series

CHANCE = 9
"""The purpose for which the series of noise are drawn."""


def interrupted_rows(run: Run) -> Iterator[Row]:
    """The treated areas' own series, each against its course before its own start: all there is without comparison."""
    series, doubts = cut_series(run.cells, run.schedule)
    run.problems.extend(doubts)
    if run.cells.covariates:
        run.problems.append(warning("covariates_unused", name="interrupted_series"))
    if not run.schedule.is_alone:
        run.problems.append(warning("no_comparison_used", name="interrupted_series"))
    held = held_against_itself(series, run.rng(CHANCE), run.level)
    procedure = f"prais_winsten (rho {held.rho:g}, {SERIES_DRAWN} simulated series)"
    for each in held.distances:
        yield Row(each.term, each.estimate, each.se, each.ci_low, each.ci_high, each.p, procedure)
