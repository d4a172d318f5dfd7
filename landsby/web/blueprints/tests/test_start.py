"""Starting a programme: for the operator, from a blueprint, and with nothing typed lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from landsby.blueprint import builtin
from landsby.blueprint.archive import archive_of, files_in
from landsby.blueprint.tests.garden import SOUND
from landsby.web.accounts.models import User
from landsby.web.blueprints.forms import slug_of
from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.actions import add_actor, give_membership, join_municipality
from landsby.web.partnerships.models import Programme

PAGE = "/programmes/new/"


@pytest.fixture
def told() -> dict[str, str]:
    """A form filled in well."""
    return {
        "blueprint": builtin()[0],
        "name": "Børn på Ærø",
        "slug": "",
        "starts_on": "2027-01-01",
        "ends_on": "2036-12-31",
    }


@pytest.fixture
def client(operator, sign_in):
    return sign_in(operator)


def test_a_programme_is_started_with_its_definitions_and_its_operator_in_it(client, operator, told):
    response = client.post(PAGE, told)
    assert response["Location"] == "/p/boern-paa-aeroe/"
    programme = Programme.objects.get()
    assert (programme.name, programme.starts_on, programme.ends_on) == (
        "Børn på Ærø",
        date(2027, 1, 1),
        date(2036, 12, 31),
    )
    assert blueprint_of(programme).id == builtin()[0]
    assert not programme.is_invented
    assert client.get(response["Location"]).status_code == 200


def test_what_is_started_in_the_demo_is_invented_and_says_so_even_when_the_demo_is_over(client, told, settings):
    settings.DEMO = True
    assert "Programmet bliver en del af den" in client.get(PAGE).content.decode()
    page = client.post(PAGE, told)["Location"]
    assert Programme.objects.get().is_invented
    settings.DEMO = False
    assert "navne og tal er opdigtede" in client.get(page).content.decode()
    assert "Programmet bliver en del af den" not in client.get(PAGE).content.decode()


def test_the_front_page_then_says_what_comes_next_and_ticks_off_what_is_done(client, told):
    page = client.post(PAGE, told, follow=True)
    steps = page.context["next_steps"]
    assert [step.is_done for step in steps] == [False] * 4
    text = page.content.decode()
    assert "Kom godt i gang" in text
    for step in steps:
        assert f'href="{step.url}"' in text


def test_the_steps_are_gone_once_they_have_been_taken(cast, sign_in):
    assert sign_in(cast.secretariat).get("/p/havneby/").context["next_steps"] == []


def test_those_who_cannot_take_the_steps_are_not_shown_them(programme, operator, sign_in):
    reader = User.objects.create_user("reader@landsby.example", name="Læser")
    give_membership(user=reader, role=programme.roles.get(key="evaluator"), place=programme, by=operator)
    assert sign_in(reader).get("/p/havneby/").context["next_steps"] == []


def test_an_address_that_is_taken_is_said_at_its_field(client, programme, told):
    response = client.post(PAGE, {**told, "slug": programme.slug})
    assert response.status_code == 422
    assert response.context["form"].errors["slug"] == ["Adressen »havneby« er optaget. Vælg en anden."]
    assert Programme.objects.count() == 1


def test_a_name_whose_address_is_taken_is_said_too(client, told):
    client.post(PAGE, told)
    assert "boern-paa-aeroe" in client.post(PAGE, told).context["form"].errors["slug"][0]


def test_an_end_before_the_start_is_said_and_nothing_typed_is_lost(client, told):
    response = client.post(PAGE, {**told, "ends_on": "2026-12-31"})
    assert response.status_code == 422
    assert response.context["form"].errors["ends_on"] == ["Programmet skal slutte efter, at det er begyndt."]
    text = response.content.decode()
    assert "Børn på Ærø" in text
    assert "2026-12-31" in text
    assert not Programme.objects.exists()


@pytest.mark.parametrize("field", ["blueprint", "name", "starts_on"])
def test_what_is_missing_is_said_at_its_field(client, told, field):
    response = client.post(PAGE, {**told, field: ""})
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Programme.objects.exists()


def test_a_blueprint_that_does_not_exist_is_refused(client, told):
    assert "blueprint" in client.post(PAGE, {**told, "blueprint": "nowhere"}).context["form"].errors


def test_a_name_like_a_cpr_number_is_refused_without_repeating_it(client, told):
    response = client.post(PAGE, {**told, "name": "Program 010203-1234"})
    assert response.context["form"].errors.as_data()["name"][0].code == "cpr"
    assert not Programme.objects.exists()


def test_a_name_of_signs_alone_asks_for_an_address(client, told):
    assert "slug" in client.post(PAGE, {**told, "name": "!!!"}).context["form"].errors


@pytest.mark.parametrize("who", ["secretariat", "stranger"])
def test_nobody_but_the_operator_may(cast, sign_in, told, who):
    client = sign_in(getattr(cast, who))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, told).status_code == 403
    assert Programme.objects.count() == 1


def test_danish_letters_are_written_out_in_addresses():
    assert slug_of("Æbleø, Åen & Søen") == "aebleoe-aaen-soeen"


def test_the_form_says_that_the_address_was_taken_meanwhile(programme, operator, sign_in, monkeypatch):
    monkeypatch.setattr("landsby.web.blueprints.forms.starting.is_slug_taken", lambda slug: False)
    client = sign_in(operator)
    key = next(iter(client.get("/programmes/new/").context["form"].blueprints))
    sent = {"blueprint": key, "name": "Igen", "slug": "havneby", "starts_on": "2024-01-01"}
    response = client.post("/programmes/new/", sent)
    assert response.status_code == 422
    assert "optaget" in str(response.context["form"].errors["slug"])


LED = {
    **SOUND,
    "roles/head.yaml": SOUND["roles/gardener.yaml"]
    .replace("id: gardener", "id: head")
    .replace("scope: municipality", "scope: programme")
    .replace("- export", "- manage_people"),
}
"""The garden with somebody who can let others in."""


def own_file(files: dict[str, str], name: str = "garden.zip") -> SimpleUploadedFile:
    """A blueprint of one's own, packed."""
    return SimpleUploadedFile(name, archive_of(files, "garden"), content_type="application/zip")


