"""Some write while others count: each in a thread with a connection of its own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from landsby.web.activities.models import Activity, Recount
from landsby.web.activities.models.tallies.settling import settle
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import A_DAY, an_activity
from landsby.web.activities.tests.test_tallies import naive, stored

WRITERS, WRITES = 3, 12


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database lives in one connection's memory")
@pytest.mark.django_db(transaction=True)
def test_no_change_is_passed_over_by_those_who_count_meanwhile(world, blueprint, operator):
    def write(writer: int) -> None:
        try:
            for number in range(WRITES):
                place = (world.quay, world.hill, world.bay)[(writer + number) % 3]
                day = A_DAY + timedelta(days=number)
                with transaction.atomic():
                    one = an_activity(blueprint, world, operator, community=place, starts_on=day)
                    Activity.objects.filter(pk=one.pk, children__gt=number).update(children=number)
                if number % 4 == 3:
                    Activity.objects.filter(pk=one.pk).update(status=Status.CANCELLED)
        finally:
            connection.close()

    def count(_counter: int) -> int:
        try:
            return sum(settle(world.programme.pk, most=2) for _ in range(WRITES))
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS + 2) as threads:
        writing = [threads.submit(write, writer) for writer in range(WRITERS)]
        counting = [threads.submit(count, counter) for counter in range(2)]
        for one in writing:
            one.result()
        assert sum(one.result() for one in counting) > 0
    assert Activity.objects.count() == WRITERS * WRITES
    twin, told = naive(), stored()
    waiting = set(Recount.objects.values_list("half_year", "place"))
    wrong = {which for which in told.keys() | twin.keys() if told.get(which) != twin.get(which)}
    assert {(which[1], which[3]) for which in wrong} <= waiting
    assert settle(world.programme.pk)
    assert stored() == twin
