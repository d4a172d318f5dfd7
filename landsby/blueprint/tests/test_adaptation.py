"""A programme's own words over a version: what fits holds, what does not is told and never lost."""

from __future__ import annotations

import pytest

from landsby.blueprint import Blueprint, BlueprintError, adaptation
from landsby.blueprint.adaptation import Adaptation, adapted, fitted
from landsby.blueprint.renaming import needed_by, renamed_data, told_renames, vanished, with_renamed

OWN_TITLE = {"da": "At undre sig", "en": "To wonder"}
OWN_GOAL = {
    "id": "own_frost",
    "title": {"da": "Frost", "en": "Frost"},
    "origin": "ours",
    "source": "Os",
}
IDEA = {"id": "own_rake", "text": {"da": "Vi river.", "en": "We rake."}}


def changed(blueprint: Blueprint, folder: str, id_: str, **fields) -> Blueprint:
    """Another version, in which one definition has other fields; None takes the definition away."""
    data = blueprint.to_data()
    data[folder] = [({**each, **fields} if fields else None) if each["id"] == id_ else each for each in data[folder]]
    data[folder] = [each for each in data[folder] if each]
    return Blueprint.from_data(data)


def called_otherwise(blueprint: Blueprint, folder: str, id_: str, new: str) -> Blueprint:
    """Another version, in which a definition is called something else and says so."""
    renames = {(folder, id_): new}
    data = blueprint.to_data()
    made = {of: [renamed_data(of, each, renames) for each in data[of]] for of in data.keys() - {"blueprint"}}
    for each in made[folder]:
        if each["id"] == new:
            each["formerly"] = [*each.get("formerly", ()), id_]
    return Blueprint.from_data({"blueprint": data["blueprint"], **made})


def test_without_adaptations_a_blueprint_is_itself(sound):
    assert adapted(sound, []) is sound


def test_an_own_title_is_laid_over_and_the_version_below_stays_whole(sound):
    ours = adapted(sound, [Adaptation("goals", "wonder", {"set": {"title": OWN_TITLE}})])
    assert ours.goals["wonder"].title.da == "At undre sig"
    assert ours.goals["wonder"].summary == sound.goals["wonder"].summary
    assert sound.goals["wonder"].title.da == "Undren"
    assert ours.content_hash != sound.content_hash


def test_the_programme_may_call_the_blueprint_something_else(sound):
    ours = adapted(sound, [Adaptation("blueprint", "garden", {"set": {"title": OWN_TITLE}})])
    assert ours.title.da == "At undre sig"
    assert ours.version == sound.version


def test_an_item_of_a_list_is_changed_by_its_id_and_another_is_added(sound):
    patch = {
        "set": {"practice.sweep.text": {"da": "Vi fejer tit.", "en": "We sweep often."}},
        "add": {"practice": [IDEA]},
    }
    ours = adapted(sound, [Adaptation("principles", "tidiness", patch)])
    assert [point.text.da for point in ours.principles["tidiness"].practice] == ["Vi fejer tit.", "Vi river."]


def test_the_first_item_of_a_list_may_be_ours(sound):
    ours = adapted(sound, [Adaptation("principles", "patience", {"add": {"practice": [IDEA]}})])
    assert [point.id for point in ours.principles["patience"].practice] == ["own_rake"]


def test_a_definition_is_switched_off_and_an_own_one_added(sound):
    ours = adapted(
        sound,
        [
            Adaptation("goals", "wonder", {"set": {"ended_on": "2023-01-31"}}),
            Adaptation("goals", "own_frost", {"own": OWN_GOAL}),
        ],
    )
    assert str(ours.goals["wonder"].ended_on) == "2023-01-31"
    assert ours.goals["own_frost"].title.en == "Frost"


def test_an_optional_value_is_taken_away(sound):
    assert adapted(sound, [Adaptation("goals", "wonder", {"set": {"summary": None}})]).goals["wonder"].summary is None


UNFIT = {
    "definition_gone": (Adaptation("goals", "rain", {"set": {"title": OWN_TITLE}}), "", "rain"),
    "a folder nobody knows": (Adaptation("weather", "rain", {"set": {"title": OWN_TITLE}}), "title", "weather"),
    "part_gone": (
        Adaptation("principles", "tidiness", {"set": {"practice.wash.text": OWN_TITLE}}),
        "",
        "practice.wash",
    ),
    "part_taken": (
        Adaptation("principles", "tidiness", {"add": {"practice": [{**IDEA, "id": "sweep"}]}}),
        "practice",
        "sweep",
    ),
    "definition_taken": (Adaptation("goals", "wonder", {"own": OWN_GOAL}), "", "wonder"),
    "id_is_fixed": (Adaptation("goals", "wonder", {"set": {"id": "amazement"}}), "id", "title"),
    "no_list": (Adaptation("goals", "wonder", {"add": {"title": [IDEA]}}), "title", "title"),
    "an unknown field": (Adaptation("goals", "wonder", {"set": {"titel": OWN_TITLE}}), "titel", "titel"),
    "one language": (Adaptation("goals", "wonder", {"set": {"title": {"da": "Alene"}}}), "title.en", "engelsk"),
    "too long": (
        Adaptation("goals", "wonder", {"set": {"title": {"da": "x" * 121, "en": "x"}}}),
        "title",
        "121",
    ),
    "an unknown reference": (
        Adaptation("principles", "tidiness", {"set": {"goals": ["wonders"]}}),
        "goals.1",
        "wonder",
    ),
}


