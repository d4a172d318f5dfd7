"""Contacts at actors, and who has which role where."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.actions import sign_out_everywhere
from landsby.web.accounts.models import User
from landsby.web.kit.audit import Author, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.leaving import left_by
from landsby.web.partnerships.models import Actor, Contact, Membership, Place, Programme, Role, at
from landsby.web.partnerships.rules import problems_of_ending, problems_of_giving


@transaction.atomic
def add_contact(*, actor: Actor, name: str, by: User, title: str = "", email: str = "", phone: str = "") -> Contact:
    """Add a person to call at an actor."""
    contact = Contact(actor=actor, name=name, title=title, email=email, phone=phone)
    contact.full_clean()
    contact.save()
    record(by=by, act=Act.CREATED, thing=contact, programme=actor.programme.slug)
    return contact


@transaction.atomic
def change_contact(*, contact: Contact, name: str, title: str, email: str, phone: str, by: User) -> Contact:
    """Correct what is known of a contact. Which facts changed is noted; what they were is not kept anywhere."""
    contact.refresh_from_db(from_queryset=Contact.objects.select_for_update())
    told = {"name": name, "title": title, "email": email, "phone": phone}
    changed = [field for field, value in told.items() if getattr(contact, field) != value]
    if not changed:
        return contact
    for field in changed:
        setattr(contact, field, told[field])
    contact.full_clean()
    contact.save(update_fields=changed)
    detail = {field: ["", ""] for field in changed}
    record(by=by, act=Act.CHANGED, thing=contact, programme=contact.actor.programme.slug, detail=detail)
    return contact


@transaction.atomic
def end_contact(*, contact: Contact, by: User) -> Contact:
    """Let a person no longer be a contact from today on; one who is none already stays as they are."""
    contact.refresh_from_db(from_queryset=Contact.objects.select_for_update())
    if contact.ended_on is not None:
        return contact
    contact.ended_on = timezone.localdate()
    contact.save(update_fields=["ended_on"])
    record(by=by, act=Act.CHANGED, thing=contact, programme=contact.actor.programme.slug)
    return contact


@transaction.atomic
def give_membership(*, user: User, role: Role, place: Place, by: Author, provider: str = "") -> Membership:
    """Give a person a role at a place of the kind that the role is tied to; one who has it already keeps it.

    Args:
        provider: the municipal sign-in that gives the role, when nobody does it by hand.

    Raises:
        Blocked: when the person has been shut out.
        ValueError: when the place is of another kind than the role's scope.
    """
    kind = place._meta.model_name or ""
    if kind != role.scope:
        raise ValueError(f"role {role.key} is tied to a {role.scope}, not to a {kind}")
    refuse_on_blockers(problems_of_giving(user))
    Role.objects.select_for_update().get(pk=role.pk)
    held = Membership.objects.current().filter(user=user, role=role, **at(place)).first()
    if held is not None:
        return held
    membership = Membership.objects.create(user=user, role=role, provider=provider, **at(place))
    record(by=by, act=Act.CREATED, thing=membership, programme=role.programme.slug)
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: Author, heir: User | None = None) -> Membership:
    """End a person's role today. What they recorded stays; whoever has no role left is signed out.

    Args:
        heir: who takes over what they look after there; without one it stays as it is.

    Raises:
        Blocked: when nobody would be left who can give access to the whole programme.
    """
    # Two who end each other's access at the same time would each count the other as left.
    Programme.objects.select_for_update().get(pk=membership.role.programme_id)
    membership.refresh_from_db(from_queryset=Membership.objects.select_for_update())
    if membership.ended_on is not None and membership.ended_on <= timezone.localdate():
        return membership
    managers = Membership.objects.in_programme(membership.role.programme).current().who_give_access()
    refuse_on_blockers(problems_of_ending(membership, managers))
    for sort, things in left_by(membership) if heir else ():
        sort.hand_over(things=things, to=heir, by=by)
    membership.ended_on = timezone.localdate()
    membership.save(update_fields=["ended_on"])
    record(by=by, act=Act.ENDED, thing=membership, programme=membership.role.programme.slug)
    if not Membership.objects.current().filter(user=membership.user).exists():
        sign_out_everywhere(user=membership.user, by=by)
    return membership
