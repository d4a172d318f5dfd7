"""Going over to another version, and back: nothing recorded is lost, and what is called otherwise is found again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.blueprint.contents import KINDS
from landsby.blueprint.links import written_references
from landsby.blueprint.renaming import renamed_data
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.activities.tests.factories import an_activity
from landsby.web.blueprints.actions import (
    adopt_version,
    give_up_version,
    go_back_to,
    receive_version,
    undo_adoption,
    write_adaptation,
)
from landsby.web.blueprints.models import AdoptedBlueprint, LocalAdaptation, UpgradeDraft, blueprint_of
from landsby.web.blueprints.upgrading import renames_of, upgrade_by, upgrade_to
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.actions import give_membership
from landsby.web.partnerships.models import Programme

RENAMED_IN = ("goals", "activity_kinds", "roles", "professions", "competences")
OWN = {"set": {"title": {"da": "Vores eget", "en": "Our own"}}}


def version(blueprint: Blueprint, edit: Callable[[dict], None] = lambda data: None, **renames: str) -> Blueprint:
    """A second version: edited, and with definitions renamed throughout without saying so."""
    data = blueprint.to_data()
    by_key = {(folder, old): new for old, new in renames.items() for folder in RENAMED_IN}
    made = {of: [renamed_data(of, each, by_key) for each in data[of]] for of in data.keys() - {"blueprint"}}
    made["blueprint"] = {**data["blueprint"], "version": "2"}
    edit(made)
    return Blueprint.from_data(made)


def without(folder: str, key: str) -> Callable[[dict], None]:
    """An edit that takes a definition, what counts it, and every reference to it away."""

    def edit(data: dict) -> None:
        data[folder] = [each for each in data[folder] if each["id"] != key]
        data["figures"] = [each for each in data["figures"] if key not in str(each)]
        for of in data.keys() - {"blueprint"}:
            for each in data[of]:
                ways = [
                    way for way, mark, id_ in written_references(KINDS[of], each) if (mark.to, id_) == (folder, key)
                ]
                for *above, last in reversed(ways):
                    at = each
                    for step in above:
                        at = at[step]
                    del at[last]

    return edit


def adopt(programme, candidate, by, by_hand=None) -> AdoptedBlueprint:
    draft = receive_version(programme=programme, blueprint=candidate, file_name="two.zip", by=by)
    return adopt_version(draft=draft, by_hand=by_hand or {}, seen=seal(programme, candidate, by_hand), by=by)


def seal(programme, candidate, by_hand=None) -> str:
    """The seal of the difference as it can be read now."""
    fresh = Programme.objects.get(pk=programme.pk)
    return upgrade_by(fresh, candidate, by_hand or {}, timezone.localdate()).seal


def undo(programme, by) -> AdoptedBlueprint:
    fresh = Programme.objects.get(pk=programme.pk)
    return undo_adoption(programme=fresh, seen=blueprint_of(fresh).content_hash, by=by)


def today_in(programme) -> Blueprint:
    return blueprint_of(Programme.objects.get(pk=programme.pk))


@pytest.fixture
def activity(cast, world, blueprint, operator) -> Activity:
    """A crab fishing that serves the goal of wet feet."""
    return an_activity(blueprint, world, operator)


def test_own_words_stay_when_the_version_below_changes(programme, operator, blueprint):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    adopt(programme, version(blueprint), operator)
    assert today_in(programme).version == "2"
    assert today_in(programme).goals["wet_feet"].title.da == "Vores eget"


def test_what_somebody_maps_by_hand_is_renamed_in_records_and_adaptations_and_back(
    programme, activity, operator, blueprint
):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    by_hand = {("goals", "wet_feet"): "water", ("activity_kinds", "crab_fishing"): "crabs"}
    adopted = adopt(programme, version(blueprint, wet_feet="water", crab_fishing="crabs"), operator, by_hand)
    activity.refresh_from_db()
    assert (activity.kind, [link.goal for link in activity.goals.all()]) == ("crabs", ["water"])
    assert today_in(programme).goals["water"].title.da == "Vores eget"
    assert "wet_feet" not in today_in(programme).goals
    assert adopted.renames == by_hand

    undo(programme, operator)
    activity.refresh_from_db()
    assert (activity.kind, [link.goal for link in activity.goals.all()]) == ("crab_fishing", ["wet_feet"])
    assert today_in(programme).goals["wet_feet"].title.da == "Vores eget"
    assert today_in(programme).version == blueprint.version


def test_what_the_version_tells_itself_is_renamed_without_asking(programme, activity, operator, blueprint):
    def tell(data):
        next(each for each in data["goals"] if each["id"] == "water")["formerly"] = ["wet_feet"]

    adopt(programme, version(blueprint, tell, wet_feet="water"), operator)
    assert [link.goal for link in activity.goals.all()] == ["water"]


def test_a_role_that_is_renamed_keeps_those_who_hold_it(cast, programme, operator, blueprint, sign_in):
    adopt(programme, version(blueprint, pedagogue="educator"), operator, {("roles", "pedagogue"): "educator"})
    assert cast.pedagogue.memberships.get().role.key == "educator"
    assert not programme.roles.filter(key="pedagogue").exists()
    assert sign_in(cast.pedagogue).get("/p/havneby/").status_code == 200
    undo(programme, operator)
    assert cast.pedagogue.memberships.get().role.key == "pedagogue"


def test_what_records_refer_to_stays_as_ended(programme, activity, operator, blueprint):
    kept = [link.goal for link in activity.goals.all()]
    adopt(programme, version(blueprint, without("goals", kept[0])), operator)
    assert today_in(programme).goals[kept[0]].ended_on is not None
    assert [link.goal for link in activity.goals.all()] == kept
    undo(programme, operator)
    assert today_in(programme) == blueprint
    assert LocalAdaptation.objects.of(programme).current().get().patch == {}


def test_what_nothing_refers_to_is_gone(programme, cast, operator, blueprint):
    adopt(programme, version(blueprint, without("goals", "wet_feet")), operator)
    assert "wet_feet" not in today_in(programme).goals


def test_own_words_about_what_is_kept_come_back_with_it(programme, activity, operator, blueprint):
    [goal] = [link.goal for link in activity.goals.all()]
    write_adaptation(programme=programme, folder="goals", key=goal, patch=OWN, by=operator)
    adopt(programme, version(blueprint, without("goals", goal)), operator)
    assert today_in(programme).goals[goal].title.da == "Vores eget"
    undo(programme, operator)
    assert today_in(programme).goals[goal].title.da == "Vores eget"
    assert today_in(programme).goals[goal].ended_on is None


def test_an_adaptation_that_no_longer_fits_is_told_and_kept(programme, cast, operator, blueprint):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    candidate = version(blueprint, without("goals", "wet_feet"))
    upgrade = upgrade_to(programme, candidate, {}, date(2026, 1, 1))
    assert [conflict.piece.id for conflict in upgrade.conflicts] == ["wet_feet"]
    adopt(programme, candidate, operator)
    assert LocalAdaptation.objects.of(programme).current().get().patch == OWN
    undo(programme, operator)
    assert today_in(programme).goals["wet_feet"].title.da == "Vores eget"


def test_the_page_can_say_how_many_records_refer_to_what_changes(programme, activity, blueprint):
    upgrade = upgrade_to(programme, version(blueprint), {}, date(2026, 1, 1))
    told = {(use.told, use.count, use.url) for use in upgrade.uses["activity_kinds", "crab_fishing"]}
    assert told == {("1 aktivitet", 1, "/p/havneby/activities/?kind=crab_fishing")}


def test_a_name_that_was_in_use_cannot_be_taken_over(programme, cast, blueprint):
    candidate = version(blueprint, without("goals", "wet_feet"))
    assert renames_of(programme, candidate, {("goals", "wet_feet"): "story_time"}) == {}


def test_two_cannot_become_one(programme, cast, operator, blueprint):
    def merge(data):
        without("goals", "wet_feet")(data)
        without("goals", "story_time")(data)
        data["goals"].append({**blueprint.goals["wet_feet"].to_data(), "id": "both"})

    by_hand = {("goals", "wet_feet"): "both", ("goals", "story_time"): "both"}
    with pytest.raises(Blocked) as refusal:
        adopt(programme, version(blueprint, merge), operator, by_hand)
    assert [problem.code for problem in refusal.value.problems] == ["two_become_one"]
    assert AdoptedBlueprint.objects.count() == 1


def test_a_version_in_which_nobody_could_give_access_is_refused(programme, cast, operator, blueprint):
    def close(data):
        for each in data["roles"]:
            each["may"] = []

    with pytest.raises(Blocked) as refusal:
        adopt(programme, version(blueprint, close), operator)
    assert [problem.code for problem in refusal.value.problems] == ["nobody_gives_access"]


def test_what_changed_while_one_was_reading_is_not_overwritten(programme, cast, operator, blueprint):
    candidate = version(blueprint)
    draft = receive_version(programme=programme, blueprint=candidate, file_name="", by=operator)
    seen = seal(programme, candidate)
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    with pytest.raises(Blocked) as refusal:
        adopt_version(draft=draft, by_hand={}, seen=seen, by=operator)
    assert [problem.code for problem in refusal.value.problems] == ["another_difference"]
    assert today_in(programme).version == blueprint.version


def test_one_cannot_go_back_once_something_new_is_in_use(programme, cast, operator, blueprint, world):
    def add(data):
        data["roles"].append({**blueprint.roles["pedagogue"].to_data(), "id": "apprentice"})

    adopt(programme, version(blueprint, add), operator)
    newcomer = User.objects.create_user("new@landsby.example", name="Ny")
    give_membership(user=newcomer, role=programme.roles.get(key="apprentice"), place=world.daycare, by=operator)
    with pytest.raises(Blocked) as refusal:
        undo(programme, operator)
    [problem] = refusal.value.problems
    assert problem.code == "still_in_use"
    assert "men bruges af 1 adgang. Giv først en anden rolle i stedet." in str(problem.text)
    assert problem.url == "/p/havneby/people/"
    assert today_in(programme).version == "2"


def test_a_role_that_came_and_went_unused_is_gone(programme, cast, operator, blueprint):
    def add(data):
        data["roles"].append({**blueprint.roles["pedagogue"].to_data(), "id": "apprentice"})

    adopt(programme, version(blueprint, add), operator)
    assert programme.roles.filter(key="apprentice").exists()
    undo(programme, operator)
    assert not programme.roles.filter(key="apprentice").exists()


def test_before_the_first_version_there_is_nothing(programme, operator):
    with pytest.raises(Blocked) as refusal:
        undo(programme, operator)
    assert [problem.code for problem in refusal.value.problems] == ["no_earlier_version"]


@pytest.mark.parametrize("field", ["id", "nothing"])
def test_only_another_version_of_the_same_blueprint_is_received(programme, operator, blueprint, field):
    data = blueprint.to_data()
    data["blueprint"]["id"] = "elsewhere" if field == "id" else data["blueprint"]["id"]
    with pytest.raises(Blocked):
        receive_version(programme=programme, blueprint=Blueprint.from_data(data), file_name="", by=operator)


def test_a_version_with_a_cpr_number_is_not_received(programme, operator, blueprint):
    def tell(data):
        data["blueprint"]["contact"] = "010203-1234"

    with pytest.raises(ValidationError):
        receive_version(programme=programme, blueprint=version(blueprint, tell), file_name="", by=operator)


def test_a_version_that_is_given_up_is_forgotten(programme, operator, blueprint):
    draft = receive_version(programme=programme, blueprint=version(blueprint), file_name="", by=operator)
    give_up_version(draft=draft, by=operator)
    assert not UpgradeDraft.objects.exists()
    assert today_in(programme) == blueprint


def test_a_version_may_be_adopted_again_after_it_was_undone(programme, cast, operator, blueprint):
    adopt(programme, version(blueprint), operator)
    undo(programme, operator)
    adopt(programme, version(blueprint), operator)
    assert today_in(programme).version == "2"


def test_what_is_used_no_longer_is_offered_to_new_activities_no_more(programme, activity, operator, cast, sign_in):
    ended = {"set": {"ended_on": "2024-01-31"}}
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=ended, by=operator)
    client = sign_in(cast.secretariat)
    new = client.get("/p/havneby/activities/new/crab_fishing/").context["form"]
    assert "wet_feet" not in dict(new.fields["goals"].choices)
    stored = client.get(f"/activities/{activity.pk}/change/").context["form"]
    assert "wet_feet" in dict(stored.fields["goals"].choices)


def test_going_back_to_ones_words_leaves_what_records_refer_to(programme, activity, operator, blueprint):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    plain = write_adaptation(programme=programme, folder="goals", key="wet_feet", patch={}, by=operator)
    adopt(programme, version(blueprint, without("goals", "wet_feet")), operator)
    go_back_to(earlier=plain, by=operator)
    assert today_in(programme).goals["wet_feet"].ended_on is not None
