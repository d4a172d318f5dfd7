"""What a family may see without a sign-in: what they can come to, and what the programme has come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from landsby.blueprint import Blueprint, Goal
from landsby.web.activities.models import Activity
from landsby.web.blueprints.models import blueprint_of
from landsby.web.home.access import open_activities
from landsby.web.overviews.figures import Counted, figures_of
from landsby.web.partnerships.models import Programme

MOST_SHOWN = 6


@dataclass(frozen=True)
class FamilyPage:
    """The open page of a programme. Attendance of single activities is not on it."""

    programme: Programme
    today: date

    @cached_property
    def blueprint(self) -> Blueprint:
        """The definitions that the programme works by."""
        return blueprint_of(self.programme)

    @property
    def goals(self) -> list[Goal]:
        """What the programme wants more of."""
        return list(self.blueprint.goals.values())

    @cached_property
    def coming(self) -> Sequence[Activity]:
        """What is planned for families, the nearest first."""
        found = open_activities(self.programme, self.blueprint).upcoming(self.today)
        return list(found.with_places()[:MOST_SHOWN])

    @cached_property
    def latest(self) -> Sequence[Activity]:
        """What was held for families, the latest first; only asked for when nothing is planned."""
        if self.coming:
            return []
        found = open_activities(self.programme, self.blueprint).held().newest_first()
        return list(found.with_places()[:MOST_SHOWN])

    @cached_property
    def figures(self) -> Sequence[Counted]:
        """The figures that the programme publishes."""
        return list(figures_of(self.programme, self.today).values())
