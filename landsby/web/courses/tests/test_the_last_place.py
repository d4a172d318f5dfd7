"""Two who really sign up at the same moment for the last place: each in a thread with a connection of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from landsby.web.activities.models import Series
from landsby.web.courses.models import SignUp
from landsby.web.courses.tests.factories import a_sign_up
from landsby.web.kit.problems import Blocked


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database lives in one connection's memory")
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_gets_the_last_place(window, world, cast):
    ready = Barrier(2)

    def ask(institution, by) -> str:
        try:
            ready.wait(timeout=10)
            a_sign_up(window, institution, by)
        except Blocked as refusal:
            return refusal.problems[0].code
        finally:
            connection.close()
        return "placed"

    with ThreadPoolExecutor(2) as threads:
        asked = [(world.daycare, cast.daycare_leader), (world.school, cast.school_leader)]
        answers = sorted(threads.map(lambda one: ask(*one), asked))
    assert answers == ["no_place_left", "placed"]
    assert (SignUp.objects.count(), Series.objects.count()) == (1, 1)
