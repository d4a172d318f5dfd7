"""The pages on which a project leader says things in their own words."""

from __future__ import annotations

from io import BytesIO

import pytest

from landsby.blueprint.archive import load_archive
from landsby.blueprint.editable import growing_lists
from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.models import LocalAdaptation, blueprint_of
from landsby.web.partnerships.models import Programme

GOAL = "/p/havneby/blueprint/goals/wet_feet/"
OWN = {"set": {"title": {"da": "Våde tæer", "en": "Wet toes"}}}


def filled(client, url: str, **changed: str) -> dict[str, str]:
    """The form as it is shown, with some fields typed anew."""
    form = client.get(url).context["form"]
    return {field.html_name: field.value() or "" for field in form} | changed


def today() -> object:
    return blueprint_of(Programme.objects.get())


@pytest.fixture
def client(cast, sign_in):
    return sign_in(cast.project_leader)


def test_a_project_leader_writes_a_goal_in_their_own_words(client):
    typed = filled(client, f"{GOAL}adapt/", **{"title-da": "Våde tæer", "title-en": "Wet toes"})
    page = client.post(f"{GOAL}adapt/", typed, follow=True)
    assert page.redirect_chain == [(GOAL, 302)]
    assert today().goals["wet_feet"].title.da == "Våde tæer"
    text = page.content.decode()
    assert "egen tilpasning" in text
    assert "Våde tæer" in text


def test_what_is_left_as_it_was_is_no_adaptation(client, blueprint):
    client.post(f"{GOAL}adapt/", filled(client, f"{GOAL}adapt/"))
    assert LocalAdaptation.objects.get().patch == {}
    assert today() == blueprint


def test_the_form_says_what_the_blueprint_says_where_one_says_otherwise(client, programme, operator, blueprint):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    text = client.get(f"{GOAL}adapt/").content.decode()
    assert f"Skabelonen siger: {blueprint.goals['wet_feet'].title.da}" in text
    assert 'value="Våde tæer"' in text


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"title-en": ""}, "title-en", "Skriv teksten på engelsk også."),
        ({"title-da": "", "title-en": ""}, "title-da", "Skriv en tekst."),
        ({"title-da": "x" * 121}, "title-da", "120"),
        ({"title-da": "Barn 010203-1234"}, "title-da", "CPR"),
    ],
)
def test_what_does_not_hold_is_said_at_its_field_and_nothing_typed_is_lost(client, blueprint, typed, field, said):
    response = client.post(f"{GOAL}adapt/", filled(client, f"{GOAL}adapt/", **{"summary-da": "Bliver her", **typed}))
    assert response.status_code == 422
    assert said in str(response.context["form"].errors[field])
    assert "Bliver her" in response.content.decode()
    assert today() == blueprint


def a_growing_list(blueprint) -> tuple[str, str, str]:
    """The folder and id of a definition with a list that grows, and the way to the list."""
    for folder in ("principles", "plan_templates"):
        for definition in getattr(blueprint, folder).values():
            for growing in growing_lists(definition):
                return folder, definition.id, growing.path
    raise AssertionError("the made-up blueprint has no list that grows")


def test_an_idea_is_added_changed_and_taken_away_again(client, blueprint):
    folder, key, path = a_growing_list(blueprint)
    url, room = f"/p/havneby/blueprint/{folder}/{key}/adapt/", f"new-{path.replace('.', '-')}"
    client.post(url, filled(client, url, **{f"{room}-da": "Vi går en tur", f"{room}-en": "We take a walk"}))
    [item] = LocalAdaptation.objects.current().get().patch["add"][path]
    assert item == {"id": "own_vi_gar_en_tur", "text": {"da": "Vi går en tur", "en": "We take a walk"}}

    name = f"{path}.{item['id']}.text".replace(".", "-")
    client.post(url, filled(client, url, **{f"{name}-da": "Vi løber"}))
    assert LocalAdaptation.objects.current().get().patch["add"][path][0]["text"]["da"] == "Vi løber"

    client.post(url, filled(client, url, **{f"{name}-da": "", f"{name}-en": ""}))
    assert LocalAdaptation.objects.current().get().patch == {}
    assert today() == blueprint