def test_a_blueprint_of_ones_own_is_sent_as_a_file(client, told):
    page = client.post(PAGE, {**told, "blueprint": "own-file", "file": own_file(LED)})
    assert page["Location"] == "/p/boern-paa-aeroe/", page.context["form"].errors
    assert blueprint_of(Programme.objects.get()).id == "garden"
    assert client.get("/p/boern-paa-aeroe/blueprint/").status_code == 200


def test_a_file_that_was_sent_is_meant_where_nothing_stands_chosen(client, told):
    client.post(PAGE, {**told, "blueprint": "", "file": own_file(LED)})
    assert blueprint_of(Programme.objects.get()).id == "garden"


def test_a_file_beside_a_blueprint_that_comes_along_is_asked_about(client, told):
    page = client.post(PAGE, {**told, "blueprint": builtin()[0], "file": own_file(LED)})
    assert page.status_code == 422
    assert "Du har både valgt »" in page.context["form"].errors["blueprint"][0]
    assert not Programme.objects.exists()


def test_the_file_is_not_said_to_be_one_that_may_be_left_out(client):
    form = client.get(PAGE).context["form"]
    assert "(kan udelades)" not in form["file"].as_field_group()
    assert "(kan udelades)" in form["slug"].as_field_group()


def test_a_blueprint_in_which_nobody_could_let_others_in_is_refused(client, told):
    page = client.post(PAGE, {**told, "blueprint": "own-file", "file": own_file(SOUND)})
    assert page.status_code == 422
    assert "Ingen ville kunne give adgang" in page.content.decode()
    assert not Programme.objects.exists()


