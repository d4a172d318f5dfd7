"""A leader leaves: what they look after is shown, and handed to a colleague with everything in the log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, Series
from landsby.web.activities.tests.factories import a_series, an_activity
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.access import heirs_of
from landsby.web.partnerships.actions import add_contact, end_membership, give_membership, invite
from landsby.web.partnerships.models import Contact, Invitation
from landsby.web.partnerships.presenters.leaving import MOST_SHOWN

PASSWORD = "kaffe tog regnvejr sofa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaver(cast):
    """The project leader of the north, who leaves."""
    return cast.project_leader


@pytest.fixture
def membership(leaver):
    return leaver.memberships.get()


@pytest.fixture
def url(membership):
    return f"/p/havneby/people/{membership.pk}/end/"


@pytest.fixture
def belongings(blueprint, world, leaver):
    """What the leader looks after in the north: something planned, a series, an invitation, and being a contact."""
    role = world.programme.roles.get(key="pedagogue")
    return [
        planned(blueprint, world, leaver),
        planned_series(blueprint, world, leaver),
        invite(email="ny@landsby.example", name="Ny", role=role, place=world.daycare, by=leaver)[0],
        add_contact(actor=world.school, name=leaver.name, email=leaver.email.upper(), by=leaver),
    ]


def planned(blueprint, world, by, **more):
    activity = an_activity(blueprint, world, by, **more)
    Activity.objects.filter(pk=activity.pk).update(status="planned", starts_on=timezone.localdate() + timedelta(days=9))
    return activity


def planned_series(blueprint, world, by):
    series = a_series(blueprint, world, by)
    Activity.objects.filter(series=series).update(status="planned")
    return series


def test_what_is_left_is_shown_with_who_could_take_over(sign_in, cast, belongings, url):
    page = sign_in(cast.secretariat).get(url)
    told = [one.told for one in page.context["left"]]
    assert {"kontaktperson ét sted", "1 invitation uden svar", "1 forløb, der er i gang"} < set(told)
    assert len(told) == 4
    offered = [label for _key, label in page.context["form"].fields["heir"].choices]
    assert any(
        (label, getattr(label, "hint", "")) == ("Secretariat", "Sekretariat, Sammen om Havneby") for label in offered
    )


def test_each_thing_leads_to_its_page(sign_in, cast, world, belongings, url):
    activity, series, _invitation, _contact = belongings
    text = sign_in(cast.secretariat).get(url).content.decode()
    for address in (f"/activities/{activity.pk}/", f"/series/{series.pk}/", f"/actors/{world.school.pk}/"):
        assert f'<a href="{address}">' in text
    assert "<li>Ny: " in text


def test_the_word_on_invitations_stands_only_where_there_are_some(sign_in, cast, belongings, url):
    client, word = sign_in(cast.secretariat), "En invitation går kun videre"
    assert word in client.get(url).content.decode()
    belongings[2].delete()
    assert word not in client.get(url).content.decode()


def test_choosing_nobody_at_all_is_told_in_plain_words(sign_in, cast, belongings, url):
    page = sign_in(cast.secretariat).post(url)
    assert page.context["form"].errors == {"heir": ["Vælg, hvem der tager over, eller »Ingen«."]}


def test_many_things_are_counted(blueprint, world, sign_in, cast, leaver, url):
    for _one in range(MOST_SHOWN + 2):
        planned(blueprint, world, leaver)
    page = sign_in(cast.secretariat).get(url)
    assert [(len(one.shown), one.more) for one in page.context["left"]] == [(MOST_SHOWN, 2)]
    assert "og 2 til" in page.content.decode()


@pytest.mark.parametrize(
    ("heir", "passes", "stays"),
    [
        ("secretariat", ["1 planlagt aktivitet", "kontaktperson ét sted", "1 invitation uden svar"], []),
        ("health_visitor", ["1 planlagt aktivitet", "kontaktperson ét sted"], ["1 invitation uden svar"]),
        ("nobody", [], ["1 planlagt aktivitet", "kontaktperson ét sted", "1 invitation uden svar"]),
    ],
)
def test_the_message_says_what_went_to_whom(sign_in, cast, belongings, url, heir, passes, stays):
    series = belongings[1]
    Activity.objects.filter(series=series).update(status="held", children=1)
    chosen = heir if heir == "nobody" else getattr(cast, heir).pk
    page = sign_in(cast.secretariat).post(url, {"heir": chosen}, follow=True)
    (said,) = [str(message) for message in page.context["messages"]]
    first, _, rest = said.partition(". ")
    assert first == "Project Leader er ikke længere Projektleder"
    expected = [f"{getattr(cast, heir)} tager over: {', '.join(passes)}."] if passes else []
    expected += [f"Det bliver stående, som det er: {', '.join(stays)}."] if stays else []
    assert rest == " ".join(expected)


def test_everything_passes_to_the_colleague_at_once(sign_in, cast, world, belongings, membership, url):
    activity, series, invitation, _contact = belongings
    assert sign_in(cast.secretariat).post(url, {"heir": cast.secretariat.pk}).status_code == 302
    for thing in (activity, series):
        thing.refresh_from_db()
        assert thing.created_by == cast.secretariat
    invitation.refresh_from_db()
    assert invitation.invited_by == cast.secretariat
    assert [c.name for c in Contact.objects.current().filter(actor=world.school)] == [str(cast.secretariat)]
    membership.refresh_from_db()
    assert membership.ended_on == timezone.localdate()
    for thing in (activity, series, invitation):
        detail = AuditEntry.objects.about(thing).of_acts(Act.CHANGED).newest_first().first().detail
        assert detail == {"handed_over": ["Project Leader", "Secretariat"]}


def test_an_invitation_goes_to_nobody_who_could_not_have_made_it(sign_in, cast, belongings, leaver, url):
    client = sign_in(cast.secretariat)
    assert client.get(url).context["form"]["heir"].value() is None
    assert client.post(url, {"heir": cast.health_visitor.pk}).status_code == 302
    assert Activity.objects.get(pk=belongings[0].pk).created_by == cast.health_visitor
    assert Invitation.objects.get().invited_by == leaver


def test_without_an_heir_it_stays_as_it_is(sign_in, cast, belongings, leaver, url):
    sign_in(cast.secretariat).post(url, {"heir": "nobody"})
    assert Activity.objects.get(pk=belongings[0].pk).created_by == leaver
    assert Series.objects.get(pk=belongings[1].pk).created_by == leaver
    assert Invitation.objects.get().invited_by == leaver


def test_what_was_held_and_what_lies_elsewhere_is_not_handed_over(blueprint, world, cast, membership, operator):
    leaver = membership.user
    held = an_activity(blueprint, world, leaver)
    Activity.objects.filter(pk=held.pk).update(status="held", children=3)
    bay = {"municipality": world.south, "community": world.bay, "hosts": (world.bay_school,)}
    far = planned(blueprint, world, leaver, **bay)
    end_membership(membership=membership, by=operator, heir=cast.health_visitor)
    assert {a.created_by for a in Activity.objects.filter(pk__in=[held.pk, far.pk])} == {leaver}


def test_nobody_takes_over_who_cannot(sign_in, cast, belongings, membership, url):
    heirs = [heir.user for heir in heirs_of(membership)]
    assert len(heirs) == len(set(heirs))
    assert heirs[0] in {cast.health_visitor, cast.leisure_consultant}
    assert cast.secretariat in heirs
    assert not {cast.steering_member, cast.evaluator, cast.pedagogue, cast.stranger, membership.user} & set(heirs)
    for nobody in ("", cast.pedagogue.pk, cast.stranger.pk, 999999):
        assert sign_in(cast.secretariat).post(url, {"heir": nobody}).status_code == 422
    membership.refresh_from_db()
    assert membership.ended_on is None


def test_where_nothing_is_left_nothing_is_asked(sign_in, cast, world):
    page = sign_in(cast.secretariat).get(f"/p/havneby/people/{cast.pedagogue.memberships.get().pk}/end/")
    assert page.context["left"] == []
    assert "Hvem tager over?" not in page.content.decode()


def test_a_failure_half_way_leaves_everything(monkeypatch, cast, belongings, membership, operator):
    def fail(**_more):
        raise RuntimeError

    monkeypatch.setattr("landsby.web.partnerships.actions.people.record", fail)
    with pytest.raises(RuntimeError):
        end_membership(membership=membership, by=operator, heir=cast.health_visitor)
    assert Activity.objects.get(pk=belongings[0].pk).created_by == membership.user


def test_whoever_has_no_role_left_is_signed_out_and_told_so_the_next_time(cast, membership, operator, settings):
    settings.SECOND_FACTOR_FOR = []
    leaver = membership.user
    leaver.set_password(PASSWORD)
    leaver.save()
    client = Client()
    sent = {"login": leaver.email, "password": PASSWORD}
    client.post("/sign-in/", sent)
    assert client.get("/p/havneby/").status_code == 200
    end_membership(membership=membership, by=operator)
    assert client.get("/profile/").status_code == 302
    assert client.post("/sign-in/", sent).url == "/"
    assert client.get("/").status_code == 200
    assert client.get("/p/havneby/").status_code == 404


def test_whoever_has_another_role_stays_signed_in(cast, world, membership, operator, settings):
    settings.SECOND_FACTOR_FOR = []
    leaver = membership.user
    leaver.set_password(PASSWORD)
    leaver.save()
    give_membership(user=leaver, role=world.programme.roles.get(key="pedagogue"), place=world.daycare, by=operator)
    client = Client()
    client.post("/sign-in/", {"login": leaver.email, "password": PASSWORD})
    end_membership(membership=membership, by=operator)
    assert client.get("/profile/").status_code == 200
    assert User.objects.get(pk=leaver.pk).memberships.current().count() == 1