def test_two_ideas_of_the_same_words_are_two(client, blueprint):
    folder, key, path = a_growing_list(blueprint)
    url, room = f"/p/havneby/blueprint/{folder}/{key}/adapt/", f"new-{path.replace('.', '-')}"
    for _ in range(3):
        client.post(url, filled(client, url, **{f"{room}-da": "Igen!", f"{room}-en": "Again!"}))
    ids = [item["id"] for item in LocalAdaptation.objects.current().get().patch["add"][path]]
    assert ids == ["own_igen", "own_igen_2", "own_igen_3"]


def test_what_the_programme_calls_itself_is_its_own(client, blueprint):
    url = f"/p/havneby/blueprint/blueprint/{blueprint.id}/adapt/"
    page = client.post(url, filled(client, url, **{"title-da": "Vores havn", "title-en": "Our harbour"}), follow=True)
    assert page.redirect_chain == [("/p/havneby/blueprint/", 302)]
    assert "Vores havn" in page.content.decode()


def test_the_history_says_who_when_before_and_after(client, cast, sign_in, programme, operator):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    moments = sign_in(cast.pedagogue).get(f"{GOAL}history/").context["moments"]
    assert [(moment.who, moment.is_current) for moment in moments] == [("Dorthe Drift", True)]
    fates = {fate for field in moments[0].fields for fate, _text in field.runs}
    assert {"gone", "new"} <= fates


def test_one_goes_back_to_what_was_said_and_to_the_blueprints_own_words(client, programme, operator, blueprint):
    first = write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    client.post(f"{GOAL}take-back/")
    assert today() == blueprint
    page = client.post(f"/p/havneby/blueprint/history/{first.pk}/", follow=True)
    assert today().goals["wet_feet"].title.da == "Våde tæer"
    assert "gælder nu" in page.content.decode()


def test_a_definition_without_history_says_so(client):
    assert "Programmet har ikke ændret noget" in client.get(f"{GOAL}history/").content.decode()


def test_a_definition_is_shown_as_it_stood(client, programme, operator, blueprint):
    then = blueprint.goals["wet_feet"]
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    page = client.get(f"{GOAL}as-of/{then.content_hash}/")
    text = page.content.decode()
    assert then.title.da in text
    assert "Siden er det ændret" in text
    assert client.get(f"{GOAL}as-of/{'0' * 64}/").status_code == 404
    assert client.get(f"/p/havneby/blueprint/goals/story_time/as-of/{then.content_hash}/").status_code == 404


@pytest.mark.parametrize("which", ["ours", "version"])
def test_the_blueprint_is_downloaded_and_loads_again(client, programme, operator, blueprint, which):
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=OWN, by=operator)
    response = client.get(f"/p/havneby/blueprint/download/{which}/")
    assert response["Content-Disposition"].endswith('.zip"')
    loaded = load_archive(BytesIO(response.content).read(), "x.zip")
    assert loaded == (today() if which == "ours" else blueprint)


@pytest.mark.parametrize("path", ["adapt/", "switch/", "take-back/"])
def test_only_those_with_the_right_may(cast, sign_in, path, blueprint):
    assert sign_in(cast.pedagogue).post(f"{GOAL}{path}").status_code == 403
    assert sign_in(cast.stranger).post(f"{GOAL}{path}").status_code == 404
    assert today() == blueprint
    assert "egne ord" not in sign_in(cast.pedagogue).get(GOAL).content.decode()


def test_words_in_one_language_alone_are_told_until_the_other_follows(client, blueprint):
    typed = filled(client, f"{GOAL}adapt/", **{"title-da": "Våde tæer"})
    assert (
        "Skrevet om på det ene sprog alene: Navn." in client.post(f"{GOAL}adapt/", typed, follow=True).content.decode()
    )
    assert "Passer de stadig sammen?" in client.get(f"{GOAL}adapt/").content.decode()
    front = client.get("/p/havneby/blueprint/").content.decode()
    assert "Et sted er kun skrevet om på det ene sprog" in front
    assert "Navn er skrevet om på dansk og ikke på engelsk: Våde tæer" in front

    client.post(f"{GOAL}adapt/", filled(client, f"{GOAL}adapt/", **{"title-en": "Wet toes"}))
    assert "Passer de stadig sammen?" not in client.get(f"{GOAL}adapt/").content.decode()
    assert "kun skrevet om" not in client.get("/p/havneby/blueprint/").content.decode()
