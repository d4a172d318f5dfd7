"""The tallies that somebody may read: those of whole places, where they tell what the activities do."""

from __future__ import annotations

from landsby.web.activities.models import Tally, TallyQuerySet
from landsby.web.activities.models.tallies.settling import settle
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Programme


def tallies_of(programme: Programme) -> TallyQuerySet | None:
    """The tallies of a programme; None when they cannot be had now, and the activities themselves are to be counted."""
    return Tally.objects.of(programme) if settle(programme.pk) else None


def tallies_seen_by(standing: Standing) -> TallyQuerySet | None:
    """The tallies of all that somebody sees, or None; also where single actors add to what they see."""
    if standing.seen.actors:
        return None
    found = tallies_of(standing.programme)
    return found if found is None else found.within(standing.seen)