@pytest.mark.parametrize("case", UNFIT)
def test_what_does_not_fit_is_told_with_field_and_cure_and_the_rest_holds(sound, case):
    unfit, field, named = UNFIT[case]
    also = Adaptation("tracks", "beds", {"set": {"title": OWN_TITLE}})
    fit = fitted(sound, [unfit, also])
    assert [(conflict.piece.folder, conflict.piece.id) for conflict in fit.conflicts] == [(unfit.folder, unfit.id)]
    fault = fit.conflicts[0].fault
    assert fault.file == f"{unfit.folder}/{unfit.id}"
    assert fault.field.startswith(field)
    assert named in f"{fault.message.da} {fault.cure.da}"
    assert fit.blueprint == adapted(sound, [also])
    with pytest.raises(BlueprintError) as refusal:
        adapted(sound, [unfit, also])
    assert refusal.value.faults == (fault,)


def test_of_one_adaptation_only_the_piece_that_does_not_fit_is_left_out(sound):
    patch = {"set": {"title": OWN_TITLE, "summary": {"da": "Kun dansk"}}}
    fit = fitted(sound, [Adaptation("goals", "wonder", patch)])
    assert [conflict.piece.path for conflict in fit.conflicts] == ["summary"]
    assert fit.blueprint.goals["wonder"].title.da == "At undre sig"


def test_a_piece_that_spoils_another_definition_is_left_out(sound):
    """A rose cannot be part of a bed that is part of the roses."""
    good = Adaptation("goals", "wonder", {"set": {"title": OWN_TITLE}})
    round_about = Adaptation("tracks", "beds", {"set": {"parent": "roses"}})
    fit = fitted(sound, [good, round_about])
    assert [conflict.piece.id for conflict in fit.conflicts] == ["beds"]
    assert fit.blueprint == adapted(sound, [good])


def test_among_many_pieces_the_one_that_spoils_another_definition_is_soon_found(sound, monkeypatch):
    own = [{**OWN_GOAL, "id": f"own_{number}"} for number in range(64)]
    many = [Adaptation("goals", each["id"], {"own": each}) for each in own]
    round_about = Adaptation("tracks", "beds", {"set": {"parent": "roses"}})
    attempts = []
    monkeypatch.setattr(
        adaptation, "_attempt", lambda *told, real=adaptation._attempt: attempts.append(1) or real(*told)
    )
    fit = fitted(sound, [*many[:40], round_about, *many[40:]])
    assert [conflict.piece.id for conflict in fit.conflicts] == ["beds"]
    assert fit.blueprint == adapted(sound, many)
    assert len(attempts) < 20


def test_an_own_definition_that_the_blueprint_has_taken_over_word_for_word_is_no_conflict(sound):
    same = Adaptation("goals", "wonder", {"own": sound.goals["wonder"].to_data()})
    assert fitted(sound, [same]).conflicts == ()


def test_what_is_kept_gives_way_where_the_blueprint_has_it_and_leaves_its_name_to_itself(sound):
    kept = Adaptation("principles", "waiting", {"kept": {**OWN_GOAL, "id": "waiting"}})
    ours = adapted(sound, [kept])
    assert ours.principles["waiting"].title.da == "Frost"
    assert ours.principles["patience"].formerly == ()
    there = Adaptation("goals", "wonder", {"kept": OWN_GOAL})
    assert adapted(sound, [there]) == sound


def test_a_version_tells_what_a_definition_was_called(sound):
    later = called_otherwise(sound, "principles", "tidiness", "order_in_all")
    assert told_renames(sound, later) == {("principles", "tidiness"): "order_in_all"}
    assert vanished(sound, later) == [("principles", "tidiness")]
    assert told_renames(later, sound) == {}


def test_of_two_that_became_one_the_first_is_renamed(sound):
    merged = {("principles", "tidiness"): "order_in_all", ("principles", "patience"): "order_in_all"}
    data = sound.to_data()
    made = {of: [renamed_data(of, each, merged) for each in data[of]] for of in data.keys() - {"blueprint"}}
    made["principles"] = [{**made["principles"][0], "formerly": ["tidiness", "patience"]}]
    made["plan_templates"] = []
    later = Blueprint.from_data({"blueprint": data["blueprint"], **made})
    assert told_renames(sound, later) == {("principles", "tidiness"): "order_in_all"}


def test_adaptations_follow_what_is_renamed_in_their_own_id_and_in_what_they_refer_to():
    ours = [
        Adaptation("principles", "tidiness", {"set": {"title": OWN_TITLE, "goals": ["wonder", "mud"]}}),
        Adaptation("tracks", "own_pond", {"own": {**OWN_GOAL, "id": "own_pond", "parent": "beds", "goals": ["mud"]}}),
    ]
    renames = {("principles", "tidiness"): "order_in_all", ("goals", "mud"): "soil", ("tracks", "beds"): "plots"}
    first, second = with_renamed(ours, renames)
    assert (first.id, first.patch["set"]["goals"]) == ("order_in_all", ["wonder", "soil"])
    assert (second.patch["own"]["parent"], second.patch["own"]["goals"]) == ("plots", ["soil"])
    assert ours[1].patch["own"]["parent"] == "beds"


def test_what_is_kept_takes_along_what_it_refers_to(sound):
    gone = [("activity_kinds", "digging"), ("goals", "mud"), ("goals", "wonder")]
    needed = needed_by(sound, [("activity_kinds", "digging")], gone)
    assert set(needed) == {("activity_kinds", "digging"), ("goals", "mud")}
