"""A programme with a hundred thousand records goes over to another version, and back.

Nothing recorded is lost, the differences and counts are right, and the number of questions to the
database does not grow with the records. `make bench` prints the times; they are never asserted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.blueprint.renaming import renamed_data
from landsby.web.activities.models import Activity, ActivityGoal
from landsby.web.blueprints.actions import adopt_version, receive_version, undo_adoption
from landsby.web.blueprints.models import blueprint_of
from landsby.web.blueprints.upgrading import renames_of, upgrade_to
from landsby.web.partnerships.models import Programme
from tests.scale.test_pages import fill

pytestmark = [pytest.mark.scale, pytest.mark.django_db]

FEW, MANY = 1_000, 100_000
BY_HAND = {("goals", "wet_feet"): "water"}


def second(blueprint: Blueprint) -> Blueprint:
    """A version in which a goal has another name, a kind is gone, and a summary is new."""
    data = blueprint.to_data()
    made = {of: [renamed_data(of, each, BY_HAND) for each in data[of]] for of in data.keys() - {"blueprint"}}
    made["activity_kinds"] = [each for each in made["activity_kinds"] if each["id"] != "crab_fishing"]
    made["figures"] = [each for each in made["figures"] if "crab_fishing" not in str(each)]
    for each in (each for found in made.values() for each in found if "activity_kinds" in each):
        each["activity_kinds"] = [kind for kind in each["activity_kinds"] if kind != "crab_fishing"]
    goal = next(each for each in made["goals"] if each["id"] == "story_time")
    goal["summary"] = {"da": "Noget nyt.", "en": "Something new."}
    return Blueprint.from_data({**made, "blueprint": {**data["blueprint"], "version": "2"}})


@contextmanager
def timed(what: str, told: dict[str, tuple[float, int]]) -> Iterator[None]:
    """Count the questions of a step, and how long it takes."""
    started = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        yield
    told[what] = (time.perf_counter() - started, len(queries))


def there_and_back(programme: Programme, candidate: Blueprint, by: object) -> dict[str, tuple[float, int]]:
    """Read, adopt and undo a version; what each step took."""
    told: dict[str, tuple[float, int]] = {}

    def fresh() -> Programme:
        return Programme.objects.get(pk=programme.pk)

    draft = receive_version(programme=fresh(), blueprint=candidate, file_name="", by=by)
    with timed("read the difference", told):
        upgrade = upgrade_to(fresh(), candidate, renames_of(fresh(), candidate, BY_HAND), timezone.localdate())
        assert upgrade.difference
        seal = upgrade.seal
    with timed("adopt", told):
        adopt_version(draft=draft, by_hand=BY_HAND, seen=seal, by=by)
    assert set(ActivityGoal.objects.values_list("goal", flat=True).distinct()) == {"water"}
    assert blueprint_of(fresh()).activity_kinds["crab_fishing"].ended_on is not None
    with timed("undo", told):
        undo_adoption(programme=fresh(), seen=blueprint_of(fresh()).content_hash, by=by)
    return told


def test_a_hundred_thousand_records_go_over_and_back(world: SimpleNamespace, blueprint: Blueprint, cast, operator):
    candidate = second(blueprint)
    kind_hash = blueprint.activity_kinds["crab_fishing"].content_hash
    fill(world, kind_hash, start=0, count=FEW)
    few = there_and_back(world.programme, candidate, operator)
    fill(world, kind_hash, start=FEW, count=MANY - FEW)
    before = list(Activity.objects.values_list("kind", "kind_hash").annotate(Count("pk")))

    upgrade = upgrade_to(world.programme, candidate, BY_HAND, date(2026, 1, 1))
    assert [use.count for use in upgrade.uses["goals", "wet_feet"]] == [MANY]
    assert [use.count for use in upgrade.uses["activity_kinds", "crab_fishing"]] == [MANY]
    changed = {(change.sort, change.folder, change.id) for change in upgrade.difference.changes}
    assert {
        ("renamed", "goals", "water"),
        ("ended", "activity_kinds", "crab_fishing"),
        ("changed", "goals", "story_time"),
    } <= changed

    many = there_and_back(world.programme, candidate, operator)
    assert blueprint_of(Programme.objects.get(pk=world.programme.pk)) == blueprint
    assert list(Activity.objects.values_list("kind", "kind_hash").annotate(Count("pk"))) == before
    assert ActivityGoal.objects.filter(goal="wet_feet").count() == MANY
    for step, (seconds, queries) in many.items():
        sys.stderr.write(f"{step:<22} {few[step][0]:6.2f} s → {seconds:6.2f} s   {queries} questions\n")
        assert queries <= few[step][1], f"{step} asks more often when there is more"
