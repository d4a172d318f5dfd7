"""Own dates on the wheel."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Place, Programme
from landsby.web.plans.models import placed
from landsby.web.wheel.models import WheelEntry
from landsby.web.wheel.rules import problems_of_entry
from landsby.web.wheel.told import EntryTold


@transaction.atomic
def add_entry(*, programme: Programme, place: Place, told: EntryTold, by: User) -> WheelEntry:
    """Put a date on a place's wheel; sent twice, it stands there once, as it was told last.

    Raises:
        Blocked: when nothing is said, or the year cannot be.
    """
    refuse_on_blockers(problems_of_entry(told))
    same = {"title": told.title, "on": told.first_day, "is_whole_month": told.is_whole_month}
    stored: WheelEntry | None = WheelEntry.objects.of(programme).of_place(place).filter(**same).first()
    if stored is not None:
        return stored if stored.is_yearly == told.is_yearly else change_entry(entry=stored, told=told, by=by)
    entry = WheelEntry(**{**placed(place), "programme": programme}, added_by=by)
    _fill(entry, told)
    record(by=by, act=Act.CREATED, thing=entry, programme=programme.slug)
    return entry


@transaction.atomic
def change_entry(*, entry: WheelEntry, told: EntryTold, by: User) -> WheelEntry:
    """Let an own date be as told now.

    Raises:
        Blocked: as `add_entry`.
    """
    refuse_on_blockers(problems_of_entry(told))
    before = _audited(WheelEntry.objects.get(pk=entry.pk))
    _fill(entry, told)
    detail = changes(before, _audited(entry))
    record(by=by, act=Act.CHANGED, thing=entry, programme=entry.programme.slug, detail=detail)
    return entry


@transaction.atomic
def remove_entry(*, entry: WheelEntry, by: User) -> None:
    """Take an own date off the wheel."""
    record(by=by, act=Act.REMOVED, thing=entry, programme=entry.programme.slug)
    entry.delete()


def _fill(entry: WheelEntry, told: EntryTold) -> None:
    entry.title, entry.on = told.title.strip(), told.first_day
    entry.is_whole_month, entry.is_yearly = told.is_whole_month, told.is_yearly
    entry.clean_fields(exclude=["added_by"])
    entry.save()


def _audited(entry: WheelEntry) -> dict[str, Any]:
    """What the audit tells of a change; what was typed stays out of it."""
    return {"on": entry.on, "is_whole_month": entry.is_whole_month, "is_yearly": entry.is_yearly}
