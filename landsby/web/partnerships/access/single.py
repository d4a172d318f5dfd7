"""One thing and the right to it, fetched together: a stranger gets 404, a member without the right 403."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsby.web.accounts.models import User
from landsby.web.partnerships.access.standing import SEE, Standing, To, Visitor
from landsby.web.partnerships.models import Actor, Community, Membership, Programme


def standing_in(user: Visitor, programme: Programme) -> Standing:
    """What the user is in the programme, read once per user object.

    Raises:
        Http404: a stranger is not told that the programme exists.
    """
    if not isinstance(user, User):
        raise Http404
    known: dict[int, Standing] = user.__dict__.setdefault("_standings", {})
    if programme.pk not in known:
        memberships = Membership.objects.filter(user=user).in_programme(programme).current()
        known[programme.pk] = Standing(user, programme, tuple(memberships))
    if not known[programme.pk].memberships:
        raise Http404
    return known[programme.pk]


def programme_for(user: Visitor, slug: str, *, to: To = SEE) -> tuple[Programme, Standing]:
    """The programme and the user's standing in it.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member who has the right nowhere.
    """
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise Http404
    standing = standing_in(user, programme)
    if not standing.may(to):
        raise PermissionDenied
    return programme, standing


def community_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Community, Standing]:
    """A community that the user may see, and has the right to.

    Raises:
        Http404, PermissionDenied: as `programme_for`.
    """
    community = Community.objects.filter(pk=pk).select_related("programme", "municipality").first()
    if community is None:
        raise Http404
    standing = standing_in(user, community.programme)
    if not Community.objects.filter(standing.seen.among_communities(), pk=pk).exists():
        raise Http404
    if not standing.reach(to).covers(municipality=community.municipality_id, community=pk) and to != SEE:
        raise PermissionDenied
    return community, standing


def actor_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Actor, Standing]:
    """An actor that the user may see, and has the right to.

    Raises:
        Http404, PermissionDenied: as `programme_for`.
    """
    actor = Actor.objects.filter(pk=pk).select_related("programme", "municipality", "community", "parent").first()
    if actor is None:
        raise Http404
    standing = standing_in(user, actor.programme)
    for right, refusal in ((SEE, Http404), (to, PermissionDenied)):
        if not standing.reach(right).covers(
            municipality=actor.municipality_id, community=actor.community_id, actors=(actor.pk, actor.parent_id)
        ):
            raise refusal
    return actor, standing
