"""The lists behind the picture, and the picture itself as one flat table."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint import Blueprint
from landsby.web.kit.listing import Column
from landsby.web.kit.periods import HalfYear
from landsby.web.kit.problems import Sentence
from landsby.web.kit.text import say
from landsby.web.overviews.sight import Sight


def course_columns(blueprint: Blueprint) -> list[Column]:
    """The columns of the list of courses."""

    def kind(series: Any) -> str:
        known = blueprint.activity_kinds.get(series.kind)
        return say(known.title) if known else series.kind

    return [
        Column("first_on", gettext_lazy("Første gang"), lambda s: s.first_on, ("first_on",)),
        Column("title", gettext_lazy("Forløb"), lambda s: s.title, ("title",)),
        Column("kind", gettext_lazy("Slags"), kind, ("kind",)),
        Column("community", gettext_lazy("Lokalområde"), _community, ("community__name",)),
        _count("children_enrolled", gettext_lazy("Tilmeldte børn")),
        _count("held", gettext_lazy("Afholdte gange")),
        _count("participations", gettext_lazy("Deltagelser")),
    ]


def actor_columns() -> list[Column]:
    """The columns of the list of actors."""
    return [
        Column("name", gettext_lazy("Aktør"), lambda a: a.name, ("name",)),
        Column("kind", gettext_lazy("Slags"), lambda a: a.kind_title, ("kind", "name")),
        Column("community", gettext_lazy("Lokalområde"), _community, ("community__name", "name")),
        _count("taken_part", gettext_lazy("Aktiviteter")),
    ]


def picture_table(sight: Sight) -> tuple[list[str], Sequence[list[Any]]]:
    """Headings and rows: one row per half-year and community in which something was held.

    The columns hold the activities, the participations by children and the new families there,
    and the activities under each goal and on each track.
    """
    by_goal = sight.counts.by_place_and_goal()
    by_track = sight.counts.by_place_and_track()
    rows = [
        [
            str(HalfYear.from_number(place.half_year)),
            place.municipality,
            place.community,
            sums.activities,
            sums.participations,
            sums.new_families,
            *(by_goal.get((place, goal), 0) for goal in sight.blueprint.goals),
            *(by_track.get((place, track), 0) for track in sight.blueprint.tracks),
        ]
        for place, sums in sight.counts.by_place().items()
    ]
    return _picture_headings(sight.blueprint), rows


def _picture_headings(blueprint: Blueprint) -> list[str]:
    return [
        _("Halvår"),
        _("Kommune"),
        _("Lokalområde"),
        _("Aktiviteter"),
        _("Deltagelser af børn"),
        _("Nye familier"),
        *(_("Målsætning: %(title)s") % {"title": say(goal.title)} for goal in blueprint.goals.values()),
        *(_("Spor: %(title)s") % {"title": say(track.title)} for track in blueprint.tracks.values()),
    ]


def _community(row: Any) -> str:
    return row.community.name if row.community else ""


def _count(name: str, title: Sentence) -> Column:
    return Column(name, title, attrgetter(name), (name,), is_number=True)
