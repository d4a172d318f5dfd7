"""What this programme alone has is found and read like everything else, and is known as its own."""

from __future__ import annotations

import pytest

from landsby.web.blueprints.actions import write_adaptation

PAGE = "/p/havneby/blueprint/"
SWIM = {
    "id": "own_swim",
    "title": {"da": "Vi svømmer", "en": "We swim"},
    "origin": "ours",
    "source": "Havneby",
    "practice": [{"id": "pool", "text": {"da": "Vi tager i bassinet", "en": "We go to the pool"}}],
}
IDEA = {"id": "own_flags", "text": {"da": "Vi maler signalflag", "en": "We paint signal flags"}}


@pytest.fixture
def own(programme, operator):
    """A principle of the programme's own, and an idea of its own under another."""
    write_adaptation(programme=programme, folder="principles", key="own_swim", patch={"own": SWIM}, by=operator)
    patch = {"add": {"practice": [IDEA]}}
    write_adaptation(programme=programme, folder="principles", key="all_hands", patch=patch, by=operator)


@pytest.fixture
def client(own, cast, sign_in):
    return sign_in(cast.pedagogue)


def test_an_own_definition_stands_on_its_shelf_and_has_its_page(client):
    shelf = client.get(f"{PAGE}principles/").content.decode()
    assert f'href="{PAGE}principles/own_swim/"' in shelf
    assert shelf.count("kun hos jer") == 1
    page = client.get(f"{PAGE}principles/own_swim/").content.decode()
    assert "<h1>Vi svømmer</h1>" in page
    assert "kun hos jer" in page
    assert client.get(f"{PAGE}principles/own_swim/history/").status_code == 200


@pytest.mark.parametrize(
    ("words", "href", "text"),
    [
        ("svømmer", f"{PAGE}principles/own_swim/", "Vi svømmer"),
        ("bassin", f"{PAGE}principles/own_swim/#practice-pool", "Vi tager i bassinet"),
        ("signalflag", f"{PAGE}principles/all_hands/#practice-own_flags", "Vi maler signalflag"),
        ("rebene", f"{PAGE}principles/all_hands/#practice-coil_ropes", "Vi ruller rebene op, før vi går hjem."),
        ("lånte", f"{PAGE}activity_kinds/story_walk/#fields-books_lent", "Lånte bøger"),
    ],
)
def test_a_search_leads_to_the_very_line(client, words, href, text):
    found = client.get(PAGE, {"q": words}).content.decode()
    assert f'<a href="{href}">{text}</a>' in found
    address, _hash, anchor = href.partition("#")
    page = client.get(address).content.decode()
    assert not anchor or f'id="{anchor}"' in page


def test_an_own_idea_is_known_among_the_others(client):
    page = client.get(f"{PAGE}principles/all_hands/").content.decode()
    assert page.count("jeres egen") == 1
    assert page.index("Vi maler signalflag") < page.index("jeres egen")


def test_an_own_definition_is_put_in_other_words(own, cast, sign_in, programme):
    client, url = sign_in(cast.secretariat), f"{PAGE}principles/own_swim/adapt/"
    form = client.get(url).context["form"]
    typed = {field.html_name: field.value() or "" for field in form} | {"title-da": "Vi flyder", "title-en": "We float"}
    client.post(url, typed)
    assert "Vi flyder" in client.get(f"{PAGE}principles/").content.decode()
