"""Two who want the last place at the same time: one gets it, the other is told that there is none."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from landsby.web.gatherings.actions import sign_up
from landsby.web.gatherings.models import Turnout
from landsby.web.gatherings.tests.factories import a_coming_gathering
from landsby.web.gatherings.told import Planned
from landsby.web.kit.problems import Blocked


@pytest.mark.django_db(transaction=True)
def test_the_last_places_are_given_once(blueprint, world, operator):
    # A database in memory is one connection's; the suite on PostgreSQL asks the same of several at once.
    told_apart = not (connection.vendor == "sqlite" and connection.is_in_memory_db())
    met = a_coming_gathering(blueprint, world, operator, planned=Planned(takes_sign_up=True, capacity=5))
    actors = [world.daycare, world.school, world.club, world.hill_daycare]
    refused, stored, start = [], [], threading.Barrier(len(actors) if told_apart else 1)

    def want(actor) -> None:
        try:
            start.wait(timeout=10)
            stored.append(sign_up(activity=met, actor=actor, people={"": 2}, by=operator))
        except Blocked as refusal:
            refused.append(refusal.problems[0].code)
        finally:
            if told_apart:
                connections.close_all()

    if told_apart:
        threads = [threading.Thread(target=want, args=[actor]) for actor in actors]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        for actor in actors:
            want(actor)
    assert (stored, refused) == ([2, 2], ["sign_up_full", "sign_up_full"])
    assert Turnout.objects.all().signed_up() == 4
