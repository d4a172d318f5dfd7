"""Milestones: reached, late, moved and given up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from landsby.web.kit.problems import Blocked
from landsby.web.wheel.actions import decide_deviation, reach_milestone
from landsby.web.wheel.models import Deviation, ReachedMilestone
from landsby.web.wheel.told import DeviationTold

LIST = "/p/havneby/milestones/"
KNOT = f"{LIST}own_knot/"
MOVED = {
    "now_due_on": "2030-01-01",
    "what": "Vi venter på reb.",
    "why": "Rebet er udsolgt.",
    "decided_by": "Havnerådet",
    "decided_on": "2024-01-05",
}


@pytest.fixture
def leader(cast, sign_in):
    """The daycare's leader."""
    return sign_in(cast.daycare_leader)


def states(client):
    """Each milestone of the list, with whether it is late, and how many have reached it."""
    return {row.milestone.id: (row.is_late, row.reached, row.places) for row in client.get(LIST).context["rows"]}


def test_the_list_tells_what_is_late_and_how_many_have_reached_it(leader, world, operator):
    assert states(leader) == {"all_know_the_harbour": (True, 0, 1), "own_knot": (True, 0, 2)}
    on = date(2023, 5, 1)
    reach_milestone(programme=world.programme, place=world.daycare, milestone="own_knot", on=on, by=operator)
    assert states(leader)["own_knot"] == (True, 1, 2)
    reach_milestone(programme=world.programme, place=world.hill_daycare, milestone="own_knot", on=on, by=operator)
    assert states(leader)["own_knot"] == (False, 2, 2)


def test_a_leader_says_that_it_is_reached_and_takes_it_back(leader, world):
    told = {"place": f"actor-{world.daycare.pk}", "reached_on": "2023-05-01"}
    for _twice in range(2):
        assert leader.post(f"{KNOT}reached/", told)["Location"] == KNOT
    assert ReachedMilestone.objects.get().reached_on == date(2023, 5, 1)
    leader.post(f"{KNOT}not-reached/", told)
    assert not ReachedMilestone.objects.exists()


def test_a_day_that_has_not_come_is_refused(leader, world):
    ahead = (timezone.localdate() + timedelta(days=1)).isoformat()
    refused = leader.post(f"{KNOT}reached/", {"place": f"actor-{world.daycare.pk}", "reached_on": ahead})
    assert refused.status_code == 422
    assert "Dagen er ikke kommet endnu" in refused.content.decode()


def test_a_change_says_why_and_who_decided_it(leader, world):
    url = f"{KNOT}change/?place=actor-{world.daycare.pk}"
    refused = leader.post(url, {**MOVED, "why": " "})
    assert refused.status_code == 422
    assert "Vi venter på reb." in refused.content.decode()
    leader.post(url, MOVED)
    deviation = Deviation.objects.get()
    assert (deviation.was_due_on, deviation.now_due_on) == (date(2023, 6, 30), date(2030, 1, 1))
    page = leader.get(KNOT)
    assert "Rebet er udsolgt." in page.content.decode()
    [ours] = [row for row in page.context["page"].rows if row.place == world.daycare]
    assert not ours.is_late
    assert leader.get(f"/p/havneby/wheel/?year=2030&place=actor-{world.daycare.pk}").context["page"].months[0].marks


def test_what_is_given_up_is_off_the_wheel_and_never_late(world, operator, leader):
    told = DeviationTold("Opgives", "Ingen reb", "Havnerådet", date(2024, 1, 5))
    keys = {"programme": world.programme, "place": world.daycare, "milestone": "own_knot"}
    decide_deviation(**keys, told=told, by=operator)
    [ours] = [row for row in leader.get(KNOT).context["page"].rows if row.place == world.daycare]
    assert (ours.due.is_given_up, ours.is_late) == (True, False)


def test_the_same_day_again_changes_nothing_and_is_refused(world, operator):
    told = DeviationTold("Flyttes", "Fordi", "Havnerådet", date(2024, 1, 5), now_due_on=date(2023, 6, 30))
    with pytest.raises(Blocked, match="allerede den dato"):
        decide_deviation(programme=world.programme, place=world.daycare, milestone="own_knot", told=told, by=operator)


def test_a_place_of_another_level_does_not_reach_it(world, operator):
    with pytest.raises(Blocked, match="ikke med i programmet"):
        reach_milestone(
            programme=world.programme, place=world.quay, milestone="own_knot", on=date(2023, 5, 1), by=operator
        )


def test_one_writes_for_no_other_place(leader, world):
    told = {"place": f"actor-{world.school.pk}", "reached_on": "2023-05-01"}
    assert leader.post(f"{KNOT}reached/", told).status_code == 403
    assert leader.get(f"{LIST}unknown/").status_code == 404


def test_a_milestone_of_other_houses_is_not_said_reached(cast, sign_in, world):
    told = {"place": f"actor-{world.school.pk}", "reached_on": "2023-05-01"}
    assert sign_in(cast.school_leader).post(f"{KNOT}reached/", told).status_code == 422
    assert not ReachedMilestone.objects.exists()
