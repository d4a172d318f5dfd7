"""Keeping actors true over the years: what they are, what they are called, when they end."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Actor, ActorName, Programme
from landsby.web.partnerships.rules import problems_of_closing, problems_of_merger, problems_of_new_name


@transaction.atomic
def add_actor(*, programme: Programme, kind: str, name: str, by: User, **fields: Any) -> Actor:
    """Add an organisation or a team. `fields` are further fields of `Actor`."""
    actor = Actor(programme=programme, kind=kind, name=name, **fields)
    actor.clean_fields(exclude=["programme", "municipality", "community", "parent", "merged_into"])
    actor.save()
    record(by=by, act=Act.CREATED, thing=actor, programme=programme.slug)
    return actor


@transaction.atomic
def change_actor(*, actor: Actor, by: User, **fields: Any) -> Actor:
    """Correct fields of an actor; a new name in force from a day is `rename_actor`."""
    _lock(actor)
    before = {name: getattr(actor, name) for name in fields}
    for name, value in fields.items():
        setattr(actor, name, value)
    actor.full_clean()
    actor.save()
    record(by=by, act=Act.CHANGED, thing=actor, programme=actor.programme.slug, detail=changes(before, fields))
    return actor


@transaction.atomic
def rename_actor(*, actor: Actor, name: str, on: date, by: User) -> Actor:
    """Give an actor a new name from a day on; the old one is kept and still found by search.

    Raises:
        Blocked: when it is the name in use.
    """
    refuse_on_blockers(problems_of_new_name(actor, name))
    _lock(actor)
    former = actor.name
    ActorName.objects.create(actor=actor, name=former, until_on=on)
    actor.name = name
    actor.full_clean()
    actor.save(update_fields=["name"])
    record(
        by=by,
        act=Act.CHANGED,
        thing=actor,
        programme=actor.programme.slug,
        detail={"name": [former, name], "on": str(on)},
    )
    return actor


@transaction.atomic
def close_actor(*, actor: Actor, on: date, by: User) -> Actor:
    """Close an actor from a day on. What it took part in stays.

    Raises:
        Blocked: when it is closed already, or the day lies before it opened or the programme began.
    """
    _lock(actor)
    refuse_on_blockers(problems_of_closing(actor, on))
    actor.closed_on = on
    actor.save(update_fields=["closed_on"])
    record(
        by=by,
        act=Act.CHANGED,
        thing=actor,
        programme=actor.programme.slug,
        detail={"closed_on": ["", str(on)]},
    )
    return actor


@transaction.atomic
def merge_actor(*, actor: Actor, into: Actor, on: date, by: User) -> Actor:
    """Let `into` carry on for `actor` from a day on; the records before that day stay where they are.

    Raises:
        Blocked: when the two cannot be merged.
    """
    _lock(actor, into)
    refuse_on_blockers([*problems_of_merger(actor, into, on), *problems_of_closing(actor, on)])
    actor.closed_on, actor.merged_into = on, into
    actor.save(update_fields=["closed_on", "merged_into"])
    record(
        by=by,
        act=Act.CHANGED,
        thing=actor,
        programme=actor.programme.slug,
        detail={"merged_into": ["", into.name], "on": str(on)},
    )
    return actor


@transaction.atomic
def reopen_actor(*, actor: Actor, by: User) -> Actor:
    """Take back that an actor closed or was merged away."""
    _lock(actor)
    before = {"closed_on": actor.closed_on, "merged_into": actor.merged_into}
    actor.closed_on, actor.merged_into = None, None
    actor.save(update_fields=["closed_on", "merged_into"])
    detail = changes(before, {"closed_on": "", "merged_into": ""})
    record(by=by, act=Act.CHANGED, thing=actor, programme=actor.programme.slug, detail=detail)
    return actor


def _lock(*actors: Actor) -> None:
    """Read actors as they are now, and let nobody else change them before this is over.

    Always in the same order, so that two who merge the same two never wait for each other.
    """
    for actor in sorted(actors, key=lambda actor: actor.pk):
        actor.refresh_from_db(from_queryset=Actor.objects.select_for_update())
