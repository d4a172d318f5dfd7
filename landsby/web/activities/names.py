"""What is told, under the names that definitions have today: they may have been renamed since it was read or typed."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from django.http import QueryDict

from landsby.blueprint import ActivityKind
from landsby.web.activities.details import Details
from landsby.web.activities.rules import problem_of_what_is_gone, problems_of_kind
from landsby.web.blueprints.models import NamesOfToday, last_wording
from landsby.web.kit.filters import WITHOUT
from landsby.web.kit.problems import Problem, refuse_on_blockers
from landsby.web.kit.text import say

FOLDER_OF = {"kind": "activity_kinds", "goals": "goals", "tracks": "tracks"}
"""The fields that hold ids of definitions, and the folders of those definitions."""

ASKED_FOR = {"kind": "activity_kinds", "goal": "goals", "track": "tracks"}
"""The parameters of an address that hold ids of definitions, and the folders of those definitions."""

Referred = tuple[str, str]
"""A definition as an activity refers to it: by field and id."""


def no_reference() -> Container[Referred]:
    """What something new refers to already."""
    return ()


def named_as_today(
    details: Details, names: NamesOfToday, *, kept: Callable[[], Container[Referred]] = no_reference
) -> Details:
    """The details, with each definition called what it is called today.

    Answers stay under the wording by which they were asked for: `kind` is as it was.

    Args:
        kept: what the activity refers to already, which stays whatever became of it; asked only where one is gone.

    Raises:
        Blocked: when the programme no longer has one of them.
    """
    called = {one: names.of(FOLDER_OF[one[0]], one[1]) for one in _referred(details)}
    gone = [one for one, now in called.items() if now is None]
    stays = kept() if gone else ()
    refuse_on_blockers(_told_as_gone(field, id_, names) for field, id_ in gone if (field, id_) not in stays)

    def now(field: str, *ids: str) -> tuple[str, ...]:
        return tuple(called[field, id_] or id_ for id_ in ids)

    [kind] = now("kind", details.kind_id)
    return replace(details, kind_now=kind, goals=now("goals", *details.goals), tracks=now("tracks", *details.tracks))


def new_as_today(details: Details, names: NamesOfToday) -> Details:
    """What is told of something new, as `named_as_today` gives it.

    Raises:
        Blocked: also when the kind has gone out of use since the details were read.
    """
    named = named_as_today(details, names)
    refuse_on_blockers(problems_of_kind(names.blueprint.activity_kinds[named.kind_id], named.starts_on))
    return named


def sent_as_today(sent: QueryDict | None, names: NamesOfToday) -> QueryDict | None:
    """What a form was sent with, as a page would send it that was opened today.

    The page may have stood open, or waited on a device, while definitions were renamed. What is no more stays as it
    is, for the form to refuse.
    """
    fields = [field for field in FOLDER_OF if field in (sent or {})]
    if sent is None or not fields:
        return sent
    made = sent.copy()
    for field in fields:
        made.setlist(field, [names.of(FOLDER_OF[field], id_) or id_ for id_ in sent.getlist(field)])
    return made


def asked_as_today(asked: QueryDict, names: NamesOfToday) -> QueryDict:
    """The parameters of an address, as a link would hold them that was made today.

    Links are sent on and kept, and what they name may be called otherwise since. Several ids may stand in one value,
    separated by commas. What is no more stays as it is, for the form to tell of.
    """

    def now(folder: str, id_: str) -> str:
        return id_ if id_ in ("", WITHOUT) else names.of(folder, id_) or id_

    made = asked.copy()
    for field in ASKED_FOR.keys() & asked.keys():
        told = [[now(ASKED_FOR[field], id_) for id_ in value.split(",")] for value in asked.getlist(field)]
        made.setlist(field, [",".join(ids) for ids in told])
    return made


def kind_of_today(kind: str, names: NamesOfToday) -> ActivityKind:
    """The activity kind that an id stands for today.

    Raises:
        Blocked: when there is none.
    """
    now = names.of("activity_kinds", kind)
    refuse_on_blockers([_told_as_gone("kind", kind, names)] if now is None else [])
    return names.blueprint.activity_kinds[now or kind]


def _referred(details: Details) -> Iterator[Referred]:
    """All that the details refer to."""
    yield "kind", details.kind_id
    yield from (("goals", id_) for id_ in details.goals)
    yield from (("tracks", id_) for id_ in details.tracks)


def _told_as_gone(field: str, id_: str, names: NamesOfToday) -> Problem:
    """That a definition is no more, by the title that it had last."""
    wording = last_wording(names.programme, FOLDER_OF[field], id_)
    return problem_of_what_is_gone(field, say(wording.definition.title) if wording else id_)
