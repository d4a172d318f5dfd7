"""Real institutions of three municipalities, imported through the pages and counted in another way."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date

import pytest

from landsby.web.partnerships.actions import join_municipality
from landsby.web.partnerships.models import Actor, ActorName, Community
from landsby.web.partnerships.tests.imports.steps import confirm, preview

MUNICIPALITIES = {"0851": "Aalborg", "0165": "Albertslund", "0250": "Frederikssund"}
FILES = ("skoler_2024_25", "dagtilbud", "sfo")
KINDS = {
    "folkeskole": "school",
    "privatskole": "private_school",
    "ungdomsskole": "youth_school",
    "aldersintegreret": "integrated_daycare",
    "boernehave": "kindergarten",
    "vuggestue": "nursery",
    "klub": "club",
}
URL = "/p/havneby/import/"

pytestmark = [pytest.mark.realdata, pytest.mark.django_db]


@pytest.fixture
def client_of_three(operator, programme, sign_in):
    """The secretariat of a programme that three real municipalities have joined."""
    for code, name in MUNICIPALITIES.items():
        join_municipality(programme=programme, code=code, name=name, joined_on=date(2020, 1, 1), by=operator)
    return sign_in(operator)


@pytest.fixture
def rows(realdata):
    """The rows of each file that lie in the three municipalities, by the plainest reading there is."""
    found = {}
    for name in FILES:
        with (realdata / "institutions" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = [row for row in csv.DictReader(file) if row["kommune"] in MUNICIPALITIES.values()]
    return found


def imported(client, realdata, name):
    response = preview(client, (realdata / "institutions" / f"{name}.csv").read_bytes(), name=f"{name}.csv", url=URL)
    plan = response.context["page"].plan
    assert plan.blockers == []
    assert confirm(client, response).status_code == 302
    return plan


def test_the_institutions_of_three_municipalities_are_imported_and_again_without_change(
    client_of_three, realdata, rows
):
    for name in FILES:
        plan = imported(client_of_three, realdata, name)
        assert (len(plan.new), plan.changed, plan.unchanged) == (len(rows[name]), [], 0)

    everything = [row for name in FILES for row in rows[name]]
    expected = Counter((row["kommune"], KINDS[row["type"]]) for row in everything)
    stored = Actor.objects.values_list("municipality__name", "kind")
    assert Counter(stored) == expected
    assert set(Actor.objects.values_list("register_id", "name", "address", "postcode", "latitude")) == {
        (row["id"], row["navn"], row["adresse"], row["postnr"], float(row["lat"])) for row in everything
    }

    for name in FILES:
        response = preview(
            client_of_three, (realdata / "institutions" / f"{name}.csv").read_bytes(), name=f"{name}.csv", url=URL
        )
        plan = response.context["page"].plan
        assert (plan.new, plan.changed, plan.unchanged) == ([], [], len(rows[name]))
    assert ActorName.objects.count() == 0


def test_departments_are_not_counted_as_schools_of_their_own(client_of_three, realdata):
    imported(client_of_three, realdata, "skoler_2024_25")
    gistrup = Actor.objects.get(register_id="281767")
    assert sorted(gistrup.departments.values_list("register_id", flat=True)) == ["851006", "851009"]
    assert not Actor.objects.whole().filter(register_id="851006").exists()


def test_communities_are_formed_and_filled(client_of_three, realdata):
    imported(client_of_three, realdata, "skoler_2024_25")
    school = Actor.objects.get(register_id="281767")
    west, south = school.longitude - 0.02, school.latitude - 0.02
    ring = [[west, south], [west + 0.04, south], [west + 0.04, south + 0.04], [west, south + 0.04], [west, south]]
    client_of_three.post(
        "/p/havneby/communities/new/",
        {
            "name": "Gistrup",
            "municipality": school.municipality_id,
            "started_on": "2020-08-01",
            "outline": str({"type": "Polygon", "coordinates": [ring]}).replace("'", '"'),
        },
    )
    gistrup = Community.objects.get()

    page = client_of_three.get(f"/communities/{gistrup.pk}/place/")
    inside = page.context["form"].fields["actors"].initial
    assert school in inside
    client_of_three.post(f"/communities/{gistrup.pk}/place/", {"actors": [actor.pk for actor in inside]})
    assert set(gistrup.actors.all()) == set(inside)

    plan = imported(client_of_three, realdata, "dagtilbud")
    placed = [actor for actor in plan.new if actor.by_outline]
    near = Actor.objects.of_kinds(["kindergarten", "nursery", "integrated_daycare"]).filter(
        longitude__range=(west, west + 0.04), latitude__range=(south, south + 0.04), municipality=gistrup.municipality
    )
    assert len(placed) == near.count() > 0
    assert all(actor.community_id == gistrup.pk for actor in near)
