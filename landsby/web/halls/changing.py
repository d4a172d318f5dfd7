"""What becomes of a season's openings when its plan changes: which are added, cancelled, moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from landsby.web.halls.details import Pause, SeasonDetails, Slot, WeeklyTime
from landsby.web.halls.models import Opening, Season
from landsby.web.halls.rules import is_paused, slots_of


@dataclass(frozen=True, kw_only=True)
class SeasonChange:
    """The difference that a new plan makes. What has been, and what was changed by hand, stays.

    Attributes:
        added: days that are opened on besides.
        cancelled: openings whose day the plan no longer has.
        moved: openings that get another title, place or time, with the columns that change.
    """

    added: Sequence[Slot]
    cancelled: Sequence[Opening]
    moved: Sequence[tuple[Opening, Mapping[str, Any]]]

    @property
    def signature(self) -> str:
        """What somebody agrees to who agrees to the cancelling: these openings and no others."""
        return ",".join(str(opening.pk) for opening in self.cancelled)


def details_of(season: Season, kind: Any) -> SeasonDetails:
    """A stored season, whose plan is at hand, as it would be told."""
    return SeasonDetails(
        kind=kind,
        title=season.title,
        place=season.place,
        starts_on=season.starts_on,
        ends_on=season.ends_on,
        weekly=tuple(
            WeeklyTime(weekday=time.weekday, opens_at=time.opens_at, closes_at=time.closes_at)
            for time in season.weekly.all()
        ),
        municipality=season.municipality,
        community=season.community,
        hall=season.hall,
        coordinator=season.coordinator,
        weeks_between=season.weeks_between,
        pauses=tuple(
            Pause(first_on=pause.first_on, last_on=pause.last_on, why=pause.why) for pause in season.pauses.all()
        ),
        hosts_each=season.hosts_each,
        people_needed=season.people_needed,
        bring=season.bring,
        bring_in_english=season.bring_in_english,
        associations=tuple(host.actor for host in season.hosts.all()),
    )


def change_between(
    before: SeasonDetails, after: SeasonDetails, openings: Sequence[Opening], today: date
) -> SeasonChange:
    """What a new plan does to the openings from today on.

    A day that somebody cancelled by hand is not opened again, and a time that was changed by hand stays.

    Args:
        openings: all of the season's, with their activities.
    """
    former = {slot.on: slot for slot in slots_of(before)}
    wanted = {slot.on: slot for slot in slots_of(after) if slot.on >= today}
    known = {opening.planned_on for opening in openings if not opening.left_out}
    ahead = [one for one in openings if one.activity.is_planned and one.planned_on >= today and not one.left_out]
    moved = []
    for opening in ahead:
        if opening.planned_on in wanted:
            values = _otherwise(opening, before, after, former.get(opening.planned_on), wanted[opening.planned_on])
            moved += [(opening, values)] if values else []
    return SeasonChange(
        added=[slot for day, slot in wanted.items() if day not in known],
        cancelled=[opening for opening in ahead if opening.planned_on not in wanted],
        moved=moved,
    )


def _otherwise(
    opening: Opening, before: SeasonDetails, after: SeasonDetails, former: Slot | None, wanted: Slot
) -> dict[str, Any]:
    """The columns of an activity that the new plan changes: those that still are as the former plan had them."""
    was: dict[str, Any] = {"title": before.title, "place": before.place}
    becomes: dict[str, Any] = {"title": after.title, "place": after.place}
    if former:
        was |= {"start_time": former.opens_at, "end_time": former.closes_at}
        becomes |= {"start_time": wanted.opens_at, "end_time": wanted.closes_at}
    return {
        name: value
        for name, value in becomes.items()
        if value != was[name] and getattr(opening.activity, name) == was[name]
    }


def why_closed(details: SeasonDetails, day: date) -> str:
    """The reason that a plan gives for being closed on a day; "" where it gives none."""
    return next((pause.why for pause in details.pauses if is_paused(day, [pause])), "")
