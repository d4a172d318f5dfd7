"""Estimators that cells cannot carry, on the rows themselves, by the package diff-diff: an extra that may be installed.

Doubly robust group-time effects by what is known of each child (Callaway & Sant'Anna 2021; Sant'Anna & Zhao 2020), and
a logit for yes and no (Wooldridge 2023, Econometrics J. 26:C31), told as differences of shares. The rows are
those that the cells are made of, in an order of their own, so that the same rows give the same figures. The package is
imported when a design asks for it, and nowhere else.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from scipy import stats
from threadpoolctl import threadpool_limits

from landsby.analysis.problems import doubt
from landsby.analysis.row_level.kept_rows import KeptRows, kept_rows
from landsby.analysis.rows.sources import Engine, opened
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import OF_ROWS
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.clustered import t_test
from landsby.evaluation.findings.estimate import Estimate, Row
from landsby.evaluation.problems import Problem, Refused, Severity, warning

PACKAGES = ("diff-diff", "pandas")
LEAST_LIKE = 1e-6
"""Chances of being treated are taken to be at least this. Where few children live in treated areas all of them are
small, and the package's own bound of .01 would make them alike, which takes one of the two robustnesses away."""


def asks_for_rows(design: Design) -> bool:
    """Whether an estimator of the design needs the rows themselves."""
    return bool(OF_ROWS & set(design.estimators))


def versions() -> dict[str, str]:
    """The versions of what does it, where it is installed."""
    try:
        return {name: version(name) for name in PACKAGES}
    except PackageNotFoundError:
        return {}


def cannot(*, by_cells: bool) -> tuple[Problem, ...]:
    """Why estimators on rows cannot be had here at all: there are only cells, or the package is not installed."""
    if by_cells:
        return (doubt("rows_needed", Severity.WARNING),)
    return () if versions() else (doubt("rows_package_absent", Severity.WARNING),)


def row_estimates(
    design: Design, outcome: Outcome, source: str, engine: Engine, threads: int | None, schedule: Schedule
) -> tuple[tuple[Estimate, ...], tuple[Problem, ...]]:
    """What the design's estimators on rows say of one outcome.

    Args:
        design: the declared design.
        outcome: the outcome.
        source: of rows; see `sources.opened`.
        engine: what reads them.
        threads: how many DuckDB may use.
        schedule: the areas that are compared.

    Returns:
        The estimates, and why some of them could not be had.
    """
    if schedule.weight is not None:
        return (), (doubt("rows_unweighted", Severity.WARNING),)
    with opened(source, engine, threads) as rows:
        kept = kept_rows(rows, design, outcome, schedule)
    estimates: list[Estimate] = []
    problems: list[Problem] = []
    for name in (each for each in design.estimators if each in OF_ROWS):
        try:
            found, said = _quietly(_MODELS[name], kept, schedule, 1 - design.inference.alpha)
        except Refused as refusal:
            problems += refusal.problems
            continue
        except (ValueError, np.linalg.LinAlgError) as error:
            problems.append(doubt("row_model_failed", Severity.WARNING, name=name, said=str(error).splitlines()[0]))
            continue
        problems += [doubt("row_model_says", Severity.WARNING, name=name, said=each) for each in said]
        estimates += [row.of(name, outcome.id, schedule) for row in found]
    return tuple(estimates), tuple(problems)


Model = Callable[[KeptRows, Schedule, float], Iterator[Row]]


def _quietly(model: Model, kept: KeptRows, schedule: Schedule, level: float) -> tuple[list[Row], Sequence[str]]:
    """The rows of a model on one thread, and what the package warns of, each once."""
    with warnings.catch_warnings(record=True) as caught, threadpool_limits(1):
        warnings.simplefilter("always")
        found = list(model(kept, schedule, level))
    ours = (str(each.message) for each in caught if issubclass(each.category, UserWarning))
    # That each period has children of its own is told in the procedure's name. What differs in a figure is said once.
    told = (said.splitlines()[0] for said in ours if not said.startswith("panel=False"))
    return found, list({re.sub(r"\d[\d.,]*", "", said): said for said in told}.values())


def _frame(kept: KeptRows, schedule: Schedule) -> Any:
    import pandas as pd

    first = schedule.first[kept.area]
    spread = np.where(kept.X.std(axis=0) > 0, kept.X.std(axis=0), 1.0)
    # Covariates in units of their own spread give the same figures, and steadier ones.
    covariates = (kept.X - kept.X.mean(axis=0)) / spread
    return pd.DataFrame(
        {
            "y": kept.y,
            "unit": kept.person if kept.followed else np.arange(len(kept.y)),
            "period": kept.period,
            "first": np.where(first == NEVER, 0, first),
            "cluster": schedule.cluster_index[kept.area],
            **{f"x{place}": column for place, column in enumerate(covariates.T)},
        }
    )


COLUMNS = {"outcome": "y", "unit": "unit", "time": "period", "first_treat": "first"}


def _doubly_robust(kept: KeptRows, schedule: Schedule, level: float) -> Iterator[Row]:
    from diff_diff import CallawaySantAnna

    if not kept.X.shape[1]:
        raise Refused([warning("no_covariates", name="doubly_robust_rows")])
    model = CallawaySantAnna(
        cluster="cluster", panel=kept.followed, rank_deficient_action="error", pscore_trim=LEAST_LIKE
    )
    fitted = model.fit(_frame(kept, schedule), covariates=kept.names, **COLUMNS)
    z = float(stats.norm.ppf(0.5 + level / 2))
    people = "the same children" if kept.followed else "children of each period"
    path = fitted.aggregate("event_study").to_dataframe().query("not is_reference")
    by_time = {int(time): (att, se) for time, att, se in path[["event_time", "att", "se"]].itertuples(index=False)}
    for term, estimate, se in _terms(fitted, by_time):
        p = float(2 * stats.norm.sf(abs(estimate) / se)) if se > 0 else float("nan")
        low, high = estimate - z * se, estimate + z * se
        yield Row(term, estimate, se, low, high, p, f"influence of rows, {people}, normal")


def _logit(kept: KeptRows, schedule: Schedule, level: float) -> Iterator[Row]:
    from diff_diff import WooldridgeDiD

    if not np.isin(kept.y, (0.0, 1.0)).all():
        raise Refused([doubt("logit_of_numbers", Severity.WARNING)])
    model = WooldridgeDiD(method="logit", cluster="cluster", rank_deficient_action="error")
    fitted = model.fit(_frame(kept, schedule), exovar=kept.names or None, **COLUMNS)
    df = len(schedule.clusters) - 1
    path = fitted.aggregate("event_study").event_study_effects
    by_time = {int(time): (effect["att"], effect["se"]) for time, effect in path.items()}
    for term, estimate, se in _terms(fitted, by_time):
        p, low, high = t_test(estimate, se, df, level)
        yield Row(term, estimate, se, low, high, p, f"cr1 of rows, t({df})")


def _terms(fitted: Any, by_time: Mapping[int, tuple[float, float]]) -> Iterator[tuple[str, float, float]]:
    """The one figure and those by time since the start, with their standard errors."""
    yield "all", float(fitted.overall_att), float(fitted.overall_se)
    for time, (estimate, se) in sorted(by_time.items()):
        if np.isfinite(estimate):
            yield f"e{time}", float(estimate), float(se)


_MODELS: Mapping[str, Model] = {"doubly_robust_rows": _doubly_robust, "logit_rows": _logit}
