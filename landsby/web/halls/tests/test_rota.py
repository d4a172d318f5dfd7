"""The rota on one screen: proposed fairly, put right by hand, and never overwritten."""

from __future__ import annotations

from datetime import time

import pytest

from landsby.web.activities.actions import set_hosts
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.halls.tests.factories import a_season, another_club, coming, give, openings_of
from landsby.web.kit.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def rowers(world, operator):
    return another_club(world, operator)


@pytest.fixture
def season(blueprint, world, operator, rowers):
    return a_season(blueprint, world, operator, associations=(world.club, rowers))


@pytest.fixture
def client(sign_in, cast):
    return sign_in(cast.leisure_consultant)


def url(season):
    return f"/halls/{season.pk}/rota/"


def sent(screen, **instead):
    """What the page would send, with some choices made otherwise."""
    told = {}
    for row in screen.rows:
        told[f"was_{row.opening.pk}"] = row.was
        told |= {place.html_name: place.value() or "" for place in row.places}
    return {**told, **instead}


def names(season):
    return [[host.name for host in one.hosts] for one in openings_of(season)]


def test_gaps_are_shown_and_nobody_is_proposed_until_it_is_asked(client, season):
    page = client.get(url(season))
    assert page.context["screen"].gaps == 4
    assert page.content.decode().count("Mangler vært") == 4
    assert names(season) == [[], [], [], []]


def test_a_proposal_is_fair_and_is_stored_only_when_it_is_sent(client, season, world, rowers):
    screen = client.get(url(season), {"propose": "1"}).context["screen"]
    assert screen.is_proposal
    assert [(name, all_, ahead) for name, all_, ahead in screen.tally] == [
        ("Havneby Sejlklub", 2, 2),
        ("Havneby Roklub", 2, 2),
    ]
    assert names(season) == [[], [], [], []]
    last = screen.rows[-1].places[0].html_name
    client.post(url(season), sent(screen, **{last: str(world.club.pk)}))
    assert names(season) == [["Havneby Sejlklub"], ["Havneby Roklub"], ["Havneby Sejlklub"], ["Havneby Sejlklub"]]


def test_the_rota_is_the_hosts_of_the_activities(client, season, world, cast, sign_in):
    screen = client.get(url(season), {"propose": "1"}).context["screen"]
    client.post(url(season), sent(screen))
    activity = openings_of(season)[0].activity
    assert "Havneby Sejlklub" in sign_in(cast.pedagogue).get(f"/activities/{activity.pk}/").content.decode()
    entry = AuditEntry.objects.about(activity).newest_first().first()
    assert entry.detail == {"host": ["", "Havneby Sejlklub"]}
    assert AuditEntry.objects.about(season).newest_first().first().detail == {"duties": 4}


def test_what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten(client, season, world, rowers, operator):
    screen = client.get(url(season)).context["screen"]
    first, second = screen.rows[0], screen.rows[1]
    set_hosts(activity=first.opening.activity, hosts=[rowers], by=operator)
    mine = {place.html_name: str(world.club.pk) for row in (first, second) for place in row.places}
    refused = client.post(url(season), sent(screen, **mine))
    assert refused.status_code == 422
    assert "er ændret imens af en anden. Vagten har nu: Havneby Roklub" in refused.content.decode()
    assert names(season) == [["Havneby Roklub"], [], [], []]
    # The page now carries what is stored, so that sending it again means it.
    again = sent(refused.context["screen"])
    assert client.post(url(season), again).status_code == 302
    assert names(season)[:2] == [["Havneby Sejlklub"], ["Havneby Sejlklub"]]


def test_a_line_that_one_did_not_touch_keeps_what_others_wrote(client, season, world, rowers, operator):
    screen = client.get(url(season)).context["screen"]
    give(season, [screen.rows[0].opening], (rowers,), operator)
    mine = {screen.rows[1].places[0].html_name: str(world.club.pk)}
    assert client.post(url(season), sent(screen, **mine)).status_code == 302
    assert names(season)[:2] == [["Havneby Roklub"], ["Havneby Sejlklub"]]


def test_a_host_who_is_booked_elsewhere_is_shown_and_not_proposed(client, season, world, blueprint, operator):
    an_activity(
        blueprint,
        world,
        operator,
        title="Kapsejlads",
        status=Status.PLANNED,
        starts_on=coming(5),
        start_time=time(11),
        end_time=time(15),
        hosts=(world.club,),
    )
    first = client.get(url(season), {"propose": "1"}).context["screen"].rows[0]
    assert first.chosen != [world.club.pk]
    give(season, [first.opening], (world.club,), operator)
    page = client.get(url(season))
    assert page.context["screen"].doubles == 1
    assert "Kapsejlads" in page.content.decode()


def test_before_and_after_is_not_at_the_same_time(client, season, world, blueprint, operator):
    told = {"status": Status.PLANNED, "starts_on": coming(5), "hosts": (world.club,)}
    an_activity(blueprint, world, operator, start_time=time(8), end_time=time(10), **told)
    an_activity(blueprint, world, operator, start_time=time(12, 30), **told)
    give(season, openings_of(season)[:1], (world.club,), operator)
    assert client.get(url(season)).context["screen"].doubles == 0


def test_the_same_association_twice_in_one_line_is_refused(client, blueprint, world, operator, rowers):
    season = a_season(blueprint, world, operator, associations=(world.club, rowers), hosts_each=2)
    screen = client.get(url(season)).context["screen"]
    twice = {place.html_name: str(rowers.pk) for place in screen.rows[0].places}
    assert client.post(url(season), sent(screen, **twice)).status_code == 422
    assert names(season)[0] == []