def test_a_blueprint_with_a_cpr_number_is_refused_at_the_file(client, told):
    spoilt = {**LED, "blueprint.yaml": LED["blueprint.yaml"] + "contact: Ring til 010190-1234\n"}
    page = client.post(PAGE, {**told, "blueprint": "own-file", "file": own_file(spoilt)})
    assert page.status_code == 422
    assert "CPR-nummer" in str(page.context["form"].errors["file"])
    assert not Programme.objects.filter(name=told["name"]).exists()


def test_all_faults_of_a_file_are_told_and_nothing_typed_is_lost(client, told):
    spoilt = {**SOUND, "goals/mud.yaml": "id: mud\ncolour: brown\n", "tracks/beds.yaml": "id: beds\ntitle: Bede\n"}
    page = client.post(PAGE, {**told, "blueprint": "own-file", "file": own_file(spoilt)})
    assert page.status_code == 422
    assert not Programme.objects.exists()
    form = page.context["form"]
    assert len(form.faults) == 7
    assert form["blueprint"].value() == "own-file"
    assert "7 fejl" in form.errors["file"][0]
    text = " ".join(page.content.decode().split())
    assert "Børn på Ærø" in text
    assert "2036-12-31" in text
    for fault in form.faults:
        assert f"{fault.file}</span>, linje {fault.line}, felt {fault.field}" in text
        assert escape(fault.message.da) in text
        assert escape(fault.cure.da) in text


def test_what_is_no_zip_file_is_told_with_its_cure(client, told):
    for content in (b"", b"id: garden\n"):
        sent = SimpleUploadedFile("garden.yaml", content)
        page = client.post(PAGE, {**told, "blueprint": "own-file", "file": sent})
        assert [fault.file for fault in page.context["form"].faults] == ["garden.yaml"]
        assert "zip-fil" in page.content.decode()


def test_an_own_blueprint_without_a_file_is_asked_for(client, told):
    page = client.post(PAGE, {**told, "blueprint": "own-file"})
    assert list(page.context["form"].errors) == ["file"]


@pytest.mark.parametrize(("language", "words"), [("da", "Begynd her"), ("en", "Begin here")])
def test_a_blank_blueprint_is_fetched_and_works_at_once(client, told, language, words):
    client.cookies["django_language"] = language
    fetched = client.get("/programmes/new/blank/")
    assert fetched["Content-Type"] == "application/zip"
    assert any(words in file.content.decode() for file in files_in(fetched.content, "blank.zip"))
    page = client.post(
        PAGE, {**told, "blueprint": "own-file", "file": SimpleUploadedFile("blank.zip", fetched.content)}
    )
    assert page["Location"] == "/p/boern-paa-aeroe/"
    programme = Programme.objects.get()
    assert [role.key for role in programme.roles.order_by("order")] == ["programme_leader", "place_leader", "reader"]
    for address in ("", "blueprint/", "activities/new/", "people/", "places/"):
        assert client.get(f"/p/boern-paa-aeroe/{address}").status_code == 200


def test_a_programme_is_ready_without_communities(programme, operator, sign_in):
    joined = {"programme": programme, "joined_on": date(2021, 1, 1), "by": operator}
    north = join_municipality(code="0901", name="Nordhavn", **joined)
    add_actor(programme=programme, kind="library", name="Biblioteket", municipality=north, by=operator)
    client = sign_in(operator)
    assert [step.is_done for step in client.get("/p/havneby/").context["next_steps"]] == [True, True, False, False]
    reader = User.objects.create_user("reader@landsby.example", name="Læser")
    give_membership(user=reader, role=programme.roles.get(key="evaluator"), place=programme, by=operator)
    assert client.get("/p/havneby/").context["next_steps"] == [], "communities are there for those who want them"
