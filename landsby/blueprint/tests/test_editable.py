"""What of a definition may be put in one's own words."""

from __future__ import annotations

import pytest

from landsby.blueprint import builtin, load
from landsby.blueprint.adaptation import Adaptation, adapted
from landsby.blueprint.contents import KINDS
from landsby.blueprint.editable import editable_texts, growing_lists

OWN = {"da": "Vores", "en": "Ours"}


def test_texts_are_named_as_adaptations_name_them(sound):
    told = {each.path: each for each in editable_texts(sound.principles["tidiness"])}
    assert list(told) == ["title", "summary", "practice.sweep.text"]
    assert (told["title"].limit, told["title"].is_required) == (120, True)
    assert (told["summary"].limit, told["summary"].text, told["summary"].is_required) == (1000, None, False)
    assert [label.da for label in told["practice.sweep.text"].labels] == ["Eksempler på praksis", "1"]


def test_lists_that_grow_are_told_when_they_are_empty_too(sound):
    assert [(each.path, each.ids) for each in growing_lists(sound.principles["tidiness"])] == [("practice", ("sweep",))]
    assert [(each.path, each.ids) for each in growing_lists(sound.principles["patience"])] == [("practice", ())]
    assert list(growing_lists(sound.goals["wonder"])) == []


@pytest.mark.parametrize("key", builtin())
def test_every_text_that_is_offered_can_be_changed_and_every_list_added_to(key):
    blueprint = load(key)
    ours = []
    for folder in KINDS:
        for definition in getattr(blueprint, folder).values():
            texts = {each.path: OWN for each in editable_texts(definition)}
            more = {each.path: [{"id": "own_idea", "text": OWN}] for each in growing_lists(definition)}
            ours.append(Adaptation(folder, definition.id, {"set": texts, "add": more}))
    made = adapted(blueprint, ours)
    assert all(each.title.da == "Vores" for folder in KINDS for each in getattr(made, folder).values())
