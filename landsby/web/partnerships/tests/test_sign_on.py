"""A municipality signs its own people in: who gets in, as what, and who does not. The network alone is played."""

from __future__ import annotations

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.models import AuditEntry
from landsby.web.partnerships.actions import end_membership, give_membership, invite, withdraw_invitation
from landsby.web.partnerships.models import Invitation, Role
from landsby.web.partnerships.sign_on import SignOnAdapter

PASSWORD = "kaffe tog regnvejr sofa"
ISSUER = "https://login.north.example"
VISITOR = {"sub": "n-17", "name": "Nanna Nord", "email": "nanna@north.example", "groups": ["visitors"]}

pytestmark = pytest.mark.django_db


class Network:
    """Answers as a municipality's sign-in would, about the one person in `claims`."""

    claims: dict = VISITOR

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def get(self, url, **more):
        told = {
            "authorization_endpoint": f"{ISSUER}/auth",
            "token_endpoint": f"{ISSUER}/token",
            "userinfo_endpoint": f"{ISSUER}/me",
        }
        return self.answer(self.claims if url == told["userinfo_endpoint"] else told)

    def request(self, method, url, **more):
        return self.answer({"access_token": "given", "token_type": "Bearer"})

    @staticmethod
    def answer(told):
        headers = {"content-type": "application/json"}
        return SimpleNamespace(status_code=200, headers=headers, json=lambda: told, raise_for_status=lambda: None)


@pytest.fixture
def network(monkeypatch):
    network = Network()
    monkeypatch.setattr(SignOnAdapter, "get_requests_session", lambda _adapter: network)
    return network


@pytest.fixture
def north(settings, network, cast):
    """The northern municipality's sign-in, which knows whom to call a health visitor."""
    sign_on = SimpleNamespace(
        id="north",
        name="Nordhavn Kommune",
        programme="havneby",
        municipality="0901",
        has_second_factor=False,
        roles_claim="groups",
        roles={"nurses": "health_visitor", "leaders": "project_leader", "bosses": "secretariat"},
    )
    settings.SIGN_ONS = {"north": sign_on}
    app = {"provider_id": "north", "name": sign_on.name, "client_id": "landsby", "secret": "s"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [{**app, "settings": {"server_url": ISSUER}}]}}
    return sign_on


def come(client, network, process="login", start="", **claims):
    """Go to the municipality and back again, setting out from the entrance or another page."""
    network.claims = {**VISITOR, **claims}
    away = client.post("/sign-in/north/", {"process": process, "next": start})
    assert away.url.startswith(f"{ISSUER}/auth?")
    state = parse_qs(urlsplit(away.url).query)["state"][0]
    return client.get("/sign-in/north/back/", {"code": "given", "state": state})


def roles_of(user):
    return {membership.role.key for membership in user.memberships.current()}


def test_the_way_in_stands_on_the_page(client, north):
    page = client.get("/sign-in/?next=/profile/").content.decode()
    assert "Log ind med Nordhavn Kommune" in page
    assert client.get("/sign-in/north/").status_code == 405
    assert client.post("/sign-in/south/").status_code == 404


def test_being_somebody_is_not_enough(client, north, network):
    page = come(client, network)
    assert page.status_code == 403
    assert "du har ikke fået en rolle her" in page.content.decode()
    assert not User.objects.filter(email=VISITOR["email"]).exists()
    assert "_auth_user_id" not in client.session


def test_a_mapped_role_lets_in_to_that_municipality(client, north, network, world):
    assert come(client, network, groups=["nurses", "visitors"]).url == "/"
    user = User.objects.get(email=VISITOR["email"])
    membership = user.memberships.get()
    assert (membership.role.key, membership.place, membership.provider) == ("health_visitor", world.north, "north")
    assert not user.has_usable_password()
    assert client.get("/p/havneby/").status_code == 200
    assert client.get(f"/communities/{world.bay.pk}/").status_code == 404
    assert AuditEntry.objects.about(membership).get().author == "Landsby"


def test_no_more_is_kept_than_who_it_is(client, north, network):
    come(client, network, groups=["nurses"], phone_number="12345678")
    come(Client(), network, groups=["nurses"], phone_number="12345678")
    assert SocialAccount.objects.get().extra_data == {}


