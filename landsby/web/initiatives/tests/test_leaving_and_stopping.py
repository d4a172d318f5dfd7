"""What is asked before somebody leaves, an actor closes, or an initiative stops."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.initiatives.actions import hand_over_owned, register_coverage
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.stages import Stage
from landsby.web.initiatives.tests.factories import A_DAY, an_initiative
from landsby.web.kit.models import AuditEntry

STOP = {"to": Stage.STOPPED, "on": "2024-02-01", "why": "Bådene er solgt."}


@pytest.fixture
def stories(world, cast):
    """Stories that the project leader answers for, the daycare owns and does, and a song that is a part of them."""
    by = cast.secretariat
    told = {"owner": cast.project_leader, "owner_actor": world.daycare}
    stories = an_initiative(world, by, stage=Stage.SPREADING, **told)
    an_initiative(world, by, title="Sange på færgen", parent=stories)
    register_coverage(initiative=stories, actors=[world.daycare], started_on=A_DAY, by=by)
    return stories


def test_what_a_leaver_answers_for_is_shown_and_passes_to_the_heir(stories, cast, sign_in):
    membership = cast.project_leader.memberships.get()
    client, url = sign_in(cast.secretariat), f"/p/havneby/people/{membership.pk}/end/"
    assert "ansvaret for 1 indsats" in [one.told for one in client.get(url).context["left"]]
    client.post(url, {"heir": cast.secretariat.pk})
    stories.refresh_from_db()
    assert stories.owner == cast.secretariat


def test_the_log_keeps_who_answered_for_it(stories, cast):
    hand_over_owned(things=[stories], to=cast.health_visitor, by=cast.secretariat)
    latest = AuditEntry.objects.filter(thing="initiatives.initiative").latest("pk")
    assert latest.detail == {"owner": ["Project Leader", "Health Visitor"]}


def test_before_an_actor_closes_one_reads_what_it_answers_for_and_does(stories, world, cast, sign_in):
    day = timezone.localdate() + timedelta(days=9)
    page = sign_in(cast.secretariat).post(f"/actors/{world.daycare.pk}/close/", {"closed_on": str(day)})
    doubts = {doubt.code: str(doubt.text) for doubt in page.context["doubts"]}
    assert "»Godnathistorier på kajen«" in doubts["answers_for_initiatives"]
    assert "gør det, som 1 indsats handler om" in doubts["does_initiatives"]


def test_before_an_initiative_stops_one_reads_what_builds_on_it_and_nothing_typed_is_lost(stories, cast, sign_in):
    client, url = sign_in(cast.secretariat), f"/initiatives/{stories.pk}/stage/"
    page = client.post(url, STOP)
    assert page.status_code == 422
    assert [doubt.code for doubt in page.context["doubts"]] == ["parts_under_way"]
    assert "Bådene er solgt." in page.content.decode()
    assert Initiative.objects.get(pk=stories.pk).stage == Stage.SPREADING
    assert client.post(url, {**STOP, "anyway": Stage.STOPPED}).status_code == 302
    assert Initiative.objects.get(pk=stories.pk).stage == Stage.STOPPED


def test_a_larger_initiative_among_hundreds_is_searched_for(stories, world, cast, sign_in):
    Initiative.objects.bulk_create(Initiative(programme=world.programme, title=f"Nr. {n}") for n in range(301))
    client, url = sign_in(cast.secretariat), "/p/havneby/initiatives/new/"
    text = client.get(url).content.decode()
    assert "/p/havneby/initiatives/found/" in text
    assert "Nr. 7" not in text
    again = client.post(url, {"title": "", "parent": stories.pk})
    assert again.status_code == 422
    assert [str(choice.data["value"]) for choice in again.context["form"]["parent"]] == ["", str(stories.pk)]
