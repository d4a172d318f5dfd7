"""What definitions were called before and are called now, through every adoption and every way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from landsby.blueprint import Blueprint
from landsby.blueprint.adaptation import Adaptation
from landsby.blueprint.contents import KINDS
from landsby.blueprint.renaming import Renames, with_renamed
from landsby.web.blueprints.models.adaptation import LocalAdaptation, Name
from landsby.web.blueprints.models.adopted import AdoptedBlueprint
from landsby.web.partnerships.models import Programme

Said = list[tuple[LocalAdaptation, Adaptation]]
"""Wordings of adaptations, the latest first: each as it was written, and under the names of today."""


@dataclass(frozen=True)
class Step:
    """From a moment on, some definitions were called otherwise."""

    at: datetime
    renames: Renames


def steps_of(programme: Programme) -> list[Step]:
    """All renames of a programme in the order in which they happened, in one query."""
    steps = []
    rows = AdoptedBlueprint.objects.of(programme).values_list("adopted_at", "undone_at", "renamed")
    for adopted_at, undone_at, renamed in rows:
        if renamed:
            steps.append(Step(adopted_at, {(folder, before): after for folder, before, after in renamed}))
        if renamed and undone_at:
            steps.append(Step(undone_at, {(folder, after): before for folder, before, after in renamed}))
    return sorted(steps, key=lambda step: step.at)


def renames_of_steps(steps: Iterable[Step]) -> Renames:
    """Several steps as one: what each id that was in use before the first of them is called after the last."""
    found: dict[tuple[str, str], str] = {}
    for step in sorted(steps, key=lambda step: step.at, reverse=True):
        found |= {
            (folder, before): found.get((folder, after), after) for (folder, before), after in step.renames.items()
        }
    return found


def names_of(steps: Iterable[Step], folder: str, key: str) -> list[Name]:
    """What a definition of today was called, the latest name first."""
    names: list[Name] = []
    until = None
    for step in sorted(steps, key=lambda step: step.at, reverse=True):
        former = next((id_ for (of, id_), after in step.renames.items() if (of, after) == (folder, key)), None)
        if former is not None:
            names.append(Name(key, step.at, until))
            key, until = former, step.at
        elif (folder, key) in step.renames:
            # What was called so before went over to another name: it was another definition.
            return [*names, Name(key, step.at, until)]
    return [*names, Name(key, None, until)]


def as_called_today(row: LocalAdaptation, steps: Iterable[Step]) -> Adaptation:
    """What a wording says, on what its definition is called now and naming others by their ids of now."""
    [today] = with_renamed([row.value], renames_of_steps(step for step in steps if step.at > row.at))
    return today


def said_about(programme: Programme, folder: str, key: str) -> Said:
    """All that a programme has said about a definition of today, whatever it was called then: two queries."""
    steps = steps_of(programme)
    rows = LocalAdaptation.objects.of(programme).called(folder, names_of(steps, folder, key)).newest_first()
    return [(row, as_called_today(row, steps)) for row in rows]


@dataclass
class NamesOfToday:
    """What ids stand for in a blueprint, whichever of its versions they were read from.

    The renames are asked for when an id is met that the blueprint has not: where nothing was renamed, never.
    """

    programme: Programme
    blueprint: Blueprint

    def of(self, folder: str, id_: str) -> str | None:
        """The id of today; None where the definition is no more. An id that is in use today is itself."""
        known = getattr(self.blueprint, folder) if folder in KINDS else {}
        if id_ in known:
            return id_
        after = self._renames.get((folder, id_))
        return after if after in known else None

    @cached_property
    def _renames(self) -> Renames:
        return renames_of_steps(steps_of(self.programme))
