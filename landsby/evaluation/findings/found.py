"""What was found of one outcome, and how far the data reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from landsby.evaluation.cells.description import Before, Sides
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.findings.dosing import Dose
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.judging import Judged
from landsby.evaluation.findings.looked import Sensitivity
from landsby.evaluation.findings.reading import Reading
from landsby.evaluation.findings.subgrouping import SubgroupEffect
from landsby.evaluation.inference.exchanged_paths import ExchangedPaths
from landsby.evaluation.problems import Problem
from landsby.evaluation.series.course import Course


@dataclass(frozen=True, eq=False)
class Found:
    """What was found of one outcome.

    Attributes:
        outcome: which.
        estimates: by estimator in the order of the design; with p-values and intervals only of procedures that hold.
        judged: which procedures do, and why.
        described: means by side and period.
        alike: every variable before the first start, on both sides.
        paths: effects by time since the start under every schedule; None where nothing is compared.
        sensitivity: what the effect leans on; None where nothing is compared.
        subgroups: groups by themselves.
        dose: how effects go with doses; None where the design names none.
        course: the areas' own course, where nothing is compared; else None.
        headline: the estimate that the reading is about, None where there is none.
        reading: the sentence.
        problems: what is doubtful.
        behind: how many rows each effect is made of, by its term.
    """

    outcome: Outcome
    estimates: tuple[Estimate, ...]
    judged: Judged
    described: Sides
    alike: tuple[Before, ...]
    paths: ExchangedPaths | None
    sensitivity: Sensitivity | None
    subgroups: tuple[SubgroupEffect, ...]
    dose: Dose | None
    headline: Estimate | None
    reading: Reading
    problems: tuple[Problem, ...]
    course: Course | None = None
    behind: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class When:
    """How far the data reach: periods after the last start, how many the design needs, whether the window has ended."""

    measured: int
    needed: int
    ended: bool
