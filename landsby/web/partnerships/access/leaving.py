"""Who may take over from somebody who leaves, and what this room keeps for them."""

from __future__ import annotations

from landsby.web.partnerships.access.standing import Reach, Standing
from landsby.web.partnerships.models import (
    Actor,
    Community,
    Contact,
    Invitation,
    Membership,
    Municipality,
    Place,
    Programme,
    Right,
)


def reach_of(membership: Membership) -> Reach:
    """The places that one membership acts on."""
    return Standing(membership.user, membership.role.programme, (membership,)).acting


def heirs_of(membership: Membership) -> list[Membership]:
    """By which role somebody registers activities where the membership acts, one for each person.

    Those at the same place come first, then the wider roles.
    """
    others = Membership.objects.in_programme(membership.role.programme).current().exclude(user=membership.user)
    able = [
        other
        for other in others.filter(user__is_active=True)
        if Right.LOG_ACTIVITIES in other.role.rights and _covers(reach_of(other), membership.place)
    ]
    nearest_first = sorted(able, key=lambda other: other.place != membership.place)
    nearest: dict[int, Membership] = {}
    for other in nearest_first:
        nearest.setdefault(other.user_id, other)
    return list(nearest.values())


def _covers(reach: Reach, place: Place) -> bool:
    match place:
        case Programme():
            return reach.everywhere
        case Municipality():
            return reach.covers(municipality=place.pk)
        case Community():
            return reach.covers(municipality=place.municipality_id, community=place.pk)
        case Actor():
            actors = (place.pk, place.parent_id)
            return reach.covers(municipality=place.municipality_id, community=place.community_id, actors=actors)


def invitations_of(membership: Membership) -> list[Invitation]:
    """The unanswered invitations that rest on the holder's right, where the membership acts."""
    invitations = Invitation.objects.in_programme(membership.role.programme).unanswered()
    return list(invitations.filter(reach_of(membership).among_memberships(), invited_by=membership.user))


def contacts_in_person(membership: Membership) -> list[Contact]:
    """Where the holder is the person to call, as their address shows, among the actors that the membership acts on."""
    actors = Actor.objects.of(membership.role.programme).filter(reach_of(membership).among_actors())
    current = Contact.objects.current().filter(email__iexact=membership.user.email, actor__in=actors.order_by())
    return list(current.select_related("actor__programme"))
