"""Invitations: the link, who may make one, the ways in by it, and when it lets nobody in."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.actions import (
    accept_invitation,
    come_by_invitation,
    end_membership,
    give_membership,
    invite,
    renew_invitation,
    withdraw_invitation,
)
from landsby.web.partnerships.models import Invitation, Membership, Role

PEOPLE = "/p/havneby/people/"
PASSWORD = "kaffe tog regnvejr sofa"
CAME = {"name": "Ny Person", "password": PASSWORD}

pytestmark = pytest.mark.django_db


def asked(world, by, role="pedagogue", place="daycare", email="ny@landsby.example"):
    return invite(
        email=email, name="Ny Person", role=world.programme.roles.get(key=role), place=getattr(world, place), by=by
    )


@pytest.fixture
def link(world, cast):
    return f"/invitations/{asked(world, cast.secretariat)[1]}/"


def link_on(page):
    return re.search(r'value="http://testserver(/invitations/[^"]+/)"', page.content.decode())[1]


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("steering_member", "programme"),
        ("health_visitor", "north"),
        ("network_member", "hill"),
        ("pedagogue", "hill_daycare"),
    ],
)
def test_the_link_on_the_page_leads_to_the_role(secretariat, client, world, role, place):
    where = getattr(world, place)
    sent = {"email": "Ny@Landsby.example", "name": "Ny Person", "place": where.pk}
    page = secretariat.post(f"{PEOPLE}new/{role}/", sent)
    assert "Send linket til Ny Person" in page.content.decode()
    assert not User.objects.filter(email="ny@landsby.example").exists()
    link = link_on(page)
    assert client.post(link, CAME).url == "/p/havneby/"
    person = User.objects.get(email="ny@landsby.example")
    assert person.check_password(PASSWORD)
    assert (person.memberships.get().place, person.memberships.get().role.key) == (where, role)
    assert client.get("/p/havneby/").status_code == 200


def test_whoever_comes_is_met_in_the_language_they_read(client, link):
    page = client.post(link, CAME, headers={"accept-language": "en"})
    assert page.cookies["django_language"].value == "en"
    assert User.objects.get(email="ny@landsby.example").language == "en"


def test_only_a_hash_of_the_link_is_kept(world, cast):
    invitation, token = asked(world, cast.secretariat)
    kept = [str(getattr(invitation, field.attname)) for field in Invitation._meta.local_fields]
    told = [str(entry.detail) + entry.label for entry in AuditEntry.objects.all()]
    assert not any(token in text for text in kept + told)


def test_nobody_hands_out_more_than_they_have(leader, world):
    sent = {"email": "ny@landsby.example", "name": "Ny"}
    assert leader.post(f"{PEOPLE}new/pedagogue/", {**sent, "place": world.bay_school.pk}).status_code == 422
    assert leader.post(f"{PEOPLE}new/secretariat/", {**sent, "place": world.programme.pk}).status_code == 404
    assert not Invitation.objects.exists()


def test_an_account_that_is_there_signs_in_and_says_yes(client, world, cast, sign_in):
    token = asked(world, cast.secretariat, email="STRANGER@landsby.example")[1]
    link = f"/invitations/{token}/"
    page = client.get(link).content.decode()
    assert "Du har allerede en konto" in page
    assert f"/sign-in/?next={link}" in page
    assert client.post(link, CAME).status_code == 200
    assert not cast.stranger.memberships.exists()
    stranger = sign_in(cast.stranger)
    assert "Ja tak" in stranger.get(link).content.decode()
    assert stranger.post(link, {"as": cast.stranger.pk}).url == "/p/havneby/"
    assert cast.stranger.memberships.get().place == world.daycare


def test_the_password_keeps_the_rules(client, link):
    weak = ("kort", "password1234", "ny@landsby.example", "Nina Person 26", "sammen om havneby")
    for password in weak:
        page = client.post(link, {"name": "Nina Person", "password": password})
        assert page.status_code == 422
        assert len(page.context["form"].errors["password"]) == 1
    assert not User.objects.filter(email="ny@landsby.example").exists()


def test_a_link_works_once(client, link):
    client.post(link, CAME)
    other = Client()
    assert other.get(link).status_code == 410
    page = other.get(link).content.decode()
    assert "Invitationen er brugt" in page
    assert 'href="/sign-in/"' in page.split("<main", 1)[1]
    assert other.post(link, {**CAME, "password": "sten saks papir og brønd"}).status_code == 410
    assert Membership.objects.filter(user__email="ny@landsby.example").count() == 1


def test_a_link_expires(client, link, settings):
    assert Invitation.objects.get().last_day == timezone.localdate() + timedelta(days=settings.INVITATION_DAYS)
    Invitation.objects.update(expires_at=timezone.now())
    page = client.post(link, CAME)
    assert page.status_code == 410
    assert "for gammel" in page.content.decode()


def test_a_link_is_withdrawn(client, secretariat, link):
    secretariat.post(f"/p/havneby/invitations/{Invitation.objects.get().pk}/withdraw/")
    page = client.get(link)
    assert page.status_code == 410
    assert "trukket tilbage" in page.content.decode()
    assert "ny@landsby.example" not in secretariat.get(PEOPLE).content.decode()


def test_a_new_link_takes_the_place_of_the_old(client, secretariat, link):
    Invitation.objects.update(expires_at=timezone.now())
    page = secretariat.post(f"/p/havneby/invitations/{Invitation.objects.get().pk}/renew/")
    assert client.get(link).status_code == 404
    assert client.get(link_on(page)).status_code == 200


def test_whoever_is_invited_twice_has_one_invitation(world, cast):
    first, old = asked(world, cast.secretariat)
    second, new = asked(world, cast.project_leader, email="NY@landsby.example")
    assert (first, Invitation.objects.count()) == (second, 1)
    assert old != new


@pytest.mark.parametrize("link", ["/invitations/guess/", "/invitations/%00/"])
def test_an_unknown_link_gets_a_plain_page(client, link):
    page = client.get(link)
    assert page.status_code == 404
    assert "Vi kender det ikke" in page.content.decode()


def test_an_invitation_rests_on_the_right_of_the_one_who_invited(client, world, cast, operator):
    _invitation, token = asked(world, cast.project_leader)
    end_membership(membership=cast.project_leader.memberships.get(), by=operator)
    page = client.post(f"/invitations/{token}/", CAME)
    assert page.status_code == 410
    assert "trukket tilbage" in page.content.decode()


def test_nothing_rests_on_the_right_of_somebody_shut_out(client, cast, link):
    User.objects.filter(pk=cast.secretariat.pk).update(is_active=False)
    assert client.get(link).status_code == 410
    assert client.post(link, CAME).status_code == 410


def test_a_role_that_has_ended_is_given_to_nobody(client, secretariat, link):
    Role.objects.filter(key="pedagogue").update(ended_on=timezone.localdate())
    assert "pedagogue" not in dict(secretariat.get(f"{PEOPLE}new/").context["form"].fields["role"].choices)
    assert secretariat.get(f"{PEOPLE}new/pedagogue/").status_code == 404
    assert client.post(link, CAME).status_code == 410


def test_the_people_who_are_on_their_way_stand_on_the_page(secretariat, leader, world, cast):
    asked(world, cast.secretariat)
    asked(world, cast.secretariat, place="bay_school", email="far@landsby.example")
    assert {i.email for i in secretariat.get(PEOPLE).context["invitations"]} == {
        "ny@landsby.example",
        "far@landsby.example",
    }
    assert {i.email for i in leader.get(PEOPLE).context["invitations"]} == {"ny@landsby.example"}


def test_of_two_who_accept_at_once_one_gets_in(world, cast):
    invitation, _token = asked(world, cast.secretariat)
    stale = Invitation.objects.get(pk=invitation.pk)
    come_by_invitation(invitation=invitation, name="Ny", language="da", password=PASSWORD, by=cast.secretariat)
    with pytest.raises(Blocked):
        accept_invitation(invitation=stale, by=cast.stranger)
    assert not cast.stranger.memberships.exists()


def test_two_invitations_make_one_account(world, cast):
    first, _ = asked(world, cast.secretariat)
    second, _ = asked(world, cast.secretariat, place="school")
    come_by_invitation(invitation=first, name="Ny", language="da", password=PASSWORD, by=cast.secretariat)
    with pytest.raises(Blocked):
        come_by_invitation(invitation=second, name="Ny", language="da", password="another", by=cast.secretariat)
    assert User.objects.get(email="ny@landsby.example").check_password(PASSWORD)


def test_what_is_answered_is_neither_renewed_nor_withdrawn(world, cast):
    invitation, _token = asked(world, cast.secretariat)
    accept_invitation(invitation=invitation, by=cast.stranger)
    with pytest.raises(Blocked):
        renew_invitation(invitation=invitation, by=cast.secretariat)
    assert withdraw_invitation(invitation=invitation, by=cast.secretariat).withdrawn_at is None


def test_whoever_has_the_role_already_keeps_it(world, cast):
    invitation, _token = asked(world, cast.secretariat)
    accept_invitation(invitation=invitation, by=cast.pedagogue)
    assert cast.pedagogue.memberships.count() == 1


def test_every_step_is_in_the_log(client, world, cast, link):
    client.post(link, CAME)
    person = User.objects.get(email="ny@landsby.example")
    invitation = Invitation.objects.get()
    acts = [entry.act for entry in AuditEntry.objects.about(invitation).newest_first()]
    assert acts == [Act.CHANGED, Act.CREATED]
    assert AuditEntry.objects.about(person.memberships.get()).get().author == "Ny Person"
    assert AuditEntry.objects.about(person).of_acts(Act.CREATED).get().author == str(cast.secretariat)


def test_a_role_that_was_given_meanwhile_is_no_obstacle(client, world, cast, operator, link):
    give_membership(
        user=cast.stranger, role=world.programme.roles.get(key="pedagogue"), place=world.daycare, by=operator
    )
    client.force_login(cast.stranger)
    assert client.post(link, {"as": cast.stranger.pk}).status_code == 302
    assert cast.stranger.memberships.count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file; PostgreSQL locks rows")
@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_the_button_in_the_same_instant_one_gets_in(world, cast):
    invitation, token = asked(world, cast.secretariat)
    link, together = f"/invitations/{token}/", Barrier(2)

    def press(user):
        try:
            client = Client()
            client.force_login(user)
            together.wait()
            return client.post(link, {"as": user.pk}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        statuses = list(both.map(press, (cast.stranger, cast.association)))
    assert sorted(statuses) == [302, 410]
    assert (
        Membership.objects.filter(role=invitation.role, actor=world.daycare).exclude(user=cast.pedagogue).count() == 1
    )
