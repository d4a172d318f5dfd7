"""Hosts are reminded once of each duty, some days before."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from landsby.web.activities.actions import adjust_activity, cancel_activity
from landsby.web.halls.actions import accept_swap, ask_swap
from landsby.web.halls.models import Reminder
from landsby.web.halls.reminding import remind_hosts
from landsby.web.halls.tasks import remind_of_duties
from landsby.web.halls.tests.factories import a_season, another_club, openings_of
from landsby.web.kit.tasks import TheSystem
from landsby.web.partnerships.actions import add_contact, end_membership

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]


@pytest.fixture
def post(settings):
    """The letters that went off."""
    settings.EMAIL_URL = "memory://"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.REMINDER_DAYS = 3
    return mail.outbox


@pytest.fixture
def season(blueprint, world, operator):
    return a_season(blueprint, world, operator, hosts=(world.club,))


@pytest.fixture
def opening(season):
    return openings_of(season)[0]


def on(opening, *, days_before):
    return remind_hosts(today=opening.activity.starts_on - timedelta(days=days_before), by=TheSystem())


def test_a_host_is_reminded_when_the_duty_is_near_and_not_before(post, opening, cast):
    assert on(opening, days_before=4) == 0
    assert on(opening, days_before=3) == 1
    (letter,) = post
    assert letter.to == [cast.association.email]
    assert letter.subject.startswith("Husk vagten: Havneby Sejlklub er vært lørdag den ")
    assert "Bådhuset" in letter.body
    assert "2 personer fra jer" in letter.body


def test_nobody_is_reminded_twice_of_the_same_duty(post, opening):
    assert [on(opening, days_before=days) for days in (3, 3, 2, 0)] == [1, 0, 0, 0]
    assert len(post) == 1
    assert Reminder.objects.get().sent_at is not None


def test_two_workers_at_once_send_one_letter(post, opening, monkeypatch):
    from landsby.web.halls import reminding

    def meanwhile(*told):
        monkeypatch.setattr(reminding, "remind", sent)
        assert on(opening, days_before=3) == 0
        return sent(*told)

    sent = reminding.remind
    monkeypatch.setattr(reminding, "remind", meanwhile)
    assert on(opening, days_before=3) == 1
    assert len(post) == 1


def test_a_letter_that_did_not_go_off_is_tried_again(post, opening, monkeypatch):
    def broken(*_, **__):
        raise OSError("the post office is closed")

    with monkeypatch.context() as patch:
        patch.setattr("landsby.web.kit.post.send_mail", broken)
        assert on(opening, days_before=3) == 0
    assert not Reminder.objects.exists()
    assert on(opening, days_before=2) == 1


def test_a_moved_opening_is_reminded_of_again(post, opening, operator):
    on(opening, days_before=3)
    later = opening.activity.starts_on + timedelta(days=1)
    adjust_activity(activity=opening.activity, values={"starts_on": later}, by=operator)
    opening.activity.refresh_from_db()
    assert on(opening, days_before=3) == 1


def test_after_a_swap_the_new_host_is_reminded(post, opening, season, world, operator):
    rowers = another_club(world, operator)
    add_contact(actor=rowers, name="Rune Roer", email="rune@landsby.example", by=operator)
    on(opening, days_before=3)
    accept_swap(swap=ask_swap(opening=opening, giver=world.club, taker=rowers, by=operator), by=operator)
    assert on(opening, days_before=2) == 1
    assert [letter.to for letter in post] == [["association@landsby.example"], ["rune@landsby.example"]]


def test_what_is_cancelled_is_not_written_about(post, opening, operator):
    cancel_activity(activity=opening.activity, because="Vand i hallen", by=operator)
    assert on(opening, days_before=3) == 0


def test_a_former_member_gets_no_letter(post, opening, cast, operator):
    end_membership(membership=cast.association.memberships.get(), by=operator)
    assert on(opening, days_before=3) == 0


def test_a_letter_is_in_the_language_of_who_gets_it(post, opening, cast):
    cast.association.language = "en"
    cast.association.save()
    on(opening, days_before=3)
    assert post[0].subject.startswith("Remember the duty: Havneby Sejlklub is host on Saturday")


def test_without_a_way_to_send_nothing_is_claimed(opening, settings):
    settings.EMAIL_URL = ""
    assert on(opening, days_before=3) == 0
    assert not Reminder.objects.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "reminders sent"),
        (["--dry-run"], "people have a duty"),
        (["--by-worker"], "The task worker will remind"),
    ],
)
def test_the_command_says_what_it_did(post, season, options, said):
    out = StringIO()
    call_command("remind_hosts", *options, stdout=out)
    assert said in out.getvalue()


def test_the_command_says_when_there_is_no_way_to_send(season, settings):
    settings.EMAIL_URL, out = "", StringIO()
    call_command("remind_hosts", stdout=out)
    assert "LANDSBY_EMAIL_URL" in out.getvalue()


def test_the_worker_reminds(post, season, settings):
    settings.REMINDER_DAYS = 14
    remind_of_duties.enqueue()
    assert len(post) in (1, 2)
    assert post[0].to == ["association@landsby.example"]


def test_a_duty_that_is_near_says_so_on_the_page(sign_in, cast, season, settings):
    settings.REMINDER_DAYS = 14
    page = sign_in(cast.association).get("/p/havneby/halls/duties/").content.decode()
    assert ">Husk<" in page