def test_a_role_goes_along_when_the_municipality_is_corrected(client, north, network, world):
    come(client, network, groups=["nurses"])
    north.municipality = "0902"
    come(Client(), network, groups=["nurses"])
    assert [m.place for m in User.objects.get(email=VISITOR["email"]).memberships.current()] == [world.south]


def test_a_role_that_is_called_otherwise_now_is_known_by_its_former_key(client, north, network, world):
    come(client, network, groups=["nurses"])
    Role.objects.filter(key="health_visitor").update(key="nurse", formerly=["visitor", "health_visitor"])
    come(Client(), network, groups=["nurses"])
    assert roles_of(User.objects.get(email=VISITOR["email"])) == {"nurse"}


def test_a_key_that_nobody_knows_takes_nothing_away(client, north, network, world):
    come(client, network, groups=["nurses", "leaders"])
    Role.objects.filter(key="health_visitor").update(key="nurse")
    come(Client(), network, groups=["nurses"])
    assert roles_of(User.objects.get(email=VISITOR["email"])) == {"nurse"}


def test_a_role_that_has_ended_is_kept_and_given_to_nobody(client, north, network, world):
    come(client, network, groups=["nurses"])
    Role.objects.filter(key="health_visitor").update(ended_on=timezone.localdate())
    assert come(Client(), network, groups=["nurses"]).url == "/"
    assert roles_of(User.objects.get(email=VISITOR["email"])) == {"health_visitor"}
    assert come(Client(), network, sub="n-18", email="bo@north.example", groups=["nurses"]).status_code == 403


def test_a_role_that_reaches_beyond_the_municipality_is_not_given(client, north, network):
    assert come(client, network, groups=["bosses"]).status_code == 403
    assert not User.objects.filter(email=VISITOR["email"]).exists()


def test_roles_follow_the_claim_and_those_by_hand_stay(client, north, network, world, operator):
    come(client, network, groups="nurses")
    user = User.objects.get(email=VISITOR["email"])
    by_hand = world.programme.roles.get(key="leisure_consultant")
    give_membership(user=user, role=by_hand, place=world.north, by=operator)
    come(Client(), network, groups=["leaders"])
    assert roles_of(user) == {"project_leader", "leisure_consultant"}
    come(Client(), network, groups=[])
    assert roles_of(user) == {"leisure_consultant"}


def test_a_role_that_was_given_by_hand_is_not_taken_over(client, north, network, world, operator):
    come(client, network, groups=["nurses"])
    user = User.objects.get(email=VISITOR["email"])
    end_membership(membership=user.memberships.get(), by=operator)
    give_membership(user=user, role=world.programme.roles.get(key="health_visitor"), place=world.north, by=operator)
    come(Client(), network, groups=["nurses"])
    come(Client(), network, groups=[])
    assert roles_of(user) == {"health_visitor"}


@pytest.mark.parametrize("verified", [True, False])
def test_an_address_alone_opens_nobodys_account(client, north, network, verified):
    theirs = User.objects.create_user(VISITOR["email"], PASSWORD, name="Nanna")
    page = come(client, network, groups=["leaders"], email_verified=verified)
    assert page.status_code == 403
    assert "allerede en konto med din e-mail" in page.content.decode()
    assert not SocialAccount.objects.exists()
    assert not theirs.memberships.exists()
    assert "_auth_user_id" not in client.session


def test_whoever_signs_in_may_connect_their_account(client, north, network):
    mine = User.objects.create_user("other@landsby.example", PASSWORD, name="Nanna")
    client.post("/sign-in/", {"login": mine.email, "password": PASSWORD})
    assert "Forbind med Nordhavn Kommune" in client.get("/profile/").content.decode()
    assert come(client, network, process="connect").url == "/profile/"
    assert "Du kan også logge ind med Nordhavn Kommune" in client.get("/profile/").content.decode()
    later = Client()
    assert come(later, network, groups=["nurses"]).url == "/"
    assert later.get("/profile/").context["user"] == mine
    assert roles_of(mine) == {"health_visitor"}


def test_one_person_of_the_municipality_has_one_account(client, north, network):
    come(Client(), network, groups=["nurses"])
    other = User.objects.create_user("other@landsby.example", PASSWORD, name="Other")
    client.post("/sign-in/", {"login": other.email, "password": PASSWORD})
    come(client, network, process="connect")
    assert SocialAccount.objects.get().user.email == VISITOR["email"]


