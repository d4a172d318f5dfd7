"""How often something may be asked for: counted from the first asking on, however many more there are."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest
from django.core.cache.backends import db
from django.utils import timezone

from landsby.web.kit.pace import is_too_often

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(monkeypatch):
    """Moves the clock, and the cache's."""

    def move(*, minutes):
        moment = datetime.now(tz=timezone.get_current_timezone()) + timedelta(minutes=minutes)
        monkeypatch.setattr(time, "time", moment.timestamp)
        monkeypatch.setattr(db, "tz_now", lambda: moment)

    return move


def ask(what="letters", most=2):
    return is_too_often(what, most=most, seconds=3600)


def test_what_passes_the_limit_waits():
    assert [ask(), ask(), ask(), ask()] == [False, False, True, True]
    assert not ask("other letters")


def test_the_count_stands_for_the_whole_time(later):
    ask()
    ask()
    for minutes in (6, 30, 59):
        later(minutes=minutes)
        assert ask()


def test_a_refusal_prolongs_nothing(later):
    for _time in range(3):
        ask()
    later(minutes=59)
    assert ask()
    later(minutes=61)
    assert not ask()
