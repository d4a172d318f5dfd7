"""What a picture is of: which half-years, and where. It narrows records, and it writes addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.web.activities.models import ActivityQuerySet, TallyQuerySet
from landsby.web.activities.status import Status
from landsby.web.kit.periods import HalfYear
from landsby.web.partnerships.models import Municipality, Programme


@dataclass(frozen=True)
class Choice:
    """The chosen half-years and municipality; None leaves that side open."""

    programme: Programme
    first: HalfYear | None = None
    last: HalfYear | None = None
    municipality: Municipality | None = None

    @property
    def first_day(self) -> date | None:
        """The first day that counts."""
        return self.first.first_day if self.first else None

    @property
    def last_day(self) -> date | None:
        """The last day that counts."""
        return self.last.last_day if self.last else None

    def narrowed(self, activities: ActivityQuerySet) -> ActivityQuerySet:
        """The held activities among these that the choice lets through."""
        found = activities.held().between(self.first_day, self.last_day)
        return found.in_municipality(self.municipality.pk) if self.municipality else found

    def tallied(self, tallies: TallyQuerySet) -> TallyQuerySet:
        """The tallies of those same activities, among some."""
        found = tallies.between(self.first, self.last)
        return found.in_municipality(self.municipality.pk) if self.municipality else found

    def activities(self, half: HalfYear | None = None, **filters: Any) -> str:
        """The address of the list of activities behind a number of this choice.

        Args:
            half: only this half-year of it.
            filters: further parameters of the list.
        """
        first, last = (half.first_day, half.last_day) if half else (self.first_day, self.last_day)
        return address(
            "activities:list",
            self.programme,
            {"status": Status.HELD, "from": first, "to": last, "municipality": self.municipality, **filters},
        )

    def page(self, view: str, **params: Any) -> str:
        """The address of another page of the same choice."""
        return address(view, self.programme, {**self.params, **params})

    def __str__(self) -> str:
        """The half-years in words."""
        match self.first, self.last:
            case None, None:
                return _("hele programmet")
            case None, last:
                return _("til og med %(last)s") % {"last": last}
            case first, None:
                return _("fra %(first)s") % {"first": first}
            case first, last if first == last:
                return str(first)
        return _("%(first)s til %(last)s") % {"first": self.first, "last": self.last}

    @property
    def params(self) -> dict[str, Any]:
        """The choice as the parameters of an address."""
        return {"first": self.first, "last": self.last, "municipality": self.municipality}


def address(view: str, programme: Programme, params: dict[str, Any]) -> str:
    """The address of one of a programme's pages with parameters; those that are empty are left out."""
    told = {name: _written(value) for name, value in params.items() if value not in (None, "")}
    return f"{reverse(view, args=[programme.slug])}?{urlencode(told)}" if told else reverse(view, args=[programme.slug])


def _written(value: Any) -> str:
    match value:
        case HalfYear():
            return str(value.number)
        case Municipality():
            return str(value.pk)
        case date():
            return value.isoformat()
    return str(value)
