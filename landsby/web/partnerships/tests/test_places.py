"""Places: municipalities with their communities and who is in them."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.blueprint import codelist
from landsby.web.kit.models import AuditEntry
from landsby.web.partnerships.actions import add_actor, close_actor, form_community
from landsby.web.partnerships.models import Municipality

URL = "/p/havneby/places/"
JOIN = "/p/havneby/places/join/"

pytestmark = pytest.mark.django_db


def groups(response):
    """The counts by community's name."""
    rows = response.context["rows"]
    return {item.community.name: dict(item.groups) for row in rows for item in row.communities}


def test_communities_stand_under_their_municipality_with_actors_by_group(secretariat, world):
    response = secretariat.get(URL)
    assert [row.municipality.name for row in response.context["rows"]] == ["Nordhavn", "Sydhavn"]
    assert groups(response) == {
        "Quay": {"Dagtilbud": 1, "Skole": 1, group_of("association"): 1},
        "Hill": {"Dagtilbud": 1},
        "Bay": {"Skole": 1},
    }


def test_of_very_many_communities_those_of_one_municipality_are_told_at_a_time(secretariat, world, monkeypatch):
    monkeypatch.setattr("landsby.web.partnerships.presenters.places.MOST_TOGETHER", 2)
    closed = secretariat.get(URL)
    assert groups(closed) == {}
    assert [row.folded for row in closed.context["rows"]] == [2, 1]
    assert "Se 2 lokalområder" in closed.content.decode()
    assert groups(secretariat.get(f"{URL}?municipality={world.south.pk}")).keys() == {"Bay"}


def group_of(kind):
    return codelist("actor_groups")[codelist("actor_kinds")[kind].group].title.da


def test_departments_count_with_their_institution_and_closed_actors_not_at_all(secretariat, world, operator):
    add_actor(
        programme=world.programme,
        kind="school",
        name="Kajskolen, afdeling Nord",
        parent=world.school,
        community=world.quay,
        municipality=world.north,
        by=operator,
    )
    close_actor(actor=world.hill_daycare, on=date(2022, 1, 1), by=operator)
    counts = groups(secretariat.get(URL))
    assert counts["Quay"]["Skole"] == 1
    assert counts["Hill"] == {}


def test_actors_without_community_are_pointed_out(secretariat, world, operator):
    for parent in (None, world.school):
        add_actor(
            programme=world.programme, kind="school", name="Løs", municipality=world.north, parent=parent, by=operator
        )
    page = secretariat.get(URL)
    assert [row.unplaced for row in page.context["rows"]] == [2, 0]
    list_of_them = f"/p/havneby/actors/?municipality={world.north.pk}&community=none"
    assert list_of_them.replace("&", "&amp;") in page.content.decode()
    assert secretariat.get(list_of_them).context["listing"].page.paginator.count == 2


def test_a_pedagogue_sees_their_own_community_only(cast, sign_in):
    assert set(groups(sign_in(cast.pedagogue).get(URL))) == {"Quay"}


def test_what_one_may_not_do_is_not_offered(cast, sign_in):
    page = sign_in(cast.steering_member).get(URL).content.decode()
    assert "Nyt lokalområde" not in page
    assert "Indlæs institutioner" not in page


def test_a_programme_without_municipalities_says_where_to_begin(programme, operator, sign_in):
    assert "Ingen kommuner endnu" in sign_in(operator).get(URL).content.decode()


def test_queries_do_not_grow_with_communities(secretariat, world, operator, queries):
    few = queries(secretariat, URL)
    for number in range(10):
        where = form_community(
            municipality=world.north, name=f"Område {number}", started_on=date(2021, 1, 1), by=operator
        )
        add_actor(programme=world.programme, kind="school", name=f"Skole {number}", community=where, by=operator)
    assert queries(secretariat, URL) == few


def test_a_municipality_joins_from_the_official_list(secretariat, world):
    page = secretariat.get(JOIN)
    offered = dict(page.context["form"].fields["code"].choices)
    assert offered["0411"] == "Christiansø"
    response = secretariat.post(JOIN, {"code": "0851", "joined_on": "2022-08-01"})
    assert response.url == URL
    joined = Municipality.objects.get(programme=world.programme, code="0851")
    assert (joined.name, joined.joined_on) == ("Aalborg", date(2022, 8, 1))
    assert AuditEntry.objects.about(joined).count() == 1


def test_a_municipality_that_takes_part_is_not_offered_again(secretariat):
    secretariat.post(JOIN, {"code": "0851", "joined_on": "2022-08-01"})
    assert "0851" not in dict(secretariat.get(JOIN).context["form"].fields["code"].choices)
    assert secretariat.post(JOIN, {"code": "0851", "joined_on": "2022-08-01"}).status_code == 422


@pytest.mark.parametrize("told", [{"code": "9999", "joined_on": "2022-08-01"}, {"code": "0851", "joined_on": "i går"}])
def test_what_is_no_municipality_or_no_day_is_refused(secretariat, told):
    assert secretariat.post(JOIN, told).status_code == 422


def test_only_who_may_change_the_whole_programme_lets_municipalities_in(leader):
    assert leader.get(JOIN).status_code == 403
