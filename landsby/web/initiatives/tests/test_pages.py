"""The pages of initiatives: what they show, what they take, and what they say when something does not hold."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from landsby.web.initiatives.actions import register_coverage
from landsby.web.initiatives.models import Initiative, Trial
from landsby.web.initiatives.tests.factories import A_DAY, an_initiative

SignIn = Callable[[Any], Client]


def _text(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def stories(world: SimpleNamespace, cast: SimpleNamespace) -> Initiative:
    """An initiative of the whole programme."""
    return an_initiative(world, cast.secretariat)


def test_the_programme_begins_with_what_its_blueprint_brings(cast: SimpleNamespace, sign_in: SignIn) -> None:
    client = sign_in(cast.secretariat)
    assert "har 2 indsatser, der ikke står her endnu" in _text(client.get("/p/havneby/initiatives/"))

    shown = _text(client.post("/p/havneby/initiatives/start/", follow=True))

    assert "2 indsatser står nu som ideer" in shown
    assert "Historier i køjen" in shown
    assert "ikke står her endnu" not in shown


def test_whoever_leads_a_part_does_not_start_the_whole(cast: SimpleNamespace, sign_in: SignIn) -> None:
    assert sign_in(cast.project_leader).post("/p/havneby/initiatives/start/").status_code == 403


def test_an_initiative_is_begun_from_a_form_and_told_otherwise(cast: SimpleNamespace, sign_in: SignIn) -> None:
    client = sign_in(cast.secretariat)
    told = {"title": "Læsebænke", "tracks": ["reading_together"], "effort": "2", "actor_kinds": ["kindergarten"]}

    page = _text(client.post("/p/havneby/initiatives/new/", told, follow=True))
    [begun] = Initiative.objects.all()

    assert "Læs sammen" in page
    assert "Ingen har ansvaret endnu" in page
    client.post(f"/initiatives/{begun.pk}/edit/", {**told, "title": "Læsebænke på kajen", "newness": "new"})
    begun.refresh_from_db()
    assert (begun.title, begun.newness, begun.effort) == ("Læsebænke på kajen", "new", 2)


def test_a_local_leader_begins_initiatives_in_their_own_municipality(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn
) -> None:
    client = sign_in(cast.project_leader)

    nowhere = client.post("/p/havneby/initiatives/new/", {"title": "Bænke"})
    assert nowhere.status_code == 422
    assert "hvor du styrer indsatser" in _text(nowhere)
    assert client.post("/p/havneby/initiatives/new/", {"title": "B", "municipality": world.north.pk}).status_code == 302


def test_a_circle_is_refused_and_nothing_typed_is_lost(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    part = an_initiative(world, cast.secretariat, title="En del", parent=stories)

    refused = sign_in(cast.secretariat).post(
        f"/initiatives/{stories.pk}/edit/", {"title": "Nyt navn", "parent": part.pk}
    )

    assert refused.status_code == 422
    assert "ville gå i ring" in _text(refused)
    assert 'value="Nyt navn"' in _text(refused)


def test_a_jump_that_skips_what_is_required_says_what_and_how(
    cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    client, told = sign_in(cast.secretariat), {"to": "operation", "on": "2023-09-01"}

    refused = client.post(f"/initiatives/{stories.pk}/stage/", told)

    assert refused.status_code == 422
    assert "Der mangler 2 punkter" in _text(refused)
    assert 'value="2023-09-01"' in _text(refused)
    moved = client.post(f"/initiatives/{stories.pk}/stage/", {**told, "why": "Det kører i nabobyen."}, follow=True)
    assert "Nu står den her: I drift" in _text(moved)
    assert "Det kører i nabobyen." in _text(moved)


def test_many_actors_are_covered_at_once_and_the_page_counts_them(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    both = {"actors": [world.daycare.pk, world.hill_daycare.pk], "started_on": "2023-08-01"}

    shown = _text(sign_in(cast.secretariat).post(f"/initiatives/{stories.pk}/coverage/", both, follow=True))

    assert "<strong>2</strong> af 2 er med." in shown


def test_groups_come_in_pairs_and_coverage_ends(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    [covered] = register_coverage(initiative=stories, actors=[world.daycare], started_on=A_DAY, by=cast.secretariat)
    client, address = sign_in(cast.daycare_leader), f"/coverages/{covered.pk}/"

    assert "hvor mange der er i alt" in _text(client.post(address, {"groups_reached": 3}))
    told = {"groups_reached": 3, "groups_total": 4}
    assert "3 af 4 grupper" in _text(client.post(address, told, follow=True))
    client.post(address, {**told, "ended_on": "2023-09-01"})
    covered.refresh_from_db()
    assert str(covered.ended_on) == "2023-09-01"


def test_a_pedagogue_begins_a_trial_at_their_own_place_and_tells_of_it(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    client = sign_in(cast.pedagogue)
    begun = {"question": "Bliver flere?", "started_on": "2023-05-03", "actor": world.daycare.pk}
    client.post(f"/initiatives/{stories.pk}/trials/new/", begun)
    [trial] = Trial.objects.all()

    early = client.post(f"/trials/{trial.pk}/tell/", {**begun, "next_step": "adopt"})
    assert early.status_code == 422
    assert "hvad I lærte" in _text(early)
    shown = client.post(
        f"/trials/{trial.pk}/tell/", {**begun, "learned": "Børnene henter bogen.", "next_step": "adopt"}, follow=True
    )

    assert "Gør det til hverdag" in _text(shown)
    assert stories.title in _text(shown), "one walks back to the initiative"


def test_a_municipality_drops_it_with_a_why(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    told = {"municipality": world.north.pk, "verdict": "drop", "on": "2023-09-01", "why": "Familierne kom selv."}

    shown = _text(sign_in(cast.project_leader).post(f"/initiatives/{stories.pk}/decide/", told, follow=True))

    assert "Dropper" in shown
    assert "Familierne kom selv." in shown


def test_the_pipeline_says_what_is_missing_before_operation(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn
) -> None:
    spreading = an_initiative(world, cast.secretariat, stage="spreading")
    client = sign_in(cast.secretariat)

    assert "Båden er betalt." in _text(client.get("/p/havneby/initiatives/ready/"))
    client.post(
        f"/initiatives/{spreading.pk}/checklist/", {"points": ["ready_to_sail/boat_paid", "ready_to_sail/crew_knows"]}
    )
    assert "Alt er på plads." in _text(client.get("/p/havneby/initiatives/ready/"))


def test_whoever_only_reads_is_offered_nothing_to_change(
    cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    page = _text(sign_in(cast.evaluator).get(f"/initiatives/{stories.pk}/"))

    assert "Flyt indsatsen" not in page
    assert "Ny prøvehandling" not in page
    assert "Ny indsats" not in _text(sign_in(cast.steering_member).get("/p/havneby/initiatives/"))
