"""Reading what a programme works by."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.blueprint import builtin, load
from landsby.blueprint.contents import KINDS
from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.presenters import chapters_of, reading_of, years_of

PAGE = "/p/havneby/blueprint/"


def titles(page) -> list[str]:
    """What a search lists."""
    return [hit.definition.title.da for hit in page.context["hits"]]


def facts(blueprint, folder: str, key: str) -> dict[str, list[str]]:
    """What a definition's page tells, by label."""
    definition = getattr(blueprint, folder)[key]
    reading = reading_of(blueprint, folder, definition, lambda folder, key: f"/{folder}/{key}/")
    return {fact.label: [told.text for told in fact.told] for fact in reading.facts}


@pytest.mark.parametrize("who", ["secretariat", "pedagogue", "evaluator"])
def test_every_member_finds_all_kinds(cast, blueprint, sign_in, who):
    page = sign_in(getattr(cast, who)).get(PAGE)
    text = page.content.decode()
    kept = {folder for folder in KINDS if getattr(blueprint, folder)}
    assert all(f'href="{PAGE}{folder}/"' in text for folder in kept)
    assert all(phase.title.da in text for phase in blueprint.phases.values())


def test_every_definition_has_a_page_and_a_place_on_its_shelf(cast, blueprint, sign_in):
    client = sign_in(cast.pedagogue)
    for folder in KINDS:
        shelf = client.get(f"{PAGE}{folder}/").content.decode()
        for key, definition in getattr(blueprint, folder).items():
            assert f'href="{PAGE}{folder}/{key}/"' in shelf
            page = client.get(f"{PAGE}{folder}/{key}/")
            assert f"<h1>{definition.title.da}</h1>" in page.content.decode()


@pytest.mark.parametrize("path", ["", "goals/", "goals/wet_feet/"])
def test_a_stranger_is_told_nothing(cast, sign_in, path):
    assert sign_in(cast.stranger).get(PAGE + path).status_code == 404


@pytest.mark.parametrize("path", ["dragons/", "goals/dragons/", "dragons/wet_feet/", "manifest/", "__class__/x/"])
def test_what_does_not_exist_is_not_found(cast, sign_in, path):
    assert sign_in(cast.pedagogue).get(PAGE + path).status_code == 404


def test_a_definition_says_where_it_comes_from(cast, sign_in):
    text = sign_in(cast.pedagogue).get(f"{PAGE}goals/wet_feet/").content.decode()
    assert "vores egen" in text
    assert "Made up for the tests" in text


def test_a_definition_says_what_builds_on_it(cast, sign_in):
    text = sign_in(cast.pedagogue).get(f"{PAGE}goals/wet_feet/").content.decode()
    assert "Bruges i" in text
    assert f'href="{PAGE}tracks/harbour_life/"' in text


def test_a_kind_says_its_form_what_it_counts_and_what_it_asks(blueprint):
    course, walk = (
        facts(blueprint, "activity_kinds", "sailing_course"),
        facts(blueprint, "activity_kinds", "story_walk"),
    )
    assert course["Form"] == ["et forløb"]
    assert course["Antal gange"] == ["2 til 6"]
    assert walk["Vi tæller"] == ["børn", "forældre", "nye familier"]
    assert walk["Vi spørger også om"] == ["Lånte bøger (tal)", "Vejret (Tørvejr, Regn)"]


def test_a_role_says_what_it_may_in_words(blueprint):
    assert "registrere aktiviteter" in facts(blueprint, "roles", "daycare_leader")["Må gøre"]
    assert "Må gøre" not in facts(blueprint, "roles", "steering_member")


def test_a_rhythm_is_said_as_people_say_it(blueprint):
    assert facts(blueprint, "boards", "harbour_council")["Hvor tit"] == ["4 gange hvert år"]


def test_search_finds_by_everything_that_is_said_and_leaves_out_the_rest(cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert "Fortællegang" in titles(client.get(f"{PAGE}?q=fortællegang"))
    assert "Fortællegang" in titles(client.get(f"{PAGE}?q=LÅNTE bøger"))
    assert "Sejlerhold" not in titles(client.get(f"{PAGE}?q=LÅNTE bøger"))


def test_what_is_called_so_stands_first_and_what_speaks_of_it_tells_where(cast, sign_in):
    hits = sign_in(cast.pedagogue).get(f"{PAGE}?q=fortælle").context["hits"]
    in_title = [hit.excerpt == "" for hit in hits]
    assert in_title == sorted(in_title, reverse=True)
    borrowed = sign_in(cast.pedagogue).get(f"{PAGE}?q=lånte").context["hits"]
    assert [hit.excerpt for hit in borrowed if hit.definition.id == "story_walk"] == ["Lånte bøger"]


def test_words_are_found_from_their_beginning_alone(cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert "Fortællegang" in titles(client.get(f"{PAGE}?q=fortæl"))
    assert "Fortællegang" not in titles(client.get(f"{PAGE}?q=gang"))


def test_what_the_programme_says_with_its_own_words_is_listed(programme, cast, sign_in):
    page = sign_in(cast.secretariat).get(f"{PAGE}?ours=yes")
    assert titles(page) == []
    assert "I har ikke skrevet noget med egne ord endnu" in page.content.decode()
    patch = {"set": {"title": {"da": "Gåtur med sagn", "en": "Walk with legends"}}}
    write_adaptation(programme=programme, folder="activity_kinds", key="story_walk", patch=patch, by=cast.secretariat)
    assert titles(sign_in(cast.secretariat).get(f"{PAGE}?ours=yes")) == ["Gåtur med sagn"]


def test_a_search_that_finds_nothing_says_so(cast, sign_in):
    page = sign_in(cast.pedagogue).get(f"{PAGE}?q=dinosaur")
    assert titles(page) == []
    assert "Intet i programmet handler om »dinosaur«" in page.content.decode()


def test_htmx_gets_what_was_found_alone(cast, sign_in):
    client = sign_in(cast.pedagogue)
    answer = client.get(f"{PAGE}?q=fortælle&partial=found", headers={"HX-Request": "true"})
    assert answer["HX-Replace-Url"] == f"{PAGE}?q=fort%C3%A6lle"
    part = answer.content.decode()
    assert "Fortællegang" in part
    assert "<html" not in part


def test_phases_lie_on_the_line_in_their_place(programme, blueprint):
    years = years_of(programme, blueprint, date(2022, 6, 1))
    first, later = years.spans
    assert first.start == 0
    assert later.start == first.length
    assert abs(later.start + later.length - 1000) <= 2
    assert [span.is_now for span in years.spans] == [True, False]
    assert years.today is not None
    assert [year for year, _x in years.marks] == list(range(2022, 2031))


def test_before_the_first_phase_nothing_is_now(programme, blueprint):
    years = years_of(programme, blueprint, date(2019, 6, 1))
    assert years.today is None
    assert not any(span.is_now for span in years.spans)


@pytest.mark.parametrize("key", builtin())
def test_all_definitions_that_come_with_the_product_can_be_read(key):
    blueprint = load(key)
    for chapter in chapters_of(blueprint):
        for shelf in chapter.shelves:
            for definition in shelf.definitions:
                assert reading_of(blueprint, shelf.folder, definition, lambda *_args: "/").kind
