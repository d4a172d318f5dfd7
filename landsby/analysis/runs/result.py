"""What a run gives, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from landsby.analysis.runs.telling import looks_data, outcome_data, plain, problem_data
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.comparison.matching import Balance
from landsby.evaluation.designs.design import Design
from landsby.evaluation.disclosure.results import released
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.found import Found
from landsby.evaluation.findings.judging import Exchanging
from landsby.evaluation.problems import Problem
from landsby.evaluation.sensitivity.leaning import adjusted


@dataclass(frozen=True, eq=False)
class Result:
    """What a run gives.

    Attributes:
        design: the declared design.
        outcomes: what was found of each, in the order of the design; those that could not be had are left out.
        how: schedules were exchanged; None where they could not be.
        last: the last measured period.
        matched: how alike treated and comparison areas were before the first start, before and after matching.
        areas: those compared.
        problems: what is doubtful, each once.
        manifest: what it was made from and with.
        cells: of the primary outcome.
    """

    design: Design
    outcomes: tuple[Found, ...]
    how: Exchanging | None
    last: int
    matched: tuple[Balance, ...]
    areas: tuple[str, ...]
    problems: tuple[Problem, ...]
    manifest: Mapping[str, Any]
    cells: Cells

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """All of them, in the order of outcomes and estimators."""
        return tuple(estimate for each in self.outcomes for estimate in each.estimates)

    @property
    def counts(self) -> dict[str, dict[int, int]]:
        """By area that is compared, period by period, how many rows are behind the primary outcome.

        They are no part of what is told of a run: small ones have to be hidden first.
        """
        cells, found = self.cells, {area: dict[int, int]() for area in self.areas}
        for area, period, n in zip(cells.area.tolist(), cells.period.tolist(), cells.n.tolist(), strict=True):
            if area in found:
                found[area][period] = found[area].get(period, 0) + n
        return found

    @cached_property
    def adjusted(self) -> dict[str, float]:
        """By outcome that the programme may have moved: p-values adjusted for their number, by the same schedules.

        Only of outcomes for which the exchange holds its size.
        """
        figures = {
            each.outcome.id: each.paths.overall / each.paths.overall_scale
            for each in self.outcomes
            if each.outcome.role != "placebo" and each.paths is not None and each.judged.by_group
        }
        return adjusted(figures)

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data; the same whenever and wherever it is run."""
        placebos = [each for each in self.outcomes if each.outcome.role == "placebo"]
        told = {
            "design": {"id": self.design.id, "title": self.design.title.model_dump()},
            "outcomes": [
                outcome_data(each, self.design, self.how, self.adjusted, [one for one in placebos if one is not each])
                for each in self.outcomes
            ],
            "looks": looks_data(self.design, self.last),
            "estimates": [asdict(estimate) for estimate in self.estimates],
            "balance": [plain(each) for each in self.matched],
            "areas": list(self.areas),
            "problems": [problem_data(each) for each in self.problems],
            "manifest": dict(self.manifest),
        }
        return released(told)
