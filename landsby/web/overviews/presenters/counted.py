"""What was held: the numbers at the top, by goal, by track, and by community and half-year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.kit.charts import Chart, stacked_columns
from landsby.web.kit.counts import Count
from landsby.web.kit.filters import WITHOUT
from landsby.web.kit.periods import HalfYear
from landsby.web.kit.text import say
from landsby.web.overviews import queries
from landsby.web.overviews.heat import Grid, grid_of
from landsby.web.overviews.presenters.taking_part import TakingPart
from landsby.web.overviews.sight import Sight

MOST_LINES = 60
"""More lines than this nobody looks over."""


@dataclass(frozen=True)
class KeyNumber:
    """One of the numbers at the top, and what it counts exactly."""

    label: str
    count: Count
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """One line of a bar list; `share` is in percent of the longest."""

    title: str
    count: Count
    share: int


@dataclass(frozen=True)
class Picture:
    """The counted part of the picture."""

    sight: Sight

    @cached_property
    def totals(self) -> queries.Totals:
        """How much took place."""
        return self.sight.counts.totals()

    @cached_property
    def taking_part(self) -> TakingPart:
        """Who was part of it."""
        return TakingPart(self.sight)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was held in what was chosen."""
        return self.totals.activities == 0

    @property
    def numbers(self) -> list[KeyNumber]:
        """The numbers at the top."""
        choice, totals = self.sight.choice, self.totals
        enrolled = self.sight.counts.children_enrolled()
        return [
            KeyNumber(_("aktiviteter afholdt"), Count(totals.activities, choice.activities())),
            KeyNumber(
                _("deltagelser af børn"),
                Count(totals.participations, choice.activities()),
                _("Et barn tæller, hver gang det er med."),
            ),
            KeyNumber(_("børn tilmeldt forløb"), Count(enrolled, choice.page("overviews:courses"))),
            KeyNumber(_("nye familier"), Count(totals.new_families, choice.activities())),
            KeyNumber(_("aktører har været med"), self.taking_part.count),
        ]

    @property
    def goals(self) -> Chart:
        """Activities by goal, half-year by half-year."""
        counts = self.sight.counts.by_goal()
        rows = [
            (str(half), title, Count(counts.get((half.number, key), 0), self._url("goal", key, half)))
            for half in self.sight.halves
            for key, title in _titles(self.sight.blueprint.goals, counts, _("Uden målsætning"))
        ]
        return stacked_columns(
            key="goals",
            title=_("Aktiviteter efter målsætning"),
            rows=rows,
            x_title=_("Halvår"),
            colour_title=_("Målsætning"),
            count_title=_("Aktiviteter"),
        )

    @property
    def tracks(self) -> list[Bar]:
        """Activities by track, over all that was chosen."""
        counts = self.sight.counts.by_track()
        sums = queries.over_time(counts)
        longest = max([1, *sums.values()])
        return [
            Bar(title, Count(sums[key], self._url("track", key)), sums[key] * 100 // longest)
            for key, title in _titles(self.sight.blueprint.tracks, counts, _("Uden spor"))
        ]

    @property
    def communities(self) -> Grid:
        """Activities by community and half-year; by municipality where the communities are too many to look over."""
        several = len({place.municipality_id for place in self.sight.communities}) > 1
        if several and len(self.sight.communities) > MOST_LINES:
            return self._municipalities
        choice = self.sight.choice
        lines: list[tuple[Any, str, str]] = [
            (place.pk, place.name, place.municipality.name) for place in self.sight.communities
        ]
        if any(place is None for _half, place in self.sight.by_community):
            lines.append((None, _("Uden lokalområde"), _("På tværs")))
        return grid_of(
            lines=lines,
            columns=[(half.number, str(half)) for half in self.sight.halves],
            counts=self.sight.by_community,
            url=lambda place, half: choice.activities(
                HalfYear.from_number(half) if half else None, community=place or WITHOUT
            ),
        )

    @property
    def _municipalities(self) -> Grid:
        """Activities of each municipality that has communities; a number leads to the picture of that municipality."""
        choice = self.sight.choice
        municipalities = dict.fromkeys(place.municipality for place in self.sight.communities)
        return grid_of(
            lines=[(one.pk, one.name, "") for one in municipalities],
            columns=[(half.number, str(half)) for half in self.sight.halves],
            counts=self.sight.counts.by_municipality(),
            url=lambda municipality, half: choice.page(
                "overviews:picture",
                municipality=municipality,
                **(dict.fromkeys(("first", "last"), half) if half else {}),
            ),
        )

    def _url(self, name: str, key: str, half: HalfYear | None = None) -> str:
        return self.sight.choice.activities(half, **{name: key or WITHOUT})


def _titles(definitions: Mapping[str, Any], counts: queries.ByHalfYear, without: str) -> list[tuple[str, str]]:
    """The definitions by id and title, those without any last; one that has left the blueprint shows its id."""
    known = [(key, say(definition.title)) for key, definition in definitions.items()]
    met = dict.fromkeys(key for _half, key in sorted(counts) if key not in definitions)
    return [*known, *((key, key) for key in met if key), *([("", without)] if "" in met else [])]
