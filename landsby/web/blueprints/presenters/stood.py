"""A definition as it stood, told with the names that everything had then, and what differs from today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from landsby.blueprint import Blueprint, Definition, Text
from landsby.blueprint.change import FieldChange
from landsby.blueprint.contents import KINDS
from landsby.blueprint.difference import Titles, field_changes, title_of
from landsby.blueprint.renaming import Renames, renamed_data
from landsby.web.blueprints.models import (
    DefinitionWording,
    NamesOfToday,
    blueprint_at,
    blueprint_of,
    renames_of_steps,
    steps_of,
)
from landsby.web.blueprints.presenters.changes import ToldField, told_fields
from landsby.web.blueprints.presenters.facts import Address
from landsby.web.blueprints.presenters.reading import Reading, reading_of
from landsby.web.kit.text import say


@dataclass(frozen=True)
class Stood:
    """A definition as it stood.

    Attributes:
        today: what has become of it; None where it is no more.
        url: where that is read.
        has_new_name: whether people call it something else today.
        fields: what differs from today.
    """

    reading: Reading
    today: Definition | None
    url: str
    has_new_name: bool
    fields: Sequence[ToldField]


def stood_of(wording: DefinitionWording, address: Address) -> Stood:
    """A wording, read among the definitions that it came into force with."""
    programme, folder = wording.programme, wording.folder
    then, now = blueprint_at(programme, wording.started_at), blueprint_of(programme)
    names = NamesOfToday(programme, now)
    key = names.of(folder, wording.key)
    stood, today = wording.definition, getattr(now, folder).get(key)

    def read_today(of: str, id_: str) -> str:
        """Where something of then is read; nowhere where it is no more."""
        current = names.of(of, id_)
        return address(of, current) if current else ""

    renames = renames_of_steps(step for step in steps_of(programme) if step.at > wording.started_at)
    return Stood(
        reading_of(then, folder, stood, read_today),
        today,
        address(folder, key) if key else "",
        today is not None and say(today.title) != say(stood.title),
        told_fields(_changes(folder, stood, today, renames, _called(then, renames), now)) if today else (),
    )


def _changes(
    folder: str, stood: Definition, today: Definition, renames: Renames, called: Titles, now: Blueprint
) -> list[FieldChange]:
    """What differs, where what only goes by another id is no difference."""
    same = KINDS[folder].model_validate(renamed_data(folder, stood.to_data(), renames))
    return list(field_changes(same, today, called, lambda of, id_: title_of(now, of, id_)))


def _called(then: Blueprint, renames: Renames) -> Callable[[str, str], Text]:
    """What definitions were called, by their ids of today."""
    former = {(of, after): before for (of, before), after in renames.items()}
    return lambda of, id_: title_of(then, of, former.get((of, id_), id_))
