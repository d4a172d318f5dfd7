"""How sure may we be of the static effect: every procedure that a design may name, on the same coefficient."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.methods import PROCEDURES, Procedure
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates import clustered
from landsby.evaluation.estimates.clustered import Covariance, t_test
from landsby.evaluation.estimates.least_squares import Fit
from landsby.evaluation.estimates.two_way import TREATED, static
from landsby.evaluation.findings.estimate import Row, Run
from landsby.evaluation.inference.choice import choose
from landsby.evaluation.inference.exchange import Exchanges, exchanges
from landsby.evaluation.inference.few_treated import borrowed_noise_test
from landsby.evaluation.inference.randomisation import exchange_test
from landsby.evaluation.inference.statistics import STATISTICS, StatisticId, declared_as
from landsby.evaluation.inference.wild import wild_test
from landsby.evaluation.numbers import Floats, group_sums
from landsby.evaluation.problems import Refused


def two_way_rows(run: Run) -> Iterator[Row]:
    """The static coefficient, once with each procedure of the design that tells of it; bare where none does."""
    fitted = static(run.cells, run.schedule)
    telling = [each for each in run.procedures if each in _TESTS]
    if not telling:
        yield Row(TREATED, float(fitted.beta[fitted.term(TREATED)]))
    for procedure in telling:
        try:
            yield _TESTS[procedure](run, fitted, procedure)
        except Refused as refusal:
            run.problems.extend(refusal.problems)


def _by_covariance(run: Run, fitted: Fit, procedure: Procedure) -> Row:
    covariance, at = _COVARIANCES[procedure](fitted), fitted.term(TREATED)
    estimate, se, df = float(fitted.beta[at]), float(covariance.se[at]), float(covariance.df[at])
    p, low, high = t_test(estimate, se, df, run.level)
    said = f"{PROCEDURES[procedure].en}, t({df:.4g})"
    return Row(TREATED, estimate, se, low, high, p, said, _only(procedure))


def _by_exchange(run: Run, _fitted: Fit, _procedure: Procedure) -> Row:
    statistic, among = run.exchanged or _chosen(run)
    is_studentised = statistic == "exchange_studentised"
    test = exchange_test(run.cells, run.schedule, among, studentised=is_studentised, level=run.level)
    how = "all" if test.enumerated else "drawn"
    procedure = f"{STATISTICS[statistic].text.en} ({test.schedules} schedules, {how})"
    return Row(TREATED, test.estimate, None, test.ci_low, test.ci_high, test.p, procedure, statistic)


def _chosen(run: Run) -> tuple[StatisticId, Exchanges]:
    size = sizes(run.cells, run.schedule)
    choice = choose(run.schedule, size)
    draws = run.design.inference.draws
    return choice.statistic, exchanges(run.schedule, run.rng(1), block=choice.block, size=size, draws=draws)


def sizes(cells: Cells, schedule: Schedule) -> Floats:
    """(G,) rows of each area of the schedule."""
    places = np.searchsorted(schedule.area, cells.area).astype(np.int64)
    return group_sums(cells.n.astype(np.float64), places, len(schedule.area))


def _by_wild(run: Run, fitted: Fit, procedure: Procedure) -> Row:
    asked = run.design.inference
    test = wild_test(fitted, TREATED, run.rng(2), weights=asked.weights, draws=asked.draws, level=run.level)
    said = f"{PROCEDURES[procedure].en} ({test.procedure})"
    return Row(TREATED, test.estimate, None, test.ci_low, test.ci_high, test.p, said, _only(procedure))


def _by_borrowed_noise(run: Run, _fitted: Fit, procedure: Procedure) -> Row:
    test = borrowed_noise_test(
        run.cells,
        run.schedule,
        run.rng(3),
        procedure="ferman_pinto" if procedure == "ferman_pinto" else "conley_taber",
        draws=run.design.inference.draws,
        level=run.level,
    )
    said = PROCEDURES[procedure].en
    return Row(TREATED, test.estimate, None, test.ci_low, test.ci_high, test.p, said, _only(procedure))


def _only(procedure: Procedure) -> StatisticId:
    """The statistic of a procedure that has one of the static coefficient."""
    (name,) = declared_as(procedure, "two_way")
    return name


_COVARIANCES: Mapping[Procedure, Callable[[Fit], Covariance]] = {
    "cr1": clustered.cr1,
    "cr2": clustered.cr2,
    "cr3": clustered.cr3,
}
_TESTS: Mapping[Procedure, Callable[[Run, Fit, Procedure], Row]] = {
    "exchange": _by_exchange,
    "wild_bootstrap": _by_wild,
    "ferman_pinto": _by_borrowed_noise,
    "conley_taber": _by_borrowed_noise,
    "cr1": _by_covariance,
    "cr2": _by_covariance,
    "cr3": _by_covariance,
}
