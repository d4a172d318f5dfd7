"""What a place has in a year, gathered from plans, activities, boards, milestones and own dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from landsby.blueprint import Blueprint
from landsby.web.activities.presenters import title_of
from landsby.web.blueprints.models import keys_ever
from landsby.web.kit.text import in_digits, say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Place, Programme
from landsby.web.plans.access import registers_for
from landsby.web.plans.periods import last_day_of
from landsby.web.plans.status import ItemStatus
from landsby.web.wheel.access import (
    activities_at,
    deviations_in,
    entries_around,
    focus_at,
    items_due,
    meets_at,
    plans_at,
    reached_in,
    reaches,
)
from landsby.web.wheel.due import due_by_plan, due_now
from landsby.web.wheel.marks import Band, Mark
from landsby.web.wheel.models.at_place import level_of
from landsby.web.wheel.rhythm import months_of


def marks_of(place: Place, standing: Standing, blueprint: Blueprint, year: int) -> list[Mark]:
    """Everything on a place's wheel in a year: seven queries, however much there is."""
    return [
        *_activities(place, standing, blueprint, year),
        *_items(place, standing, year),
        *_reviews(place, standing, year),
        *_focus(place, standing, blueprint, year),
        *_meetings(place, blueprint),
        *_milestones(place, standing.programme, blueprint, year),
        *_entries(place, standing, year),
    ]


def _activities(place: Place, standing: Standing, blueprint: Blueprint, year: int) -> Iterator[Mark]:
    """How many there are of each kind in each month; the number leads to the list of them."""
    listed = reverse("activities:list", args=[standing.programme.slug])
    kinds = keys_ever(place, "activity_kinds") if isinstance(place, Programme) else ()
    for month, kind, count in sorted(activities_at(standing, place).count_by_month(year, kinds)):
        first = date(year, month, 1)
        days = {"from": first.isoformat(), "to": last_day_of(first).isoformat()}
        url = f"{listed}?{urlencode({**_narrowed(place), 'kind': kind, **days})}"
        times = ngettext("%(count)s gang", "%(count)s gange", count) % {"count": in_digits(count)}
        title = title_of(blueprint.activity_kinds, kind)
        yield Mark(month, Band.ACTIVITIES, title, gettext_lazy("Aktivitet"), count=count, url=url, note=times)


def _narrowed(place: Place) -> dict[str, int]:
    return {} if isinstance(place, Programme) else {level_of(place): place.pk}


def _items(place: Place, standing: Standing, year: int) -> Iterator[Mark]:
    """What the place's own plans say is to be done."""
    for item in items_due(standing, place, year):
        day = None if item.is_whole_month else item.due_on
        url, is_done = reverse("plans:detail", args=[item.plan_id]), item.status == ItemStatus.DONE
        month = item.due_on.month if item.due_on else 1
        yield Mark(month, Band.PLANS, item.what, gettext_lazy("Plan"), day=day, url=url, note=item.who, is_done=is_done)


def _reviews(place: Place, standing: Standing, year: int) -> Iterator[Mark]:
    """When the place's own plans are to be looked at again."""
    for plan in plans_at(standing, place).running():
        url, due = reverse("plans:detail", args=[plan.pk]), plan.review_due_on
        if due is None or due.year != year:
            continue
        text = _("Kig på planen sammen")
        yield Mark(due.month, Band.PLANS, text, gettext_lazy("Opfølgning"), day=due, url=url)


def _focus(place: Place, standing: Standing, blueprint: Blueprint, year: int) -> Iterator[Mark]:
    """From when the place has which principles in focus; what began before the year stands in its first month."""
    first = date(year, 1, 1)
    for row in focus_at(standing, place, year):
        day = max(row.starts_on, first)
        url = reverse("plans:detail", args=[row.plan_id])
        told = day if row.starts_on >= first else None
        yield Mark(
            day.month,
            Band.PLANS,
            title_of(blueprint.principles, row.principle),
            gettext_lazy("I fokus"),
            day=told,
            url=url,
        )


def _meetings(place: Place, blueprint: Blueprint) -> Iterator[Mark]:
    """When the boards of such a place meet, spread over the year by their rhythm."""
    for board in blueprint.boards.values():
        if meets_at(board, place) and board.rhythm and board.ended_on is None:
            for month in months_of(board.rhythm):
                note = _("omtrent her")
                yield Mark(month, Band.TOGETHER, say(board.title), gettext_lazy("Møde"), note=note)


def _milestones(place: Place, programme: Programme, blueprint: Blueprint, year: int) -> Iterator[Mark]:
    """The milestones that the place reaches in the year, as they were changed."""
    reached = {one.milestone: one.reached_on for one in reached_in(programme).of_place(place)}
    changed: dict[str, list] = {}
    for one in deviations_in(programme).of_place(place).as_decided():
        changed.setdefault(one.milestone, []).append(one)
    for milestone in blueprint.milestones.values():
        if milestone.ended_on is not None or not reaches(milestone, place):
            continue
        due = due_now(due_by_plan(milestone, programme), changed.get(milestone.id, []))
        day = reached.get(milestone.id, due.day)
        if day.year == year and not due.is_given_up:
            url = reverse("wheel:milestone", args=[programme.slug, milestone.id])
            is_done = milestone.id in reached
            text = say(milestone.title)
            yield Mark(day.month, Band.TOGETHER, text, gettext_lazy("Milepæl"), day=day, url=url, is_done=is_done)


def _entries(place: Place, standing: Standing, year: int) -> Iterator[Mark]:
    """Own dates of the place, and of those that it lies in."""
    may_write = registers_for(standing, place)
    for entry in entries_around(standing.programme, place, year):
        day = None if entry.is_whole_month else _in_year(entry.on, year)
        note = "" if entry.place == place else str(entry.place)
        url = reverse("wheel:entry", args=[entry.pk]) if entry.place == place and may_write else ""
        yield Mark(entry.on.month, Band.TOGETHER, entry.title, gettext_lazy("Egen dato"), day=day, url=url, note=note)


def _in_year(day: date, year: int) -> date:
    """The same day in another year; the 29th of February is the 28th where there is none."""
    last = last_day_of(date(year, day.month, 1))
    return date(year, day.month, min(day.day, last.day))
