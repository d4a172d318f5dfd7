"""The list of actors: who sees whom, filter, search, sort, paging, and the file of exactly what is shown."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from landsby.blueprint import codelist
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import add_actor, close_actor, rename_actor

URL = "/p/havneby/actors/"
EVERYBODY = {"Bakkehuset", "Bugtskolen", "Havneby Sejlklub", "Kajskolen", "Muslingen"}

pytestmark = pytest.mark.django_db


def names(response):
    return [actor.name for actor in response.context["listing"].page]


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("secretariat", EVERYBODY),
        ("project_leader", EVERYBODY),
        ("pedagogue", {"Havneby Sejlklub", "Kajskolen", "Muslingen"}),
        ("health_visitor", EVERYBODY - {"Bugtskolen"}),
    ],
)
def test_everybody_sees_the_actors_of_the_places_that_they_see(cast, sign_in, who, seen):
    assert set(names(sign_in(getattr(cast, who)).get(URL))) == seen


def test_a_stranger_is_not_told_of_the_programme(cast, sign_in):
    assert sign_in(cast.stranger).get(URL).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=school", ["Bugtskolen", "Kajskolen"]),
        ("community=none", []),
        ("q=kaj", ["Kajskolen"]),
        ("q=SEJLKLUB", ["Havneby Sejlklub"]),
        ("sort=-name", ["Muslingen", "Kajskolen", "Havneby Sejlklub", "Bugtskolen", "Bakkehuset"]),
        ("state=closed", []),
        ("kind=spaceship", []),
    ],
)
def test_the_list_is_narrowed_and_sorted(secretariat, query, found):
    assert names(secretariat.get(f"{URL}?{query}")) == found


def test_kinds_are_sorted_as_the_code_list_has_them(secretariat, world):
    kinds = [actor.kind for actor in secretariat.get(f"{URL}?sort=kind").context["listing"].page]
    order = list(codelist("actor_kinds"))
    assert kinds == sorted(kinds, key=order.index)
    assert len(set(kinds)) == 3


def test_places_narrow_the_list(secretariat, world):
    assert names(secretariat.get(f"{URL}?municipality={world.south.pk}")) == ["Bugtskolen"]
    assert names(secretariat.get(f"{URL}?community={world.hill.pk}")) == ["Bakkehuset"]


def test_a_former_name_is_found(secretariat, world, operator):
    rename_actor(actor=world.school, name="Kajens Skole", on=date(2023, 8, 1), by=operator)
    page = secretariat.get(f"{URL}?q=kajskolen")
    assert names(page) == ["Kajens Skole"]
    assert "før: Kajskolen" in page.content.decode()


@pytest.mark.parametrize("words", ["åens børnehus", "ÅENS BØRNEHUS", "Åens Børnehus"])
def test_search_takes_no_notice_of_the_case_of_danish_letters(secretariat, world, operator, words):
    add_actor(programme=world.programme, kind="kindergarten", name="ÅENS BØRNEHUS", by=operator)
    assert names(secretariat.get(URL, {"q": words})) == ["ÅENS BØRNEHUS"]


def test_closed_actors_are_shown_when_asked_for(secretariat, world, operator):
    close_actor(actor=world.school, on=date(2023, 1, 1), by=operator)
    assert "Kajskolen" not in names(secretariat.get(URL))
    assert names(secretariat.get(f"{URL}?state=closed")) == ["Kajskolen"]
    assert set(names(secretariat.get(f"{URL}?state=all"))) == EVERYBODY


@pytest.fixture
def many(world, operator):
    """Thirty more schools."""
    return [
        add_actor(
            programme=world.programme,
            kind="school",
            name=f"Skole {number:02}",
            municipality=world.north,
            community=world.quay,
            parent=world.school if number % 2 else None,
            by=operator,
        )
        for number in range(30)
    ]


def test_pages_hold_twenty_five(secretariat, many):
    assert len(names(secretariat.get(URL))) == 25
    assert len(names(secretariat.get(f"{URL}?page=2"))) == 10


def test_htmx_gets_the_rows_only(secretariat, world):
    part = secretariat.get(f"{URL}?partial=rows", headers={"HX-Request": "true"}).content.decode()
    assert "Kajskolen" in part
    assert "<html" not in part
    assert secretariat.get(f"{URL}?partial=all", headers={"HX-Request": "true"}).status_code == 400


def test_queries_do_not_grow_with_actors(secretariat, world, operator, queries, request):
    few = queries(secretariat, URL)
    request.getfixturevalue("many")
    assert queries(secretariat, URL) == few


def rows_of(response):
    book = load_workbook(BytesIO(response.content))
    return [list(row) for row in book.active.iter_rows(values_only=True)]


def test_the_export_is_the_list_with_every_page_and_column(secretariat, many):
    listed = names(secretariat.get(f"{URL}?kind=school&sort=-name")) + names(
        secretariat.get(f"{URL}?kind=school&sort=-name&page=2")
    )
    heading, *rows = rows_of(secretariat.get(f"{URL}export/xlsx/?kind=school&sort=-name"))
    assert [row[0] for row in rows] == listed
    assert heading[:5] == ["Navn", "Slags", "Kommune", "Lokalområde", "Afdeling af"]
    assert "Breddegrad" in heading


def test_the_csv_says_the_same(secretariat, many):
    text = b"".join(secretariat.get(f"{URL}export/csv/?q=sejlklub").streaming_content).decode("utf-8-sig")
    assert text.splitlines()[1].startswith("Havneby Sejlklub;Forening;Nordhavn;Quay;")


def test_the_export_leaves_a_trace_and_needs_the_right(secretariat, cast, sign_in):
    assert secretariat.get(f"{URL}export/xlsx/?q=kaj").status_code == 200
    entry = AuditEntry.objects.of_acts(Act.EXPORTED).get()
    assert (entry.label, entry.detail) == ("aktører-havneby", {"rows": 1})
    assert sign_in(cast.pedagogue).get(f"{URL}export/xlsx/").status_code == 403
    assert secretariat.get(f"{URL}export/pdf/").status_code == 404
