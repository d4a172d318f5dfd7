"""The declared design of an evaluation: what shall be compared with what, and how, said before the outcome is seen.

A design is one YAML file, locked by the hash of its content. Errors name file, line, field and cure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from landsby.blueprint.document import Document
from landsby.blueprint.fault import BlueprintError, in_reading_order
from landsby.blueprint.hashing import hash_of
from landsby.blueprint.reading import read_document
from landsby.blueprint.shape import shaped
from landsby.blueprint.values import Frozen, Id, Line, Whole
from landsby.evaluation.designs.doubts import faults_of
from landsby.evaluation.designs.methods import Estimator
from landsby.evaluation.designs.parts import (
    Comparison,
    Inference,
    Look,
    Outcome,
    Selection,
    Subgroup,
    TooEarly,
    Treated,
)
from landsby.evaluation.designs.periods import PeriodName, PeriodWords, words_of
from landsby.evaluation.designs.recipe import Code, Columns, Recipe, Variable, Window
from landsby.evaluation.designs.schedules import Against, Schedule
from landsby.evaluation.designs.texts import Prose, Title

CAME_LATER: Mapping[tuple[str, ...], object] = {
    ("names",): {},
    ("period_name",): "year",
    ("selection",): None,
    ("anticipation",): 0,
    ("comparison", "not_yet"): False,
    ("inference", "weights"): "rademacher",
}
"""Fields that the first sealed designs did not have, and what they are without being written."""


class Design(Frozen):
    """A declared design."""

    id: Id
    """The name that results keep."""
    title: Title
    """What people call it."""
    question: Prose
    """What is asked, in one plain sentence."""
    population: Prose
    """Which children, and in which area they count: of birth or of entry, wherever they live later."""
    columns: Columns
    """The columns that say whom, where and when."""
    window: Window
    """The periods that count."""
    period_name: PeriodName = "year"
    """What a period is called; school years by the year in which they begin, half-years and quarters as 1, 2, 3 …"""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    """What is followed."""
    covariates: tuple[Variable, ...] = ()
    """What is held alike; nothing that the programme itself may have changed."""
    treated: Annotated[tuple[Treated, ...], Field(min_length=1)]
    """Where the programme works, and since when."""
    selection: Selection | None = None
    """Why the programme works where it does."""
    comparison: Comparison
    """With what that is compared."""
    anticipation: Annotated[Whole, Field(ge=0, le=5)] = 0
    """For how many periods before its start an area may already have changed; of group-time effects alone."""
    estimators: Annotated[tuple[Estimator, ...], Field(min_length=1)] = ("group_time", "event_study", "two_way")
    """What the effect is estimated by."""
    inference: Inference = Inference()
    """How sure one may be."""
    looks: tuple[Look, ...] = ()
    """The planned readings."""
    subgroups: tuple[Subgroup, ...] = ()
    """Groups that are looked at by themselves."""
    too_early: TooEarly
    """What would make any answer premature."""
    names: dict[Code, Line] = Field(default_factory=dict)
    """What people call areas and units, by their code, where a result should say more than the code."""

    @property
    def recipe(self) -> Recipe:
        """How rows become this design's cells. Only what is read counts for it, not what it is called or hoped."""
        read = {"id", "column", "unit", "low", "high", "decimals"}
        outcomes = tuple(Variable(**outcome.model_dump(include=read)) for outcome in self.outcomes)
        return Recipe(columns=self.columns, outcomes=outcomes, covariates=self.covariates, window=self.window)

    @property
    def periods(self) -> PeriodWords:
        """What its periods are called, in words."""
        return words_of(self.period_name, self.window.first)

    @property
    def primary(self) -> Outcome:
        """The first outcome that decides."""
        return next(outcome for outcome in self.outcomes if outcome.role == "primary")

    @property
    def starts(self) -> dict[str, int]:
        """Each treated area's first treated period."""
        return {each.area: each.starts for each in self.treated}

    @property
    def excluded(self) -> frozenset[str]:
        """Areas that may not serve as comparison."""
        return frozenset(area for each in self.comparison.exclude for area in each.areas)

    @property
    def looks_that_conclude(self) -> tuple[Look, ...]:
        """The planned readings at which something may be concluded: once the periods that it needs are measured."""
        enough = max(self.starts.values()) + self.too_early.periods_after_start - 1
        return tuple(look for look in self.looks if look.period >= enough)

    def level_of(self, outcome: Outcome) -> float:
        """The level at which one outcome is read.

        `alpha` is shared evenly by the primary outcomes and by the planned readings that may conclude (Bonferroni:
        Dunn 1961, J Am Stat Assoc 56:52-64), so that with all of them a true null is rejected at most so often. A
        placebo outcome is a warning, which a strict level would only silence, and keeps it whole.
        """
        if outcome.role == "placebo":
            return self.inference.alpha
        primaries = sum(each.role == "primary" for each in self.outcomes) if outcome.role == "primary" else 1
        return self.inference.alpha / (primaries * max(1, len(self.looks_that_conclude)))

    def pool(self, areas: Mapping[str, str] | list[str]) -> list[str]:
        """The areas that may serve as comparison, of those that the data have, in order."""
        return sorted((set(self.comparison.areas or areas) & set(areas)) - self.excluded - set(self.starts))

    def schedule(self, areas: Mapping[str, str]) -> Schedule:
        """The schedule over the treated areas, whether the data have them or not, and the pool.

        Args:
            areas: each area of the data with its unit at the level of the shocks.
        """
        first: dict[str, int | None] = {**dict.fromkeys(self.pool(areas)), **self.starts}
        within = {area: areas.get(area, area) for area in first}
        cluster = within if self.inference.shocks == "cluster" else None
        schedule = Schedule.of(first, cluster, within if self.columns.cluster else None)
        return replace(schedule, against=Against(self.comparison.not_yet, self.anticipation))

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data; without what fields that came later hold unasked, so that older seals hold."""
        told = self.model_dump(mode="json")
        for *way, name in CAME_LATER:
            part = told[way[0]] if way else told
            if part[name] == CAME_LATER[(*way, name)]:
                del part[name]
        return told

    @cached_property
    def content_hash(self) -> str:
        """The hash of the content, whatever the layout of the file: the seal of a declaration."""
        return hash_of(self.to_data())


def load_design(path: Path) -> Design:
    """A design from its file.

    Raises:
        BlueprintError: with everything that is wrong at once.
    """
    if not path.is_file():
        raise BlueprintError([Document(str(path)).fault("file_absent", name=str(path))])
    return read_design(str(path), path.read_bytes())


def read_design(file: str, content: bytes, *, is_sealed: bool = False) -> Design:
    """A design from the content of its file.

    Args:
        file: its name, for what is said of it.
        content: of the file.
        is_sealed: it was declared, and is past mending: what one has come to doubt since is not asked of it.

    Raises:
        BlueprintError: with everything that is wrong at once.
    """
    document = read_document(file, content)
    if (design := shaped(document, Design)) is None:
        raise BlueprintError(in_reading_order(document.faults))
    if not is_sealed and (faults := list(faults_of(design.model_dump(mode="json"), document))):
        raise BlueprintError(in_reading_order(faults))
    return design
