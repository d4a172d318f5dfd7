"""The receipt: what one registration moved."""

from __future__ import annotations

from landsby.web.activities.tests.factories import an_activity


def test_every_number_on_the_receipt_opens_exactly_its_records(blueprint, world, cast, sign_in):
    for _ in range(2):
        an_activity(blueprint, world, cast.secretariat)
    latest = an_activity(blueprint, world, cast.secretariat, goals=("wet_feet", "story_time"))
    client = sign_in(cast.daycare_leader)
    moved = client.get(f"/activities/{latest.pk}/logged/").context["moved"]

    assert {one.name: one.count for one in moved} == {
        "Muslingen": 3,
        "Quay": 3,
        "Flere fortællinger": 1,
        "Ud til vandet": 3,
    }
    for one in moved:
        listing = client.get(f"/p/havneby/activities/?{one.filter}").context["listing"]
        assert listing.page.paginator.count == one.count
