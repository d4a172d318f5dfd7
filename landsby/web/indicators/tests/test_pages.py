"""The list of indicators, one of them, its file, and what is aimed at."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from landsby.web.indicators.importing.known import Amounts
from landsby.web.indicators.lines import TOGETHER
from landsby.web.indicators.models import Target
from landsby.web.indicators.tests.factories import place_of, some_figures
from landsby.web.kit.models import Act, AuditEntry

LIST = "/p/havneby/indicators/"
DARES = f"{LIST}of/dares_at_seven/"


def share(part, among):
    """So many of so many."""
    return Amounts(Decimal(part * 100) / among, Decimal(part), Decimal(among))


@pytest.fixture
def figures(world, blueprint, cast):
    """Six school years at the quay, a small one on the hill, one at the bay, and one of the country."""
    quay, hill, bay = (place_of(community) for community in (world.quay, world.hill, world.bay))
    told = {(quay, 2018 + ahead, ""): share(40 + ahead, 100) for ahead in range(6)}
    told |= {(hill, 2023, ""): share(2, 30), (bay, 2023, ""): share(33, 60), ("m0000", 2023, ""): share(5000, 9000)}
    return some_figures(world, blueprint, cast.secretariat, told)


def test_the_list_tells_what_is_measured_and_what_is_not(figures, cast, sign_in):
    page = sign_in(cast.steering_member).get(LIST)
    assert [row.indicator.id for row in page.context["measured"]] == ["dares_at_seven"]
    assert [row.indicator.id for row in page.context["unmeasured"]] == ["joy_of_stories", "boats_per_thousand"]
    row = page.context["measured"][0]
    assert (row.latest.value, row.latest.when) == ("48,8 %", "2023/24")
    assert "til" in row.latest.interval


def test_one_indicator_shows_lines_intervals_and_its_source(figures, cast, sign_in):
    page = sign_in(cast.steering_member).get(DARES)
    body = page.content.decode()
    assert [line.place for line in page.context["page"].shown] == [TOGETHER, "m0000"]
    assert page.context["page"].of_whom == "Lokalområderne under ét"
    assert "Opdigtet" in body
    assert "Børn, der hopper i fra badebroen." in body
    assert "for tidligt" in body


def test_what_is_too_small_is_hidden_on_the_page_and_in_the_file(figures, world, cast, sign_in):
    client = sign_in(cast.evaluator)
    assert "6,7" not in client.get(DARES, {"place": place_of(world.hill)}).content.decode()
    sheet = load_workbook(BytesIO(client.get(f"{DARES}export/xlsx/").content)).active
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Hill"]
    assert rows == []
    assert AuditEntry.objects.filter(act=Act.EXPORTED, author="Evaluator").exists()


def test_who_sees_one_municipality_sees_it_and_what_lies_outside(figures, world, cast, sign_in):
    page = sign_in(cast.health_visitor).get(DARES).context["page"]
    assert place_of(world.bay) not in page.lines.places
    assert "m0000" in page.lines.places


def test_who_leads_one_municipality_sees_it_first_and_all_places_when_they_are_chosen(world, blueprint, cast, sign_in):
    told = {("m0901", 2023, ""): share(300, 400), (place_of(world.quay), 2023, ""): share(40, 100)}
    some_figures(world, blueprint, cast.secretariat, told)
    client = sign_in(cast.project_leader)
    (row,) = client.get(LIST).context["measured"]
    page = client.get(DARES)
    assert (row.whom, page.context["page"].of_whom) == ("Nordhavn", "Nordhavn")
    groups = [name for name, _places in page.context["form"].fields["place"].choices]
    assert groups == ["Kommuner", "Lokalområder"]
    assert client.get(DARES, {"place": place_of(world.quay)}).context["page"].of_whom == "Quay"


def test_a_card_says_which_years_are_held_against_which_and_which_are_left(world, blueprint, cast, sign_in):
    quay = place_of(world.quay)
    told = {(quay, year, ""): share(400 + (year > 2025) * 90, 600) for year in range(2020, 2027)}
    some_figures(world, blueprint, cast.secretariat, told)
    (row,) = sign_in(cast.secretariat).get(LIST).context["measured"]
    assert (row.latest.value, row.change.count("til"), "ingen sikker ændring" in row.change) == ("81,7 %", 1, True)
    assert row.later.startswith("Tal efter ")


def test_an_indicator_that_nobody_looks_at_is_not_there(cast, sign_in):
    client = sign_in(cast.secretariat)
    assert client.get(f"{LIST}of/nothing/").status_code == 404
    assert client.get(f"{DARES}export/pdf/").status_code == 404


def test_a_shared_address_with_what_one_may_not_see_says_so_calmly(figures, cast, sign_in):
    client = sign_in(cast.secretariat)
    page = client.get(DARES, {"place": "c999999", "beside": "x", "stratum": "y"})
    assert (page.status_code, page.context["form"].errors) == (200, {})
    assert "Linket peger på noget, du ikke har adgang til" in page.content.decode()
    assert "Linket peger" not in client.get(DARES, {"beside": "none"}).content.decode()


def test_the_large_figure_is_that_of_the_place_that_is_chosen(figures, world, cast, sign_in):
    page = sign_in(cast.secretariat).get(DARES, {"place": place_of(world.bay)}).context["page"]
    assert page.of_whom == "Bay"
    assert page.latest.value == page.chart.rows[-1][1].split(" (")[0]


AIM = {"value": "60", "period": "2029", "decided_by": "Styregruppen", "decided_on": "2024-01-05"}


def test_a_target_is_set_shown_and_taken_back(figures, world, cast, sign_in):
    client = sign_in(cast.secretariat)
    for _twice in range(2):
        assert client.post(f"{DARES}target/", {**AIM, "place": "all"})["Location"] == DARES
    target = Target.objects.get(ended_at=None)
    assert "60,0 % i 2029/30" in client.get(DARES).content.decode()
    assert client.get(LIST).context["measured"][0].target == "60,0 % i 2029/30"
    assert client.post(f"/targets/{target.pk}/take-back/")["Location"] == DARES
    assert not Target.objects.filter(ended_at=None).exists()
    assert client.post(f"/targets/{target.pk}/take-back/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"value": "160"}, "value"),
        ({"value": "tres"}, "value"),
        ({"decided_by": ""}, "decided_by"),
        ({"decided_on": "2999-01-01"}, "decided_on"),
        ({"period": "1999"}, "period"),
    ],
)
def test_a_target_that_cannot_be_comes_back_with_what_was_typed(cast, sign_in, wrong, field):
    page = sign_in(cast.secretariat).post(f"{DARES}target/", {**AIM, "place": "all", **wrong})
    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert page.context["form"]["value"].value() == wrong.get("value", "60")
    assert not Target.objects.exists()


def test_who_leads_one_municipality_aims_there_and_not_elsewhere(world, cast, sign_in):
    client = sign_in(cast.project_leader)
    assert client.post(f"{DARES}target/", {**AIM, "place": place_of(world.quay)}).status_code == 302
    for place in ("all", place_of(world.bay), "m0902"):
        assert client.post(f"{DARES}target/", {**AIM, "place": place}).status_code == 422


def test_figures_of_a_former_kind_of_period_wait(world, blueprint, cast, sign_in):
    told = {(place_of(world.quay), period, ""): share(40, 100) for period in (2023, 20231)}
    some_figures(world, blueprint, cast.secretariat, told, "boats_per_thousand")
    page = sign_in(cast.steering_member).get(f"{LIST}of/boats_per_thousand/")
    assert page.status_code == 200
    assert "forår 2023" in page.content.decode()
