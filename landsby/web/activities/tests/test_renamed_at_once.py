"""Somebody registers in the very instant in which a colleague goes over to a version that renames."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from landsby.web.activities.actions import change_activity, register_activity, start_series
from landsby.web.activities.models import Activity, ActivityGoal, Series
from landsby.web.activities.tests.factories import a_series, an_activity, details
from landsby.web.activities.tests.test_upgrading import seal, version
from landsby.web.blueprints.actions import adopt_version, receive_version
from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.models import Programme

RENAMED = {("goals", "wet_feet"): "water", ("activity_kinds", "crab_fishing"): "crabs"}
PATIENCE = 20
"""Seconds after which something that should have happened has not."""

pytestmark = [
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file; PostgreSQL locks rows"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def adopt(programme, cast, operator, blueprint):
    """Goes over to a version that calls a goal and a kind otherwise; the difference has been read already."""
    candidate = version(blueprint, wet_feet="water", crab_fishing="crabs")
    draft = receive_version(programme=programme, blueprint=candidate, file_name="", by=operator)
    seen = seal(programme, candidate, RENAMED)

    def adopted() -> None:
        adopt_version(draft=draft, by_hand=RENAMED, seen=seen, by=operator)

    return adopted


def register_in_each_way(programme, world, blueprint, by, stored) -> None:
    """All ways in which something comes to refer to a definition."""
    register_activity(programme=programme, details=details(blueprint, world), by=by)
    change_activity(activity=stored, details=details(blueprint, world, title="Ved kajen"), by=by)
    start_series(programme=programme, sessions=[details(blueprint, world)] * 2, by=by)


def former_names() -> list[str]:
    """What is still called as before, which nobody would find again."""
    kinds = [*Activity.objects.values_list("kind", flat=True), *Series.objects.values_list("kind", flat=True)]
    return [id_ for id_ in (*kinds, *ActivityGoal.objects.values_list("goal", flat=True)) if id_ in str(RENAMED.keys())]


def somebody_waits() -> bool:
    """Whether a session of the database waits for a lock of another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def wait_until(happens) -> bool:
    """Whether something comes true in good time."""
    end = time.monotonic() + PATIENCE
    while not (true := happens()) and time.monotonic() < end:
        time.sleep(0.01)
    return true


def in_threads(*doings) -> None:
    """Each in a thread of its own with a connection of its own; what one of them raises is raised here."""

    def alone(doing) -> None:
        with closing(connection):
            doing()

    with ThreadPoolExecutor(len(doings)) as pool:
        for done in [pool.submit(alone, doing) for doing in doings]:
            done.result()


def test_who_renames_waits_for_those_who_are_registering(programme, world, operator, blueprint, adopt):
    stored, told = an_activity(blueprint, world, operator), Event()
    waited = []

    def register() -> None:
        with transaction.atomic():
            register_in_each_way(programme, world, blueprint, operator, stored)
            told.set()
            waited.append(wait_until(somebody_waits))

    def rename() -> None:
        assert told.wait(PATIENCE)
        adopt()

    in_threads(register, rename)
    assert waited == [True]
    assert Activity.objects.count() == 4
    assert former_names() == []


def test_those_who_register_wait_for_who_renames_and_use_the_new_names(programme, world, operator, blueprint, adopt):
    stored, renamed = an_activity(blueprint, world, operator), Event()
    read_before = Programme.objects.get(pk=programme.pk)
    blueprint_of(read_before)
    waited = []

    def rename() -> None:
        with transaction.atomic():
            adopt()
            renamed.set()
            waited.append(wait_until(somebody_waits))

    def register() -> None:
        assert renamed.wait(PATIENCE)
        register_in_each_way(read_before, world, blueprint, operator, stored)

    in_threads(rename, register)
    assert waited == [True]
    assert Activity.objects.count() == 4
    assert former_names() == []


def test_those_who_register_do_not_wait_for_each_other(programme, world, operator, blueprint):
    together = Barrier(4)

    def register() -> None:
        with transaction.atomic():
            register_activity(programme=programme, details=details(blueprint, world), by=operator)
            together.wait(PATIENCE)

    in_threads(*[register] * 4)
    assert Activity.objects.count() == 4


def test_in_a_crowd_nothing_keeps_a_former_name(programme, world, operator, blueprint, adopt):
    stored = [an_activity(blueprint, world, operator) for _ in range(4)]
    a_series(blueprint, world, operator)
    together = Barrier(5)

    def register(one: Activity) -> None:
        together.wait(PATIENCE)
        for _ in range(5):
            register_in_each_way(Programme.objects.get(pk=programme.pk), world, blueprint, operator, one)

    def rename() -> None:
        together.wait(PATIENCE)
        adopt()

    in_threads(rename, *[lambda one=one: register(one) for one in stored])
    assert Activity.objects.count() == 4 + 3 + 4 * 5 * 3
    assert former_names() == []
