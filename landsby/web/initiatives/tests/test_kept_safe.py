"""What one person types does not undo what another did, nor what the form could not show."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.web.initiatives.actions import change_initiative
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.stages import Stage
from landsby.web.initiatives.tests.factories import A_DAY, a_trial, an_initiative, details

EDITED = {"title": "Historier ved lampen"}


@pytest.fixture
def stories(world, cast):
    """Stories that the club is in on and the daycare owns."""
    told = {"partners": (world.club,), "owner_actor": world.daycare}
    return an_initiative(world, cast.secretariat, **told)


def test_partners_and_owners_that_have_closed_stay(stories, world, cast, sign_in):
    for actor in (world.club, world.daycare):
        actor.closed_on = A_DAY
        actor.save()
    client, url = sign_in(cast.secretariat), f"/initiatives/{stories.pk}/edit/"
    form = client.get(url).context["form"]
    told = {"partners": form.initial["partners"], "owner_actor": form.initial["owner_actor"]}
    assert client.post(url, {**EDITED, **told}).status_code == 302
    stories.refresh_from_db()
    assert (stories.owner_actor, stories.partners.get().actor) == (world.daycare, world.club)


def test_a_new_title_does_not_undo_a_move_made_meanwhile(stories, cast):
    opened = Initiative.objects.with_places().get(pk=stories.pk)
    Initiative.objects.filter(pk=stories.pk).update(stage=Stage.STOPPED)
    change_initiative(initiative=opened, details=details(**EDITED), by=cast.secretariat)
    assert Initiative.objects.get(pk=stories.pk).stage == Stage.STOPPED


def test_a_page_that_was_opened_before_a_move_does_not_move_it_again(stories, cast, sign_in):
    client, url = sign_in(cast.secretariat), f"/initiatives/{stories.pk}/stage/"
    told = {"to": "postponed", "on": "2023-09-01", "why": "Vinter", "before": "idea"}
    assert client.post(url, told).status_code == 302
    again = client.post(url, {**told, "to": "operation"})
    assert again.status_code == 422
    assert "er flyttet, siden I åbnede siden" in again.content.decode()


def test_an_initiative_is_not_moved_to_where_one_does_not_manage(world, cast, sign_in):
    own = an_initiative(world, cast.secretariat, municipality=world.north)
    client, url = sign_in(cast.project_leader), f"/initiatives/{own.pk}/edit/"
    assert client.post(url, EDITED).status_code == 422
    assert client.post(url, {**EDITED, "municipality": world.north.pk}).status_code == 302


def test_trials_that_one_does_not_see_are_not_offered_to_go_on_from(stories, world, cast, sign_in):
    across = a_trial(stories, cast.secretariat, actor=world.bay_school, question="Kan skolen sejle?")
    client = sign_in(cast.pedagogue)
    assert client.get(f"/trials/{across.pk}/").status_code == 404
    page = client.get(f"/initiatives/{stories.pk}/trials/new/?previous={across.pk}").content.decode()
    assert "Kan skolen sejle?" not in page


def test_telling_of_a_trial_says_something_and_coverage_begins_with_the_programme(stories, world, cast, sign_in):
    client, trial = sign_in(cast.secretariat), a_trial(stories, cast.secretariat)
    told = {"question": trial.question, "started_on": str(trial.started_on)}
    assert client.post(f"/trials/{trial.pk}/tell/", told).status_code == 422
    before = {"actors": [world.daycare.pk], "started_on": str(date(1999, 1, 1))}
    refused = client.post(f"/initiatives/{stories.pk}/coverage/", before)
    assert "Programmet begyndte 1. jan. 2021" in refused.content.decode()
