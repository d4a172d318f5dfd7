"""Own dates for tests, put in through the room's own actions."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from landsby.web.accounts.models import User
from landsby.web.partnerships.models import Place
from landsby.web.wheel.actions import add_entry
from landsby.web.wheel.models import WheelEntry
from landsby.web.wheel.told import EntryTold


def a_date(world: SimpleNamespace, place: Place, by: User) -> WheelEntry:
    """A party in June."""
    told = EntryTold("Sommerfest", date(2024, 6, 14))
    return add_entry(programme=world.programme, place=place, told=told, by=by)
