"""What the log tells of going over to a version, of the way back and of own words: in words, without hashes and ids."""

from __future__ import annotations

import re

import pytest

from landsby.web.activities.tests.factories import an_activity
from landsby.web.activities.tests.test_upgrading import OWN, adopt, undo, version
from landsby.web.blueprints.actions import take_back_words, write_adaptation
from landsby.web.partnerships.actions import end_membership

PAGE = "/p/havneby/log/"


@pytest.fixture
def lines(cast, sign_in):
    """The lines of the log that tell of one sort of thing, the latest on top."""

    def told(thing):
        page = sign_in(cast.secretariat).get(PAGE)
        assert not re.search(r"[0-9a-f]{6}", " ".join(entry.detail_text for entry in page.context["listing"].page))
        of_it = [entry for entry in page.context["listing"].page if entry.thing == thing]
        return [(entry.get_act_display(), entry.label, entry.detail_text) for entry in of_it]

    return told


def test_adopting_and_going_back_are_told_by_title_and_version(programme, cast, operator, blueprint, world, lines):
    an_activity(blueprint, world, operator)
    adopt(programme, version(blueprint, wet_feet="water"), operator, {("goals", "wet_feet"): "water"})
    title = blueprint.manifest.title.da
    assert ("tog i brug", f"{title} 2", "omdøbt: 1") in lines("blueprints.adoptedblueprint")
    undo(programme, operator)
    assert ("gik tilbage fra", f"{title} 2", "til version: 1") in lines("blueprints.adoptedblueprint")


def test_own_words_are_told_by_the_title_of_what_they_are_about(programme, cast, operator, blueprint, lines):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    [written] = lines("blueprints.localadaptation")
    assert written == ("oprettede", blueprint.goals["wet_feet"].title.da, "")
    take_back_words(programme=programme, folder="goals", key="wet_feet", by=operator)
    assert lines("blueprints.localadaptation")[0][:2] == ("slettede", "Vores eget")


def test_an_access_that_ends_is_told_as_ended(cast, operator, lines):
    end_membership(membership=cast.pedagogue.memberships.get(), by=operator)
    assert lines("partnerships.membership")[0][0] == "afsluttede"
