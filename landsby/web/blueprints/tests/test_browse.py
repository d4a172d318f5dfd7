"""Reading what a programme works by."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.blueprint import builtin, load
from landsby.web.blueprints.presenters import sections_of, years_of

PAGE = "/p/havneby/blueprint/"


def titles(page) -> list[str]:
    return [entry.definition.title.da for section in page.context["sections"] for entry in section.entries]


@pytest.mark.parametrize("who", ["secretariat", "pedagogue", "evaluator"])
def test_every_member_reads_all_definitions(cast, blueprint, sign_in, who):
    page = sign_in(getattr(cast, who)).get(PAGE)
    text = page.content.decode()
    shown = [*blueprint.goals.values(), *blueprint.tracks.values(), *blueprint.activity_kinds.values()]
    assert {definition.title.da for definition in shown} <= set(titles(page))
    assert all(phase.title.da in text for phase in blueprint.phases.values())
    assert all(role.title.da in text for role in blueprint.roles.values())


def test_a_stranger_is_told_nothing(cast, sign_in):
    assert sign_in(cast.stranger).get(PAGE).status_code == 404


def test_each_definition_says_where_it_comes_from(cast, sign_in):
    text = sign_in(cast.pedagogue).get(PAGE).content.decode()
    assert "vores egen" in text
    assert "Made up for the tests" in text


def test_a_kind_says_its_form_what_it_counts_and_what_it_asks(blueprint):
    kinds = {entry.definition.id: dict(entry.facts) for section in sections_of(blueprint) for entry in section.entries}
    assert kinds["sailing_course"]["Form"] == ["Et forløb på 2 til 6 gange"]
    assert kinds["story_walk"]["Vi tæller"] == ["børn", "forældre", "nye familier"]
    assert kinds["story_walk"]["Vi spørger også om"] == ["Lånte bøger (tal)", "Vejret (Tørvejr, Regn)"]


def test_a_role_says_what_it_may_in_words(blueprint):
    roles = {entry.definition.id: dict(entry.facts) for section in sections_of(blueprint) for entry in section.entries}
    assert "registrere aktiviteter" in roles["daycare_leader"]["Må gøre"]
    assert roles["steering_member"]["Må gøre"] == ["læse med"]


def test_search_finds_by_title_summary_and_facts_and_leaves_out_the_rest(cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert titles(client.get(f"{PAGE}?q=fortællegang")) == ["Fortællegang"]
    assert "Fortællegang" in titles(client.get(f"{PAGE}?q=LÅNTE bøger"))
    assert "Sejlerhold" not in titles(client.get(f"{PAGE}?q=LÅNTE bøger"))


def test_a_search_that_finds_nothing_says_so(cast, sign_in):
    page = sign_in(cast.pedagogue).get(f"{PAGE}?q=dinosaur")
    assert titles(page) == []
    assert "Intet i programmet handler om »dinosaur«" in page.content.decode()


def test_htmx_gets_what_was_found_alone(cast, sign_in):
    client = sign_in(cast.pedagogue)
    part = client.get(f"{PAGE}?q=fortælle&partial=found", headers={"HX-Request": "true"}).content.decode()
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


def test_the_definitions_that_come_with_the_product_can_all_be_read():
    for key in builtin():
        sections = sections_of(load(key))
        assert {section.key for section in sections} == {"goals", "tracks", "activity_kinds", "roles"}
