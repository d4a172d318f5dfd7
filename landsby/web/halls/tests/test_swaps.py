"""One association asks another to take a duty; the rota changes when it says yes, and not before."""

from __future__ import annotations

import pytest
from django.core import mail

from landsby.web.accounts.models import User
from landsby.web.activities.actions import set_hosts
from landsby.web.halls.actions import accept_swap, ask_swap, decline_swap, withdraw_swap
from landsby.web.halls.models import Answer, Swap
from landsby.web.halls.tests.factories import a_season, another_club, give, openings_of
from landsby.web.kit.models import AuditEntry
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.actions import give_membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def rowers(world, operator):
    return another_club(world, operator)


@pytest.fixture
def rower(world, rowers, operator):
    user = User.objects.create_user("rower@landsby.example", name="Rower")
    give_membership(user=user, role=world.programme.roles.get(key="association"), place=rowers, by=operator)
    return user


@pytest.fixture
def season(blueprint, world, operator, rowers):
    """The sailors have the first two Saturdays, the rowers the last two."""
    made = a_season(blueprint, world, operator, associations=(world.club, rowers))
    openings = openings_of(made)
    give(made, openings[:2], (world.club,), operator)
    give(made, openings[2:], (rowers,), operator)
    return made


@pytest.fixture
def asked(season, world, rowers, cast):
    """The sailors ask the rowers to take the first Saturday and to give them the third."""
    first, _second, third, _fourth = openings_of(season)
    return ask_swap(opening=first, giver=world.club, taker=rowers, in_return=third, by=cast.association)


def names(season):
    return [[host.name for host in one.hosts] for one in openings_of(season)]


BEFORE = [["Havneby Sejlklub"], ["Havneby Sejlklub"], ["Havneby Roklub"], ["Havneby Roklub"]]
AFTER = [["Havneby Roklub"], ["Havneby Sejlklub"], ["Havneby Sejlklub"], ["Havneby Roklub"]]


def test_the_sailors_ask_and_the_rowers_say_yes(sign_in, cast, season, rower, rowers):
    first, _second, third, _fourth = openings_of(season)
    sailor = sign_in(cast.association)
    page = sailor.get(f"/openings/{first.pk}/swap/").content.decode()
    assert f"swap-{third.pk}-{rowers.pk}" in page
    told = {"offer": f"swap-{third.pk}-{rowers.pk}", "message": "Vi har stævne"}
    assert sailor.post(f"/openings/{first.pk}/swap/", told).status_code == 302
    assert names(season) == BEFORE

    swap, rowing = Swap.objects.get(), sign_in(rower)
    assert "Vi har stævne" in rowing.get("/p/havneby/halls/duties/").content.decode()
    assert rowing.post(f"/swaps/{swap.pk}/accept/").url == "/p/havneby/halls/duties/"
    assert names(season) == AFTER
    swap.refresh_from_db()
    assert (swap.status, swap.answered_by) == (Answer.ACCEPTED, rower)


def test_both_the_swap_and_the_activities_are_logged(asked, rower):
    accept_swap(swap=asked, by=rower)
    told = AuditEntry.objects.about(asked).newest_first()
    assert [(entry.act, entry.author) for entry in told] == [("changed", "Rower"), ("created", "Association")]
    hosts = AuditEntry.objects.about(asked.opening.activity).newest_first().first()
    assert hosts.detail == {"host": ["Havneby Sejlklub", "Havneby Roklub"]}


def test_a_duty_may_be_given_for_nothing(season, world, rowers, cast, rower):
    first = openings_of(season)[0]
    asked = ask_swap(opening=first, giver=world.club, taker=rowers, by=cast.association)
    accept_swap(swap=asked, by=rower)
    assert names(season) == [["Havneby Roklub"], *BEFORE[1:]]


