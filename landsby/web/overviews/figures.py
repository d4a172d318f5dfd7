"""The figures that a programme publishes, counted from what is recorded.

Which figures there are, and what each counts, stands in the programme's blueprint; here are the
ways of counting that a definition may name. Each asks one question, and each tells how many
records it stands on and where they can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from urllib.parse import urlencode

from django.urls import reverse

from landsby.blueprint import Figure, kinds_in_groups
from landsby.web.activities.status import Status
from landsby.web.blueprints.models import blueprint_of
from landsby.web.overviews.counts import Counts
from landsby.web.overviews.tallied import counts_of
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True, kw_only=True)
class Found:
    """What one way of counting found.

    Attributes:
        value: the number itself.
        records: how many records it was counted from.
        as_of: the day of the latest of them, or None when there is none that has a day.
    """

    value: int
    records: int
    as_of: date | None = None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A figure with its number.

    Attributes:
        as_of: the day up to which the number is true.
        link: the address of the records behind it.
    """

    definition: Figure
    value: int
    records: int
    as_of: date
    link: str


def figures_of(programme: Programme, today: date) -> dict[str, Counted]:
    """Every figure of the programme's blueprint, by its id.

    Args:
        today: the day on which actors and communities are counted, and the date of a figure that
            stands on no dated record.
    """
    counts = counts_of(programme)
    return {key: counted(counts, figure, today) for key, figure in blueprint_of(programme).figures.items()}


def counted(counts: Counts, figure: Figure, today: date) -> Counted:
    """One figure, counted today.

    Args:
        counts: of everything held in the programme.
    """
    found = MEASURES[figure.measure](counts, figure, today)
    return Counted(
        definition=figure,
        value=found.value,
        records=found.records,
        as_of=found.as_of or today,
        link=link_of(counts.programme, figure),
    )


def series_held(counts: Counts, figure: Figure, today: date) -> Found:
    """How many series have had at least one session."""
    sums = counts.series_of(figure.activity_kinds)
    return Found(value=sums.held, records=sums.held, as_of=sums.last_on)


def series_children(counts: Counts, figure: Figure, today: date) -> Found:
    """How many children were enrolled in the series that have had at least one session."""
    sums = counts.series_of(figure.activity_kinds)
    return Found(value=sums.children, records=sums.counted, as_of=sums.last_on)


def series_participations(counts: Counts, figure: Figure, today: date) -> Found:
    """How many children came, counted anew at every session that was held."""
    sums = counts.sessions_of(figure.activity_kinds)
    return Found(value=sums.children, records=sums.counted, as_of=sums.last_on)


def activities_held(counts: Counts, figure: Figure, today: date) -> Found:
    """How many activities were held."""
    sums = counts.activities_of(figure.activity_kinds)
    return Found(value=sums.held, records=sums.held, as_of=sums.last_on)


def actors(counts: Counts, figure: Figure, today: date) -> Found:
    """How many actors are open today; a department counts as part of its institution."""
    kinds = kinds_in_groups(figure.actor_groups)
    found = counts.programme.actors.open_on(today).whole().of_kinds(kinds).count()
    return Found(value=found, records=found)


def communities(counts: Counts, figure: Figure, today: date) -> Found:
    """How many communities are part of the programme today."""
    found = counts.programme.communities.open_on(today).count()
    return Found(value=found, records=found)


MEASURES: Mapping[str, Callable[[Counts, Figure, date], Found]] = MappingProxyType(
    {
        "series_held": series_held,
        "series_children": series_children,
        "series_participations": series_participations,
        "activities_held": activities_held,
        "actors": actors,
        "communities": communities,
    }
)
"""The ways of counting, by the name that a definition uses."""


def link_of(programme: Programme, figure: Figure) -> str:
    """The address where the records behind a figure are listed."""
    if figure.measure == "communities":
        return reverse("partnerships:places", args=[programme.slug])
    if figure.measure == "actors":
        groups = [("group", group) for group in figure.actor_groups]
        return _address("overviews:actors", programme, [*groups, ("state", "open")])
    kinds = [("kind", kind) for kind in figure.activity_kinds]
    if figure.measure in ("series_held", "series_children"):
        return _address("overviews:courses", programme, kinds)
    sessions_only = [("in_series", "yes")] if figure.measure == "series_participations" else []
    return _address("activities:list", programme, [*kinds, ("status", Status.HELD.value), *sessions_only])


def _address(view: str, programme: Programme, query: list[tuple[str, str]]) -> str:
    return f"{reverse(view, args=[programme.slug])}?{urlencode(query)}"
