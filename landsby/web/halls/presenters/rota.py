"""The rota on one screen: every opening ahead, its hosts, gaps and double bookings, and how the duties are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.forms import BoundField
from django.utils.translation import gettext as _

from landsby.web.activities.models import Activity
from landsby.web.activities.presenters import when_of
from landsby.web.halls.clashes import Clashes
from landsby.web.halls.models import Opening, Season
from landsby.web.halls.turns import Turn, fair_turns
from landsby.web.kit.numbers import keys_in

if TYPE_CHECKING:
    from landsby.web.halls.forms import RotaForm


def proposal_for(season: Season, openings: Sequence[Opening], clashes: Clashes) -> Mapping[int, tuple[int, ...]]:
    """A fair filling of the gaps among the openings ahead.

    Args:
        openings: all of the season's in order; those that have been count as duties already done.
    """
    associations = [host.actor for host in season.hosts.all()]
    turns = []
    for opening in openings:
        day = opening.activity.starts_on
        closed = {one.pk for one in associations if one.closed_on and one.closed_on <= day}
        early = {one.pk for one in associations if one.opened_on and one.opened_on > day}
        barred = closed | early | set(clashes.get(opening.pk, {}))
        hosts = tuple(host.pk for host in opening.hosts)
        turns.append(Turn(key=opening.pk, on=day, hosts=hosts, barred=barred))
    return fair_turns(turns, [one.pk for one in associations], season.hosts_each)


@dataclass(frozen=True)
class RotaRow:
    """One opening on the rota."""

    opening: Opening
    places: Sequence[BoundField]
    clashing: Mapping[int, Activity]
    hosts_each: int

    @property
    def when(self) -> str:
        """Day and time."""
        return when_of(self.opening.activity)

    @property
    def was(self) -> str:
        """The hosts as they are stored now, for the page to send back."""
        return ",".join(str(host.pk) for host in self.opening.hosts)

    @property
    def chosen(self) -> list[int]:
        """The hosts that the page shows."""
        return keys_in(place.value() for place in self.places)

    @property
    def is_proposed(self) -> bool:
        """Whether the page shows others than are stored."""
        return self.chosen != [host.pk for host in self.opening.hosts]

    @property
    def lacks(self) -> int:
        """How many hosts are missing."""
        return max(0, self.hosts_each - len(self.chosen))

    @property
    def clashes(self) -> list[Activity]:
        """What a chosen host leads elsewhere at that time."""
        return [self.clashing[key] for key in self.chosen if key in self.clashing]


@dataclass(frozen=True)
class RotaScreen:
    """All openings ahead."""

    season: Season
    form: RotaForm
    clashes: Clashes
    past: Sequence[Opening]

    @cached_property
    def rows(self) -> list[RotaRow]:
        """One for each opening, in order."""
        return [
            RotaRow(one, self.form.places(one), self.clashes.get(one.pk, {}), self.season.hosts_each)
            for one in self.form.openings
        ]

    @property
    def gaps(self) -> int:
        """How many openings lack a host."""
        return sum(row.lacks > 0 for row in self.rows)

    @property
    def doubles(self) -> int:
        """How many openings have a host who is booked elsewhere."""
        return sum(bool(row.clashes) for row in self.rows)

    @property
    def is_proposal(self) -> bool:
        """Whether anything on the page is not stored."""
        return any(row.is_proposed for row in self.rows)

    @property
    def tally(self) -> list[tuple[str, int, int]]:
        """Each association with its duties in the whole season, as shown, and how many of them are still to come."""
        done = Counter(host.pk for opening in self.past for host in opening.hosts)
        ahead = Counter(key for row in self.rows for key in row.chosen)
        return [(actor.name, done[key] + ahead[key], ahead[key]) for key, actor in self.form.actors.items()]

    @property
    def summary(self) -> str:
        """The state of the rota in one sentence."""
        if not self.rows:
            return _("Der er ingen åbninger tilbage i sæsonen.")
        if not self.gaps and not self.doubles:
            return _("Alle åbninger har værter, og ingen er sat på to steder.")
        told = {"gaps": self.gaps, "doubles": self.doubles}
        return _("Åbninger, der mangler en vært: %(gaps)s. Værter, der er sat på to steder: %(doubles)s.") % told
