"""The lists behind the picture, and the picture itself as one flat table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint import Blueprint
from landsby.web.kit.listing import Column
from landsby.web.kit.periods import HalfYear
from landsby.web.kit.text import say
from landsby.web.overviews import queries
from landsby.web.overviews.sight import Sight


def course_columns(blueprint: Blueprint) -> list[Column]:
    """The columns of the list of courses."""
    kinds = blueprint.activity_kinds
    return [
        Column("first_on", gettext_lazy("Første gang"), lambda s: s.first_on, ("first_on",)),
        Column("title", gettext_lazy("Forløb"), lambda s: s.title, ("title",)),
        Column(
            "kind", gettext_lazy("Slags"), lambda s: say(kinds[s.kind].title) if s.kind in kinds else s.kind, ("kind",)
        ),
        Column(
            "community",
            gettext_lazy("Lokalområde"),
            lambda s: s.community.name if s.community else "",
            ("community__name",),
        ),
        Column(
            "enrolled",
            gettext_lazy("Tilmeldte børn"),
            lambda s: s.children_enrolled,
            ("children_enrolled",),
            is_number=True,
        ),
        Column("held", gettext_lazy("Gange afholdt"), lambda s: s.held, ("held",), is_number=True),
        Column(
            "participations",
            gettext_lazy("Deltagelser"),
            lambda s: s.participations,
            ("participations",),
            is_number=True,
        ),
    ]


def actor_columns() -> list[Column]:
    """The columns of the list of actors."""
    return [
        Column("name", gettext_lazy("Aktør"), lambda a: a.name, ("name",)),
        Column("kind", gettext_lazy("Slags"), lambda a: a.kind_title, ("kind", "name")),
        Column(
            "place",
            gettext_lazy("Lokalområde"),
            lambda a: a.community.name if a.community else "",
            ("community__name", "name"),
        ),
        Column(
            "taken_part", gettext_lazy("Aktiviteter"), lambda a: a.taken_part, ("taken_part", "name"), is_number=True
        ),
    ]


def picture_table(sight: Sight) -> tuple[list[str], Sequence[list[Any]]]:
    """Headings and rows: one row per half-year and community in which something was held.

    The columns hold the activities, the participations by children and the new families there,
    and the activities under each goal and on each track.
    """
    goals, tracks = sight.blueprint.goals, sight.blueprint.tracks
    headings = [
        _("Halvår"),
        _("Kommune"),
        _("Lokalområde"),
        _("Aktiviteter"),
        _("Deltagelser af børn"),
        _("Nye familier"),
        *(_("Målsætning: %(title)s") % {"title": say(goal.title)} for goal in goals.values()),
        *(_("Spor: %(title)s") % {"title": say(track.title)} for track in tracks.values()),
    ]
    by_goal = queries.by_place_and(sight.activities, "goals__goal")
    by_track = queries.by_place_and(sight.activities, "tracks__track")
    rows = [
        [
            str(HalfYear.from_number(place.half_year)),
            place.municipality,
            place.community,
            sums.activities,
            sums.participations,
            sums.new_families,
            *(by_goal.get((place, goal), 0) for goal in goals),
            *(by_track.get((place, track), 0) for track in tracks),
        ]
        for place, sums in queries.by_place(sight.activities).items()
    ]
    return headings, rows
