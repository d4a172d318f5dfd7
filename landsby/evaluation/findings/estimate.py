"""An estimate as it stands in a result, and what the estimators of one run share."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import Estimator, Procedure
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.exchanged_paths import ExchangedPaths
from landsby.evaluation.inference.statistics import SUMMARY, Asked, StatisticId
from landsby.evaluation.problems import Problem


@dataclass(frozen=True)
class Estimate:
    """One number with its uncertainty, as it stands in a result.

    Attributes:
        estimator: what it was estimated by.
        outcome: of what.
        term: which number: "treated", "e2" two periods after the start, "g2020 t2022", "all".
        estimate: in the outcome's own unit.
        se: standard error; None where the procedure has none.
        ci_low: of the interval with the design's level; None where it has no end.
        ci_high: its other end.
        p: against no effect.
        procedure: how the uncertainty was found, in words.
        statistic: what must hold its size before the uncertainty may be told; None where nothing asks it.
        n_areas: areas compared.
        n_treated: of them treated.
    """

    estimator: str
    outcome: str
    term: str
    estimate: float
    se: float | None
    ci_low: float | None
    ci_high: float | None
    p: float | None
    procedure: str
    statistic: StatisticId | None
    n_areas: int
    n_treated: int

    @property
    def is_summary(self) -> bool:
        """Whether it is the whole effect in one figure."""
        return self.term in SUMMARY

    @property
    def asked(self) -> Asked | None:
        """What a calibration run asks of it."""
        return self.statistic and Asked.of(self.statistic, self.term)


@dataclass(frozen=True)
class Estimated:
    """What came of a design for one outcome.

    Attributes:
        estimates: by estimator in the order of the design.
        problems: what the estimators came upon, and why some of them could not be had.
    """

    estimates: tuple[Estimate, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Row:
    """What an estimator gives; attributes as those of `Estimate`, and numbers that are not finite are none."""

    term: str
    estimate: float
    se: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    p: float | None = None
    procedure: str = "none"
    statistic: StatisticId | None = None

    def of(self, estimator: Estimator, outcome: str, schedule: Schedule) -> Estimate:
        """The estimate of an outcome by an estimator, in a schedule."""
        numbers = (self.se, self.ci_low, self.ci_high, self.p)
        se, low, high, p = (None if x is None or not isfinite(x) else float(x) for x in numbers)
        areas, treated, how = len(schedule.area), len(schedule.treated), (self.procedure, self.statistic)
        return Estimate(estimator, outcome, self.term, float(self.estimate), se, low, high, p, *how, areas, treated)


@dataclass(frozen=True, eq=False)
class Run:
    """What the estimators of one run share.

    Attributes:
        cells: of the outcome, areas of the schedule alone.
        schedule: the areas that are compared.
        design: the declared design.
        level: of intervals.
        paths: group-time effects under exchanged schedules, where they are to say how sure one may be.
        beside: the procedure that is reported beside the design's own.
        exchanged: the statistic and the schedules of the exchange; without them they are chosen by size.
        problems: the doubts that the estimators come upon.
    """

    cells: Cells
    schedule: Schedule
    design: Design
    level: float = 0.95
    paths: ExchangedPaths | None = None
    beside: Procedure | None = None
    exchanged: tuple[StatisticId, Exchanges] | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """Those of the design, then the one that is reported beside them."""
        named = self.design.inference.procedures
        return named if self.beside is None or self.beside in named else (*named, self.beside)

    def rng(self, purpose: int) -> np.random.Generator:
        """Chance for one purpose: what is drawn for one shifts no other."""
        return np.random.default_rng([self.design.inference.seed, purpose])
