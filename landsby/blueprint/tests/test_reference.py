"""The reference: every field has a name, help and a sort of value, in both languages."""

from __future__ import annotations

import re

import pytest

from landsby.blueprint.blueprint import Manifest
from landsby.blueprint.contents import KINDS
from landsby.blueprint.kinds import ActivityKind, Goal, Offer, Promise, Track
from landsby.blueprint.labels.help import HELP
from landsby.blueprint.labels.help.everywhere import EVERYWHERE
from landsby.blueprint.labels.help.learning import LEARNING
from landsby.blueprint.labels.help.people import PEOPLE
from landsby.blueprint.labels.help.work import WORK
from landsby.blueprint.labels.parts import PARTS
from landsby.blueprint.reference import described, parts_of, reference_page
from landsby.blueprint.reference.pages import SHARED
from landsby.blueprint.reference.tables import anchor

MODELS = tuple(dict.fromkeys(model for kind in (Manifest, *KINDS.values()) for model in (kind, *parts_of(kind))))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_name_help_and_a_sort_of_value(model):
    fields = described(model)
    assert [field.name for field in fields] == list(model.model_fields)
    for field in fields:
        assert field.help.da.endswith("."), field.name
        assert field.help.da != field.help.en
        assert field.sort.said().da
        assert len(field.choices) == len(field.sort.choices)


def test_no_danish_help_is_left_over_or_written_twice():
    said = {info.description for model in MODELS for info in model.model_fields.values()}
    assert set(HELP) == said
    assert len(HELP) == sum(map(len, (EVERYWHERE, WORK, PEOPLE, LEARNING)))


@pytest.mark.parametrize(
    ("model", "field", "words"),
    [
        (Goal, "title", "text in Danish and English, at most 120 characters"),
        (Goal, "source", "one line, at most 200 characters"),
        (Goal, "order", "a whole number from 0 to 9999"),
        (Goal, "starts_on", "a date, such as 2020-08-01"),
        (Track, "parent", "an id from `tracks`"),
        (ActivityKind, "quick", "a whole number from 1 to 99"),
        (ActivityKind, "hosts", "list, each: an id from `actor_groups`"),
        (ActivityKind, "fields", "list, each: the fields below"),
        (Offer, "interpreter", "true or false"),
        (Offer, "to", "one of: `all`, `selected`"),
    ],
)
def test_a_value_is_said_with_its_limits(model, field, words):
    [told] = [each for each in described(model) if each.name == field]
    assert told.sort.said().en == words


def test_what_must_be_there_is_known():
    assert {field.name for field in described(Offer) if field.required} == {
        *("id", "title", "origin", "source"),
        *("form", "to"),
    }


def test_a_list_says_how_many_there_must_be():
    [promises] = [field for field in described(KINDS["agreement_templates"]) if field.name == "promises"]
    assert (promises.sort.many, promises.sort.fewest, promises.sort.part) == (True, 1, Promise)


def test_parts_that_several_kinds_have_are_explained_once():
    several = {part for part in MODELS if sum(part in parts_of(kind) for kind in KINDS.values()) > 1}
    assert several == set(SHARED)
    assert {part.__name__ for part in SHARED} == set(PARTS)


@pytest.fixture(scope="module", params=["da", "en"])
def page(request) -> str:
    """The page in each language."""
    return reference_page(request.param)


def test_every_kind_has_its_place_on_the_page(page):
    assert [folder for folder in KINDS if page.count(f"(`{folder}/`)\n") != 1] == []


def test_every_kind_and_the_blueprint_itself_have_an_example(page):
    assert page.count("```yaml\n") == len(KINDS) + 1


def test_links_within_the_page_lead_somewhere(page):
    headings = [anchor(heading) for heading in re.findall(r"^#+ (.+)$", page, re.MULTILINE)]
    assert len(headings) == len(set(headings))
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert len(links) > len(KINDS)
    assert links <= set(headings)


def test_no_link_breaks_a_table(page):
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert {row.count(" |") for row in rows} == {4}
