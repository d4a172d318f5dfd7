"""Who somebody may give access to, which roles they may give, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from landsby.web.partnerships.access.many import actors_within, communities_within, municipalities_within
from landsby.web.partnerships.access.single import actor_for, programme_for
from landsby.web.partnerships.access.standing import Standing, Visitor
from landsby.web.partnerships.models import (
    Actor,
    Contact,
    Membership,
    MembershipQuerySet,
    Place,
    Right,
    Role,
    ScopeLevel,
)

_WIDTH = {ScopeLevel.PROGRAMME: 3, ScopeLevel.MUNICIPALITY: 2, ScopeLevel.COMMUNITY: 1, ScopeLevel.ACTOR: 0}


def memberships_within(standing: Standing) -> MembershipQuerySet:
    """The programme's current memberships at places where somebody gives access to others."""
    reach = standing.reach(Right.MANAGE_PEOPLE)
    return Membership.objects.in_programme(standing.programme).current().filter(reach.among_memberships())


def membership_for(user: Visitor, slug: str, pk: int) -> tuple[Membership, Standing]:
    """A current membership that the user may end.

    Raises:
        Http404: to a stranger, and for what lies where the user gives no access.
        PermissionDenied: to a member who gives access nowhere.
    """
    _programme, standing = programme_for(user, slug, to=Right.MANAGE_PEOPLE)
    membership = memberships_within(standing).filter(pk=pk).first()
    if membership is None:
        raise Http404
    return membership, standing


def contact_of(actor: Actor, pk: int) -> Contact:
    """A current contact of an actor that has been fetched with the right to it.

    Raises:
        Http404: when there is none.
    """
    contact = Contact.objects.current().filter(actor=actor, pk=pk).select_related("actor__programme").first()
    if contact is None:
        raise Http404
    return contact


def contacts_of(actor: Actor, standing: Standing) -> list[Contact] | None:
    """The current contacts of an actor; None to whoever may not see them."""
    return list(actor.contacts.current()) if sees_contacts(actor, standing) else None


def contact_for(user: Visitor, pk: int, contact: int) -> tuple[Contact, Standing]:
    """A current contact that the user may correct: they answer for the actor, and see its contacts.

    Args:
        pk: of the actor.

    Raises:
        Http404, PermissionDenied: as `actor_for` and `contact_of`.
    """
    actor, standing = actor_for(user, pk, to=Right.MANAGE_PLACES)
    if not sees_contacts(actor, standing):
        raise PermissionDenied
    return contact_of(actor, contact), standing


def sees_contacts(actor: Actor, standing: Standing) -> bool:
    """Whether somebody may read how to reach the people of an actor."""
    places = {"municipality": actor.municipality_id, "community": actor.community_id}
    return standing.reach(Right.SEE_CONTACTS).covers(actors=(actor.pk, actor.parent_id), **places)


def roles_to_give(standing: Standing) -> list[Role]:
    """The roles still in use that somebody may give: one of their own memberships reaches as wide, and may as much."""
    return [role for role in standing.programme.roles.all() if role.is_given and _givers(standing, role)]


def role_for(user: Visitor, slug: str, key: str) -> tuple[Role, Standing]:
    """A role that the user may give, by its key.

    Raises:
        Http404: to a stranger, and when there is no such role or it is not theirs to give.
        PermissionDenied: to a member who gives access nowhere.
    """
    _programme, standing = programme_for(user, slug, to=Right.MANAGE_PEOPLE)
    role = next((role for role in roles_to_give(standing) if role.key == key), None)
    if role is None:
        raise Http404
    return role, standing


def places_for(standing: Standing, role: Role) -> Sequence[Place]:
    """The places of the kind that a role is tied to, where somebody may give that very role."""
    right, today = Right.MANAGE_PEOPLE, timezone.localdate()
    giving = replace(standing, memberships=_givers(standing, role))
    match ScopeLevel(role.scope):
        case ScopeLevel.PROGRAMME:
            return [giving.programme] if giving.reach(right).everywhere else []
        case ScopeLevel.MUNICIPALITY:
            return list(municipalities_within(giving, right))
        case ScopeLevel.COMMUNITY:
            return list(communities_within(giving, right).open_on(today))
        case ScopeLevel.ACTOR:
            return list(actors_within(giving, right).open_on(today))


def _givers(standing: Standing, role: Role) -> tuple[Membership, ...]:
    """The memberships that a role may be given by. Two that each cover a half of it give nothing together."""
    return tuple(
        own
        for own in standing.memberships
        if Right.MANAGE_PEOPLE in own.role.rights
        and set(own.role.rights).issuperset(role.rights)
        and _WIDTH[ScopeLevel(role.scope)] <= _WIDTH[ScopeLevel(own.role.scope)]
        and _WIDTH[ScopeLevel(role.sees)] <= _WIDTH[ScopeLevel(own.role.sees)]
    )