@pytest.mark.parametrize("answer", [decline_swap, withdraw_swap])
def test_no_and_never_mind_leave_the_rota_as_it_was(asked, season, cast, answer):
    answer(swap=asked, by=cast.association)
    assert names(season) == BEFORE
    with pytest.raises(Blocked, match="allerede svaret"):
        accept_swap(swap=asked, by=cast.association)
    assert names(season) == BEFORE


def test_an_answer_counts_once(asked, season, rower):
    accept_swap(swap=asked, by=rower)
    with pytest.raises(Blocked, match="Aftalt"):
        decline_swap(swap=asked, by=rower)
    assert names(season) == AFTER


def test_a_rota_that_changed_meanwhile_is_not_changed_again(asked, season, world, rowers, rower, operator):
    third = openings_of(season)[2]
    set_hosts(activity=third.activity, hosts=[world.daycare], by=operator)
    with pytest.raises(Blocked, match="har ikke længere vagten"):
        accept_swap(swap=asked, by=rower)
    assert names(season)[0] == ["Havneby Sejlklub"]


def test_the_coordinator_changing_the_rota_closes_the_question(asked, season, rowers, operator):
    give(season, openings_of(season)[:1], (rowers,), operator)
    asked.refresh_from_db()
    assert asked.status == Answer.OVERTAKEN


def test_a_duty_is_asked_about_once_at_a_time(asked, season, world, rowers, cast):
    with pytest.raises(Blocked, match="allerede spurgt"):
        ask_swap(opening=asked.opening, giver=world.club, taker=rowers, by=cast.association)
    withdraw_swap(swap=asked, by=cast.association)
    ask_swap(opening=asked.opening, giver=world.club, taker=rowers, by=cast.association)


def test_one_cannot_give_what_one_has_not(season, world, rowers, cast):
    third = openings_of(season)[2]
    with pytest.raises(Blocked, match="Havneby Sejlklub har ikke længere vagten"):
        ask_swap(opening=third, giver=world.club, taker=rowers, by=cast.association)


def test_who_has_no_duty_there_cannot_ask_and_who_is_not_asked_cannot_answer(sign_in, cast, asked, season):
    third = openings_of(season)[2]
    sailor = sign_in(cast.association)
    assert sailor.get(f"/openings/{third.pk}/swap/").status_code == 403
    assert sailor.post(f"/swaps/{asked.pk}/accept/").status_code == 403
    assert sign_in(cast.pedagogue).post(f"/swaps/{asked.pk}/accept/").status_code == 403


def test_the_coordinator_answers_for_an_association_without_a_sign_in(sign_in, cast, asked, season):
    coordinator = sign_in(cast.leisure_consultant)
    assert "Havneby Roklub" in coordinator.get("/p/havneby/halls/duties/").content.decode()
    coordinator.post(f"/swaps/{asked.pk}/accept/")
    assert names(season) == AFTER


def test_the_second_of_two_answers_is_told_of_the_first(sign_in, cast, asked, rower):
    rowing = sign_in(rower)
    rowing.post(f"/swaps/{asked.pk}/decline/")
    page = sign_in(cast.leisure_consultant).post(f"/swaps/{asked.pk}/accept/", follow=True)
    assert "Der er allerede svaret: Afslået." in page.content.decode()


def test_the_one_who_is_asked_and_the_one_who_asked_get_letters(sign_in, cast, season, rower, rowers, settings):
    settings.EMAIL_URL = "memory://"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    first = openings_of(season)[0]
    sign_in(cast.association).post(f"/openings/{first.pk}/swap/", {"offer": f"take-{rowers.pk}"})
    sign_in(rower).post(f"/swaps/{Swap.objects.get().pk}/accept/")
    assert [(letter.to, letter.subject.split(" ")[0]) for letter in mail.outbox] == [
        (["rower@landsby.example"], "Havneby"),
        (["association@landsby.example"], "Svar"),
    ]
    assert "Aftalt" in mail.outbox[1].subject
