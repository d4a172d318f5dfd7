"""Starting programmes, forming places, keeping actors true over the years, and giving people a part."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import (
    Actor,
    ActorName,
    Community,
    Contact,
    Membership,
    Municipality,
    Programme,
    Role,
)
from landsby.web.partnerships.rules import problems_of_closing, problems_of_merger


@transaction.atomic
def start_programme(
    *, slug: str, name: str, starts_on: date, ends_on: date | None, by: User, is_invented: bool = False
) -> Programme:
    """Start an empty programme."""
    programme = Programme(slug=slug, name=name, starts_on=starts_on, ends_on=ends_on, is_invented=is_invented)
    programme.full_clean()
    programme.save()
    record(by=by, act=Act.CREATED, thing=programme, programme=slug)
    return programme


@transaction.atomic
def join_municipality(*, programme: Programme, code: str, name: str, joined_on: date, by: User) -> Municipality:
    """Let a municipality take part, by its four-digit code; one that takes part already is returned."""
    municipality, is_new = Municipality.objects.get_or_create(
        programme=programme, code=code, defaults={"name": name, "joined_on": joined_on}
    )
    if is_new:
        record(by=by, act=Act.CREATED, thing=municipality, programme=programme.slug)
    return municipality


@transaction.atomic
def form_community(
    *,
    municipality: Municipality,
    name: str,
    started_on: date,
    by: User,
    outline: dict[str, Any] | None = None,
) -> Community:
    """Form a local community in a municipality."""
    community = Community(
        programme=municipality.programme,
        municipality=municipality,
        name=name,
        started_on=started_on,
        outline=outline,
    )
    community.full_clean()
    community.save()
    record(by=by, act=Act.CREATED, thing=community, programme=municipality.programme.slug)
    return community


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
    before = {name: getattr(actor, name) for name in fields}
    for name, value in fields.items():
        setattr(actor, name, value)
    actor.full_clean()
    actor.save()
    record(
        by=by, act=Act.CHANGED, thing=actor, programme=actor.programme.slug, detail=changes(before, fields)
    )
    return actor


@transaction.atomic
def rename_actor(*, actor: Actor, name: str, on: date, by: User) -> Actor:
    """Give an actor a new name from a day on; the old one is kept and still found by search."""
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
        Blocked: when it is closed already, or the day lies before it opened.
    """
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
def add_contact(*, actor: Actor, name: str, by: User, title: str = "", email: str = "", phone: str = "") -> Contact:
    """Add a person to call at an actor."""
    contact = Contact(actor=actor, name=name, title=title, email=email, phone=phone)
    contact.full_clean()
    contact.save()
    record(by=by, act=Act.CREATED, thing=contact, programme=actor.programme.slug)
    return contact


@transaction.atomic
def end_contact(*, contact: Contact, by: User) -> Contact:
    """Let a person no longer be a contact from today on."""
    contact.ended_on = timezone.localdate()
    contact.save(update_fields=["ended_on"])
    record(by=by, act=Act.CHANGED, thing=contact, programme=contact.actor.programme.slug)
    return contact


@transaction.atomic
def give_membership(
    *, user: User, role: Role, place: Programme | Municipality | Community | Actor, by: User
) -> Membership:
    """Give a person a role at a place of the kind that the role is tied to.

    Raises:
        ValueError: when the place is of another kind than the role's scope.
    """
    kind = place._meta.model_name or ""
    if kind != role.scope:
        raise ValueError(f"role {role.key} is tied to a {role.scope}, not to a {kind}")
    where = {} if isinstance(place, Programme) else {kind: place}
    membership = Membership.objects.create(user=user, role=role, **where)
    record(by=by, act=Act.CREATED, thing=membership, programme=role.programme.slug)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> Membership:
    """End a person's role today. What they recorded stays."""
    membership.ended_on = timezone.localdate()
    membership.save(update_fields=["ended_on"])
    record(by=by, act=Act.CHANGED, thing=membership, programme=membership.role.programme.slug)
    return membership
