"""What the difference between versions tells people: what it means to records and roles, and what to do about it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.activities.tests.test_upgrading import adopt, seal, today_in, version, without
from landsby.web.activities.tests.test_version_pages import PAGE, packed
from landsby.web.blueprints.actions import adopt_version, receive_version
from landsby.web.blueprints.models import AdoptedBlueprint
from landsby.web.kit.problems import Blocked


@pytest.fixture
def client(cast, sign_in):
    return sign_in(cast.secretariat)


@pytest.fixture
def read(client):
    """Send a version; gives the page of the difference and its address."""

    def send(candidate):
        page = client.post(PAGE, {"file": packed(candidate)}, follow=True)
        return page, page.redirect_chain[0][0]

    return send


def told(page, sort):
    [group] = [group for group in page.context["groups"] if group.sort == sort]
    return group.changes


def with_new_kind(data):
    kind = next(each for each in data["activity_kinds"] if each["id"] == "crab_fishing")
    asked = {"id": "where", "label": {"da": "Ved hvilken bro?", "en": "At which bridge?"}, "type": "text"}
    title = {"da": "Natbadning", "en": "Night swim"}
    about = {"da": "I havnen efter mørkets frembrud.", "en": "In the harbour after dark."}
    data["activity_kinds"].append({**kind, "id": "night_swim", "title": title, "summary": about, "fields": [asked]})


def test_a_name_chosen_since_the_difference_was_read_is_shown_before_anything_is_adopted(client, blueprint, read):
    page, url = read(version(blueprint, wet_feet="water"))
    other = {"seen": page.context["seen"], "goals-wet_feet": ""}
    answer = client.post(url, other)
    assert answer.status_code == 422
    assert "Forskellen er en anden nu end den, du læste" in answer.text
    assert [change.title for change in told(answer, "removed")] == [blueprint.goals["wet_feet"].title.da]
    assert AdoptedBlueprint.objects.count() == 1
    assert client.post(url, {**other, "seen": answer.context["seen"]}).status_code == 302
    assert AdoptedBlueprint.objects.count() == 2


def test_a_version_is_not_adopted_under_other_names_than_those_that_were_read(programme, world, operator, blueprint):
    activity, candidate = an_activity(blueprint, world, operator), version(blueprint, wet_feet="water")
    draft = receive_version(programme=programme, blueprint=candidate, file_name="", by=operator)
    seen = seal(programme, candidate, {("goals", "wet_feet"): ""})
    with pytest.raises(Blocked) as refusal:
        adopt_version(draft=draft, by_hand={("goals", "wet_feet"): "water"}, seen=seen, by=operator)
    assert [problem.code for problem in refusal.value.problems] == ["another_difference"]
    assert [link.goal for link in activity.goals.all()] == ["wet_feet"]


def test_a_page_that_says_it_cannot_be_done_does_not_offer_it(client, blueprint, read, programme):
    def merge(data):
        without("goals", "wet_feet")(data)
        without("goals", "story_time")(data)
        data["goals"].append({**blueprint.goals["wet_feet"].to_data(), "id": "both"})

    page, url = read(version(blueprint, merge))
    both = {"seen": page.context["seen"], "goals-wet_feet": "both", "goals-story_time": "both"}
    answer = client.post(url, {**both, "look": "1"})
    assert "To definitioner kan ikke begge komme til at hedde" in answer.text
    assert "Tag version 2 i brug" not in answer.text
    refused = client.post(url, {**both, "seen": answer.context["seen"]})
    assert refused.status_code == 422
    assert refused.text.count("To definitioner kan ikke begge komme til at hedde") == 1
    assert today_in(programme) == blueprint


def test_what_is_not_among_the_names_is_refused_in_words(client, blueprint, read):
    _page, url = read(version(blueprint, wet_feet="water"))
    assert client.post(url, {"goals-wet_feet": "air"}).status_code == 422


def test_what_is_planned_after_the_last_day_is_told_and_listed(client, blueprint, world, operator, read):
    ahead = {"status": Status.PLANNED, "counts": {}}
    last_day = timezone.localdate()
    for day in (last_day, last_day + timedelta(days=1), last_day + timedelta(days=9)):
        an_activity(blueprint, world, operator, starts_on=day, **ahead)
    page, _url = read(version(blueprint, without("activity_kinds", "crab_fishing")))
    [kind] = told(page, "ended")
    [use] = kind.planned
    assert (use.told, use.count) == ("2 planlagte aktiviteter", 2)
    assert "De bliver i kalenderen" in page.text
    assert len(client.get(use.url).context["listing"].page) == 2


def test_how_many_there_are_is_one_or_several(blueprint, world, operator, read):
    an_activity(blueprint, world, operator)
    page, _url = read(version(blueprint, without("activity_kinds", "crab_fishing")))
    [kind] = told(page, "ended")
    assert ([use.told for use in kind.uses], list(kind.planned)) == (["1 aktivitet"], [])


def test_those_who_hold_a_removed_role_are_told_to_keep_it(cast, blueprint, read):
    page, _url = read(version(blueprint, without("roles", "pedagogue")))
    [role] = told(page, "ended")
    assert [use.told for use in role.uses] == ["1 adgang"]
    assert "De, der har rollen, beholder den og må det samme som før." in page.text


def test_something_new_says_what_it_is(blueprint, read):
    page, _url = read(version(blueprint, with_new_kind))
    [kind] = told(page, "added")
    assert kind.summary == "I havnen efter mørkets frembrud."
    assert "Ved hvilken bro?" in page.text
    assert "night_swim" not in page.text


def test_what_is_carried_on_is_told_by_its_titles_and_not_by_ids(blueprint, read):
    def call_it_otherwise(data):
        next(each for each in data["goals"] if each["id"] == "water")["title"] = {"da": "Vand", "en": "Water"}

    page, url = read(version(blueprint, call_it_otherwise, wet_feet="water"))
    chosen = {"seen": page.context["seen"], "goals-wet_feet": "water", "look": "1"}
    again = page.client.post(url, chosen)
    [goal] = told(again, "renamed")
    assert (goal.title, goal.former) == ("Vand", blueprint.goals["wet_feet"].title.da)
    assert "Det, der er registreret, følger med." in again.text


def test_each_of_two_that_are_called_the_same_counts_its_own_records(blueprint, world, operator, read):
    an_activity(blueprint, world, operator)

    def merge(data):
        without("goals", "wet_feet")(data)
        without("goals", "story_time")(data)
        data["goals"].append({**blueprint.goals["wet_feet"].to_data(), "id": "both"})

    page, url = read(version(blueprint, merge))
    both = {"goals-wet_feet": "both", "goals-story_time": "both", "look": "1"}
    counts = [sum(use.count for use in change.uses) for change in told(page.client.post(url, both), "renamed")]
    assert sorted(counts) == [0, 1]


def test_a_question_that_is_only_put_anew_is_told_once(programme, operator, blueprint, read):
    def ask_anew(data):
        with_new_kind(data)
        data["activity_kinds"][-1]["fields"][0]["id"] = "which_bridge"

    adopt(programme, version(blueprint, with_new_kind), operator)
    candidate = version(blueprint, ask_anew)
    page, _url = read(candidate)
    [kind] = [change for change in told(page, "changed") if change.title == "Natbadning"]
    [field] = kind.fields
    assert [fate for fate, _text in field.runs] == ["same"]
    assert "det regnes for noget nyt" in page.text


def test_the_way_back_says_what_stands_in_it_and_links_to_it(client, programme, operator, blueprint, world):
    adopt(programme, version(blueprint, with_new_kind), operator)
    swim = an_activity(today_in(programme), world, operator, kind="night_swim", title="Badning")
    page = client.get(f"{PAGE}undo/")
    [problem] = page.context["problems"]
    assert "men bruges af 1 aktivitet. Registrér det under en anden slags, og slet det så her." in str(problem.text)
    assert f'href="{problem.url}"' in page.text
    assert swim.title in client.get(problem.url).text
