"""The pages on which a secretariat reads what a new version changes, adopts it, and undoes it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from landsby.blueprint.archive import archive_of
from landsby.blueprint.dumping import files_of
from landsby.web.activities.tests.factories import an_activity
from landsby.web.activities.tests.test_upgrading import today_in, version, without
from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.models import AdoptedBlueprint, UpgradeDraft

PAGE = "/p/havneby/blueprint/versions/"


def packed(blueprint) -> SimpleUploadedFile:
    return SimpleUploadedFile("two.zip", archive_of(files_of(blueprint), blueprint.id))


@pytest.fixture
def client(cast, sign_in):
    return sign_in(cast.secretariat)


@pytest.fixture
def renamed(blueprint):
    """A version in which a goal is called something else and says nothing of it."""

    def call_it_otherwise(data):
        next(each for each in data["goals"] if each["id"] == "water")["title"] = {"da": "Vand", "en": "Water"}

    return version(blueprint, call_it_otherwise, wet_feet="water")


def test_a_version_is_read_mapped_adopted_and_undone(client, programme, world, blueprint, operator, renamed):
    activity = an_activity(blueprint, world, operator)
    page = client.post(PAGE, {"file": packed(renamed)}, follow=True)
    url = page.redirect_chain[0][0]
    text = page.content.decode()
    assert "/p/havneby/activities/?goal=wet_feet" in text
    assert "Den bliver stående som afsluttet" in text
    assert {group.sort for group in page.context["groups"]} == {"ended", "changed", "added"}

    chosen = {"seen": page.context["seen"], "goals-wet_feet": "water"}
    again = client.post(url, {**chosen, "look": "1"})
    chosen["seen"] = again.context["seen"]
    assert [group.sort for group in again.context["groups"]] == ["renamed", "changed"]
    assert AdoptedBlueprint.objects.count() == 1

    done = client.post(url, chosen, follow=True)
    assert "Programmet arbejder nu efter version 2." in done.content.decode()
    assert [link.goal for link in activity.goals.all()] == ["water"]
    assert not UpgradeDraft.objects.exists()

    undoing = client.get(f"{PAGE}undo/")
    assert [group.sort for group in undoing.context["groups"]] == ["renamed", "changed"]
    back = client.post(f"{PAGE}undo/", {"seen": undoing.context["seen"]}, follow=True)
    assert "Programmet arbejder igen efter version 1." in back.content.decode()
    assert [link.goal for link in activity.goals.all()] == ["wet_feet"]
    assert today_in(programme) == blueprint


def test_what_is_called_the_same_is_suggested_as_renamed(client, world, blueprint):
    page = client.post(PAGE, {"file": packed(version(blueprint, wet_feet="water"))}, follow=True)
    assert page.context["form"]["goals-wet_feet"].value() == "water"
    assert [group.sort for group in page.context["groups"]] == ["renamed", "changed"]


def test_all_faults_of_a_file_are_said_at_once_with_file_line_field_and_cure(client, blueprint):
    files = files_of(blueprint)
    files["goals/wet_feet.yaml"] += "colour: blue\n"
    files["goals/story_time.yaml"] = files["goals/story_time.yaml"].replace("origin: ", "orgin: ")
    sent = SimpleUploadedFile("two.zip", archive_of(files, blueprint.id))
    response = client.post(PAGE, {"file": sent})
    assert response.status_code == 422
    places = {(fault.file, fault.field) for fault in response.context["form"].faults}
    assert {("goals/wet_feet.yaml", "colour"), ("goals/story_time.yaml", "orgin")} <= places
    assert "felt colour" in response.content.decode()
    assert not UpgradeDraft.objects.exists()


def test_the_version_one_has_is_no_new_one(client, blueprint):
    response = client.post(PAGE, {"file": packed(blueprint)})
    assert response.status_code == 422
    assert "Det er den version, programmet allerede arbejder efter." in response.content.decode()


def test_a_version_can_be_let_be(client, blueprint, programme, renamed):
    url = client.post(PAGE, {"file": packed(renamed)})["Location"]
    client.post(f"{url}give-up/")
    assert not UpgradeDraft.objects.exists()
    assert today_in(programme) == blueprint
    assert client.get(url).status_code == 404


def test_own_words_that_would_not_fit_are_told_before_and_after(client, programme, operator, blueprint):
    patch = {"set": {"title": {"da": "Vores", "en": "Ours"}}}
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=patch, by=operator)
    page = client.post(PAGE, {"file": packed(version(blueprint, without("goals", "wet_feet")))}, follow=True)
    assert "Jeres egne ord, der ikke passer" in page.content.decode()
    url, seen = page.redirect_chain[0][0], page.context["seen"]
    done = client.post(url, {"seen": seen, "goals-wet_feet": ""}, follow=True)
    assert "Jeres egne ord, der ikke passer" in done.content.decode()


def test_what_the_version_says_anew_under_own_words_is_told(client, programme, operator, blueprint):
    patch = {"set": {"title": {"da": "Vores", "en": "Ours"}}}
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=patch, by=operator)

    def say_it_anew(data):
        next(each for each in data["goals"] if each["id"] == "wet_feet")["title"] = {"da": "Vand", "en": "Water"}

    page = client.post(PAGE, {"file": packed(version(blueprint, say_it_anew))}, follow=True)
    [change] = page.context["shadowed"]
    assert [field.runs[-1] for field in change.fields] == [("new", "Vand")]
    assert "Ændret under jeres egne ord" in page.content.decode()
    assert not client.post(PAGE, {"file": packed(version(blueprint))}, follow=True).context["shadowed"]


def test_what_changed_meanwhile_is_said(client, programme, operator, renamed):
    page = client.post(PAGE, {"file": packed(renamed)}, follow=True)
    seen = page.context["seen"]
    patch = {"set": {"title": {"da": "Vores", "en": "Ours"}}}
    write_adaptation(programme=programme, folder="goals", key="story_time", patch=patch, by=operator)
    response = client.post(page.redirect_chain[0][0], {"seen": seen})
    assert response.status_code == 422
    assert "Forskellen er en anden nu end den, du læste" in response.content.decode()


def test_once_the_new_difference_is_read_the_version_can_be_adopted(client, programme, operator, renamed):
    page = client.post(PAGE, {"file": packed(renamed)}, follow=True)
    url, seen = page.redirect_chain[0][0], page.context["seen"]
    patch = {"set": {"title": {"da": "Vores", "en": "Ours"}}}
    write_adaptation(programme=programme, folder="goals", key="story_time", patch=patch, by=operator)
    again = client.post(url, {"seen": seen})
    assert f'name="seen" value="{again.context["seen"]}"' in again.content.decode()
    assert client.post(url, {"seen": again.context["seen"]}).status_code == 302
    assert today_in(programme).version == "2"


def test_a_version_that_holds_already_is_not_adopted_again(client, sign_in, operator, blueprint):
    both = [(one, one.post(PAGE, {"file": packed(version(blueprint))}).url) for one in (client, sign_in(operator))]
    for one, url in both:
        answer = one.post(url, {"seen": one.get(url).context["seen"]})
    assert answer.status_code == 422
    assert AdoptedBlueprint.objects.count() == 2


def test_why_one_cannot_go_back_is_said(client):
    text = client.get(f"{PAGE}undo/").content.decode()
    assert "Det er den første version" in text


def test_a_version_that_comes_along_is_only_offered_where_there_is_one(client):
    assert client.get(PAGE).context["versions"].offered is None
    assert client.post(f"{PAGE}builtin/").status_code == 404


def test_those_who_may_adapt_in_one_municipality_alone_change_no_version(cast, sign_in):
    assert sign_in(cast.project_leader).get(PAGE).status_code == 403


def test_a_version_is_its_owners(cast, client, sign_in, renamed, operator, programme, world):
    url = client.post(PAGE, {"file": packed(renamed)})["Location"]
    assert sign_in(cast.stranger).get(url).status_code == 404
    assert sign_in(cast.project_leader).get(url).status_code == 403


def test_an_activity_points_to_its_kind_as_it_stood(client, programme, world, blueprint, operator):
    activity = an_activity(blueprint, world, operator)
    url = f"/activities/{activity.pk}/"
    assert "as-of" not in client.get(url).content.decode()
    patch = {"set": {"title": {"da": "Krabbejagt", "en": "Crab hunt"}}}
    write_adaptation(programme=programme, folder="activity_kinds", key="crab_fishing", patch=patch, by=operator)
    assert f"as-of/{activity.kind_hash}/" in client.get(url).content.decode()


def test_the_same_version_sent_twice_is_one_draft(client, cast, sign_in, programme, renamed):
    first = client.post(PAGE, {"file": packed(renamed)})
    UpgradeDraft.objects.update(expires_at=timezone.now() + timedelta(days=1))
    again = client.post(PAGE, {"file": packed(renamed)})
    assert again.url == first.url
    assert UpgradeDraft.objects.get().expires_at > timezone.now() + timedelta(days=29)


def test_another_version_another_person_and_what_is_forgotten_are_drafts_of_their_own(
    client, cast, sign_in, programme, blueprint, operator, renamed
):
    client.post(PAGE, {"file": packed(renamed)})
    client.post(PAGE, {"file": packed(version(blueprint))})
    sign_in(operator).post(PAGE, {"file": packed(renamed)})
    assert UpgradeDraft.objects.count() == 3
    UpgradeDraft.objects.update(expires_at=timezone.now() - timedelta(days=1))
    client.post(PAGE, {"file": packed(renamed)})
    assert UpgradeDraft.objects.count() == 4
