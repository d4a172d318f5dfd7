"""Contacts at actors, and who has which role where."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.actions import add_user
from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Actor, Community, Contact, Membership, Municipality, Programme, Role
from landsby.web.partnerships.rules import problems_of_ending


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
def add_person(
    *, email: str, name: str, role: Role, place: Programme | Municipality | Community | Actor, by: User
) -> Membership:
    """Give a role to the person with an e-mail address; one who is not known yet is added, without a password.

    Args:
        name: what a new person is called; a known one keeps their name.
    """
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = add_user(email=email, name=name, by=by)
    return give_membership(user=user, role=role, place=place, by=by)


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> Membership:
    """End a person's role today. What they recorded stays.

    Raises:
        Blocked: when nobody would be left who can give access to the whole programme.
    """
    managers = Membership.objects.in_programme(membership.role.programme).current().who_give_access()
    refuse_on_blockers(problems_of_ending(membership, managers))
    membership.ended_on = timezone.localdate()
    membership.save(update_fields=["ended_on"])
    record(by=by, act=Act.CHANGED, thing=membership, programme=membership.role.programme.slug)
    return membership
