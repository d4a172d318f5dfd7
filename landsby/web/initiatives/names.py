"""What an initiative belongs to, under the names that definitions have today: a page may have stood open meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from landsby.web.blueprints.models import NamesOfToday, last_wording
from landsby.web.initiatives.details import InitiativeDetails
from landsby.web.initiatives.models import LINKED, Initiative
from landsby.web.initiatives.rules import problem_of_what_is_gone
from landsby.web.kit.problems import Problem, refuse_on_blockers
from landsby.web.kit.text import say

Referred = tuple[str, str]
"""A definition by folder and id."""


def named_as_today(
    details: InitiativeDetails, names: NamesOfToday, kept: Collection[Referred] = ()
) -> InitiativeDetails:
    """The details, with each definition called what it is called today.

    Args:
        kept: what the initiative refers to already, which stays whatever became of it.

    Raises:
        Blocked: when the programme no longer has one of them.
    """
    refuse_on_blockers(_gone(details, names, kept))
    links = {
        folder: tuple(dict.fromkeys((names.of(folder, key) or key) if folder in LINKED else key for key in keys))
        for folder, keys in details.links.items()
    }
    return replace(details, links=links, depth=names.of("depths", details.depth) or details.depth)


def referred_by(initiative: Initiative) -> set[Referred]:
    """The definitions that a stored initiative refers to, by folder and id: one question to the database."""
    return {*initiative.links.values_list("folder", "key"), ("depths", initiative.depth)}


def _gone(details: InitiativeDetails, names: NamesOfToday, kept: Collection[Referred]) -> Iterator[Problem]:
    told = [(folder, key) for folder, keys in details.links.items() if folder in LINKED for key in keys]
    if details.depth:
        told.append(("depths", details.depth))
    for folder, key in told:
        if (folder, key) not in kept and names.of(folder, key) is None:
            wording = last_wording(names.programme, folder, key)
            field = "depth" if folder == "depths" else folder
            yield problem_of_what_is_gone(field, say(wording.definition.title) if wording else key)
