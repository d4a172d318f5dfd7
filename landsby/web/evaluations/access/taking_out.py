"""Who takes numbers out of the house as files: a role that both evaluates and exports, as far as that role sees."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from landsby.web.evaluations.models import PlaceCode, ToldRecords
from landsby.web.partnerships.access import Standing, Visitor, programme_for
from landsby.web.partnerships.models import Programme, Right


def takes_out(standing: Standing) -> bool:
    """Whether one of somebody's roles holds both rights: what one role lends is not used through another."""
    return standing.holding(Right.EXPORT).may(Right.EVALUATE)


def records_for(user: Visitor, slug: str) -> tuple[Programme, Standing]:
    """A programme whose own records the user may take out.

    Returns:
        The programme, and the user with those roles alone that take them out.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the rights.
    """
    programme, standing = programme_for(user, slug, to=Right.EVALUATE)
    if not takes_out(standing):
        raise PermissionDenied
    return programme, standing.holding(Right.EXPORT).holding(Right.EVALUATE)


def told_before(programme: Programme) -> list[ToldRecords]:
    """What files of the programme's own records told, the first first."""
    return list(ToldRecords.objects.filter(programme=programme).order_by("pk"))


def codes_seen(standing: Standing) -> set[str]:
    """The codes of the places that somebody sees."""
    codes = PlaceCode.objects.filter(programme=standing.programme).select_related("community")
    return {code.code for code in codes if _is_seen(code, standing)}


def _is_seen(code: PlaceCode, standing: Standing) -> bool:
    community = code.community
    municipality = community.municipality_id if community else code.municipality_id
    return standing.seen.covers(municipality=municipality, community=code.community_id)