@pytest.fixture
def link(world, cast):
    role = world.programme.roles.get(key="pedagogue")
    asked = {"email": "ny@landsby.example", "name": "Ny", "role": role, "place": world.daycare}
    return f"/invitations/{invite(**asked, by=cast.secretariat)[1]}/"


def test_an_invitation_lets_in_without_a_password_once_one_has_said_yes(client, north, network, link):
    assert f'name="next" value="{link}"' in client.get(link).content.decode()
    assert come(client, network, start=link, email="NY@landsby.example").url == link
    user = User.objects.get(email="ny@landsby.example")
    assert (user.name, roles_of(user)) == ("Nanna Nord", set())
    assert "Ja tak" in client.get(link).content.decode()
    assert client.post(link, {"as": user.pk}).url == "/p/havneby/"
    assert roles_of(user) == {"pedagogue"}
    assert Client().get(link).status_code == 410
    assert come(Client(), network, start="").url == "/"


def test_an_invitation_that_somebody_else_opened_here_lets_nobody_in(client, north, network, link):
    client.get(link)
    assert come(client, network, sub="b-1", email="ny@landsby.example").status_code == 403
    assert not User.objects.filter(email="ny@landsby.example").exists()


def test_an_invitation_to_another_address_lets_nobody_in(client, north, network, link):
    page = come(client, network, start=link)
    assert page.status_code == 403
    assert "til en anden e-mail" in page.content.decode()
    assert not User.objects.filter(name="Nanna Nord").exists()


def test_whoever_has_a_mapped_role_is_asked_about_the_invitation_too(client, north, network, link):
    assert come(client, network, start=link, groups=["nurses"]).url == link
    assert roles_of(User.objects.get(email=VISITOR["email"])) == {"health_visitor"}


def test_an_invitation_that_was_withdrawn_opens_no_account(client, north, network, link):
    withdraw_invitation(invitation=(held := Invitation.objects.get()), by=held.invited_by)
    assert come(client, network, start=link, email="ny@landsby.example").status_code == 403
    assert not User.objects.filter(email="ny@landsby.example").exists()


def test_an_invitation_opens_nobody_elses_account(client, north, network, link):
    theirs = User.objects.create_user("ny@landsby.example", PASSWORD, name="Ny")
    assert come(client, network, start=link, email="ny@landsby.example").status_code == 403
    assert not SocialAccount.objects.exists()
    assert not theirs.memberships.exists()


def test_somebody_known_says_yes_to_an_invitation(client, north, network, link):
    come(client, network, groups=["nurses"])
    assert client.post(link, {"as": User.objects.get(email=VISITOR["email"]).pk}).url == "/p/havneby/"
    assert roles_of(User.objects.get(email=VISITOR["email"])) == {"health_visitor", "pedagogue"}


def test_whoever_is_shut_out_stays_out(client, north, network):
    come(Client(), network, groups=["nurses"])
    User.objects.filter(email=VISITOR["email"]).update(is_active=False)
    for groups in (["nurses"], []):
        page = come(client, network, groups=groups)
        assert page.status_code == 403
        assert "Din konto er lukket" in page.content.decode()


@pytest.mark.parametrize(("vouches", "status"), [(True, 200), (False, 302)])
def test_the_municipality_may_vouch_for_a_second_factor(client, north, network, vouches, status):
    north.has_second_factor = vouches
    for _time in range(1 + vouches):
        come(client, network, groups=["leaders"])
        assert client.get("/p/havneby/").status_code == status


def test_a_municipality_that_has_not_joined_gives_nothing(client, north, network, caplog):
    north.municipality = "0999"
    caplog.set_level("WARNING", logger="landsby.web.partnerships.access.sign_on")
    assert come(client, network, groups=["leaders"]).status_code == 403
    assert "0999" in caplog.text


def test_somebody_who_turns_back_is_told_so(client, north, network):
    away = client.post("/sign-in/north/")
    state = parse_qs(urlsplit(away.url).query)["state"][0]
    back = client.get("/sign-in/north/back/", {"error": "access_denied", "state": state}, follow=True)
    assert "Du er ikke logget ind" in back.content.decode()


def test_an_answer_that_nobody_asked_for_is_refused(client, north, network):
    page = client.get("/sign-in/north/back/", {"code": "given", "state": "made up"})
    assert page.status_code == 401
    assert "Det lykkedes ikke at logge ind" in page.content.decode()
