"""Bad input is answered in the reader's language: what is wrong, where, and what to do."""

from __future__ import annotations

import pytest
from django.test import Client

from landsby.web.partnerships.tests.imports.steps import SCHOOLS, URL, as_guessed, draft_of, preview, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(cast):
    """The secretariat, reading English."""
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(cast.secretariat)
    return client


@pytest.mark.parametrize(
    ("content", "danish", "said"),
    [
        (b"", "Filen er tom.", "The file is empty."),
        (b"id;navn\n1;010190-1234\n", "Her ser ud til at stå et CPR-nummer.", "CPR number"),
        ("id;navn\n1;København\n".encode("cp850"), "Filens danske bogstaver kan ikke læses", "Danish letters"),
        (b"id;navn\n1;A;B\n", "Rækken har 3 celler", "row has 3 cells"),
    ],
)
def test_a_refused_file(secretariat, english, content, danish, said):
    assert danish in upload(secretariat, content).content.decode()
    page = upload(english, content).content.decode()
    assert danish not in page
    assert said in page


@pytest.mark.parametrize(
    ("change", "danish", "said"),
    [
        ((",902,", ",9999,"), "Der er ingen kommune", "9999"),
        (("Sydskolen", ""), "Navnet mangler.", "The name is missing."),
        (("\n2,", "\n1,"), "Nummeret 1 står også i række 3.", "also"),
        ((",9001,", ",90,"), "er ikke et postnummer", "postcode"),
    ],
)
def test_an_error_in_a_row(secretariat, english, change, danish, said):
    assert danish in preview(secretariat, SCHOOLS.replace(*change)).content.decode()
    page = preview(english, SCHOOLS.replace(*change)).content.decode()
    assert danish not in page
    assert said in page


def test_a_missing_column(secretariat, english):
    for client, said in ((secretariat, "Kolonnen med navnet mangler"), (english, "column with the name is missing")):
        draft = draft_of(upload(client, SCHOOLS))
        told = as_guessed(client.get(f"{URL}{draft.pk}/columns/"))
        del told["name"]
        assert said in client.post(f"{URL}{draft.pk}/columns/", told).content.decode()


def test_an_outline_that_is_none(secretariat, english, world):
    sent = {"name": "Molen", "municipality": world.north.pk, "started_on": "2022-08-01", "outline": "her"}
    for client, said in ((secretariat, "Teksten er ikke GeoJSON"), (english, "not GeoJSON")):
        assert said in client.post("/p/havneby/communities/new/", sent).content.decode()
