"""Using a definition no longer, and again: that is decided for the whole programme."""

from __future__ import annotations

import pytest

from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.models import LocalAdaptation, blueprint_of
from landsby.web.partnerships.models import Programme

GOAL = "/p/havneby/blueprint/goals/wet_feet/"
OFF = {"set": {"ended_on": "2024-01-01"}}
WORDS = {"title": {"da": "Våde tæer", "en": "Wet toes"}}


def goal():
    return blueprint_of(Programme.objects.get()).goals["wet_feet"]


def say(programme, by, **values) -> LocalAdaptation:
    patch = {"set": values} if values else {}
    return write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=patch, by=by)


@pytest.fixture
def everywhere(cast, sign_in):
    return sign_in(cast.secretariat)


@pytest.fixture
def in_one_municipality(cast, sign_in):
    return sign_in(cast.project_leader)


def test_a_definition_is_used_no_longer_and_then_again(everywhere, blueprint):
    page = everywhere.post(f"{GOAL}switch/", {"seen": goal().content_hash}, follow=True)
    assert goal().ended_on is not None
    assert "Brug den igen" in page.content.decode()
    everywhere.post(f"{GOAL}switch/", {"seen": goal().content_hash})
    assert goal() == blueprint.goals["wet_feet"]


def test_two_who_press_at_once_do_not_undo_each_other(everywhere):
    seen = {"seen": goal().content_hash}
    everywhere.post(f"{GOAL}switch/", seen)
    page = everywhere.post(f"{GOAL}switch/", seen, follow=True)
    assert "En anden har ændret det her imens" in page.content.decode()
    assert goal().ended_on is not None


def test_who_leads_one_municipality_switches_nothing_for_all(in_one_municipality, blueprint):
    assert "Brug den ikke længere" not in in_one_municipality.get(GOAL).content.decode()
    assert in_one_municipality.post(f"{GOAL}switch/", {"seen": goal().content_hash}).status_code == 403
    assert goal() == blueprint.goals["wet_feet"]


def test_they_are_told_that_their_words_hold_for_all(in_one_municipality, everywhere):
    told = "Det gælder også i de andre kommuner."
    assert told in in_one_municipality.get(f"{GOAL}adapt/").content.decode()
    assert told not in everywhere.get(f"{GOAL}adapt/").content.decode()


def test_going_back_in_the_words_switches_nothing_for_them(in_one_municipality, programme, operator):
    earlier = say(programme, operator, **WORDS, ended_on="2024-01-01")
    say(programme, operator)
    in_one_municipality.post(f"/p/havneby/blueprint/history/{earlier.pk}/")
    assert (goal().title.da, goal().ended_on) == ("Våde tæer", None)

    say(programme, operator, **WORDS, ended_on="2024-01-01")
    in_one_municipality.post(f"{GOAL}take-back/")
    assert goal().title.da != "Våde tæer"
    assert goal().ended_on is not None


def test_who_leads_the_whole_programme_goes_back_in_all(everywhere, programme, operator):
    earlier = say(programme, operator, **WORDS, ended_on="2024-01-01")
    say(programme, operator)
    everywhere.post(f"/p/havneby/blueprint/history/{earlier.pk}/")
    assert goal().ended_on is not None
    everywhere.post(f"{GOAL}take-back/")
    assert goal().ended_on is None


def test_a_role_is_not_switched_off_while_people_hold_it(everywhere, blueprint):
    url = "/p/havneby/blueprint/roles/pedagogue/"
    assert f"{url}switch/" not in everywhere.get(url).content.decode()
    seen = blueprint.roles["pedagogue"].content_hash
    assert everywhere.post(f"{url}switch/", {"seen": seen}).status_code == 404
