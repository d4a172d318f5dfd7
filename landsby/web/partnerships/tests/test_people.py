"""People: the list, giving a role, and ending it."""

from __future__ import annotations

import pytest
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import roles_to_give, standing_in
from landsby.web.partnerships.actions import end_membership, give_membership
from landsby.web.partnerships.models import Invitation, Membership

URL = "/p/havneby/people/"

pytestmark = pytest.mark.django_db


def new(role):
    return f"{URL}new/{role}/"


def test_the_secretariat_sees_everybody_and_that_it_did_is_noted(secretariat, cast):
    page = secretariat.get(URL)
    assert len(page.context["memberships"]) == Membership.objects.count()
    assert "pedagogue@landsby.example" in page.content.decode()
    assert AuditEntry.objects.of_acts(Act.READ).get().thing == "partnerships.membership"


def test_a_leader_sees_the_people_of_their_municipality(leader, cast, world, operator):
    far = User.objects.create_user("far@landsby.example", name="Far Away")
    role = world.programme.roles.get(key="pedagogue")
    give_membership(user=far, role=role, place=world.bay_school, by=operator)
    shown = {membership.user for membership in leader.get(URL).context["memberships"]}
    assert {cast.pedagogue, cast.network_member, cast.project_leader} <= shown
    assert not shown & {far, cast.secretariat, cast.evaluator}


@pytest.mark.parametrize("who", ["pedagogue", "daycare_leader", "steering_member"])
def test_others_do_not_come_in(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert {client.get(url).status_code for url in (URL, f"{URL}new/", new("pedagogue"))} == {403}


def test_roles_are_offered_that_reach_no_further_than_ones_own(cast, world):
    def keys(user):
        return {role.key for role in roles_to_give(standing_in(user, world.programme))}

    assert keys(cast.secretariat) == set(world.programme.roles.values_list("key", flat=True))
    assert keys(cast.project_leader) == keys(cast.secretariat) - {"secretariat", "steering_member", "evaluator"}
    assert keys(cast.pedagogue) == set()


def test_the_role_is_chosen_first(secretariat):
    assert "Sundhedsplejerske" in secretariat.get(f"{URL}new/").content.decode()
    assert secretariat.get(f"{URL}new/?role=pedagogue").url == new("pedagogue")
    assert secretariat.get(f"{URL}new/?role=captain").status_code == 200


def test_the_same_role_is_not_given_twice(secretariat, cast, world):
    sent = {"email": "Pedagogue@landsby.example", "name": "P", "place": world.daycare.pk}
    response = secretariat.post(new("pedagogue"), sent)
    assert "allerede" in str(response.context["form"].errors["email"])
    assert secretariat.post(new("pedagogue"), {**sent, "place": world.hill_daycare.pk}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "field"), [({"email": "x"}, "email"), ({"name": ""}, "name"), ({"place": "999999"}, "place")]
)
def test_what_is_wrong_stands_at_its_field_and_nobody_is_invited(secretariat, world, changes, field):
    sent = {"email": "ny@landsby.example", "name": "Ny", "place": world.daycare.pk, **changes}
    response = secretariat.post(new("pedagogue"), sent)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Invitation.objects.exists()


def test_a_leader_gives_roles_in_their_own_municipality_only(leader, world):
    sent = {"email": "ny@landsby.example", "name": "Ny"}
    assert leader.post(new("pedagogue"), {**sent, "place": world.bay_school.pk}).status_code == 422
    assert leader.post(new("project_leader"), {**sent, "place": world.south.pk}).status_code == 422
    assert leader.post(new("pedagogue"), {**sent, "place": world.school.pk}).status_code == 200
    assert leader.get(new("secretariat")).status_code == 404


def test_a_role_is_ended_and_what_it_opened_is_closed(secretariat, cast, sign_in):
    membership = cast.pedagogue.memberships.get()
    response = secretariat.post(f"{URL}{membership.pk}/end/", follow=True)
    assert "er ikke længere" in response.content.decode()
    membership.refresh_from_db()
    assert membership.ended_on == timezone.localdate()
    cast.pedagogue.refresh_from_db()
    assert sign_in(cast.pedagogue).get("/p/havneby/actors/").status_code == 404


def test_ending_a_role_is_asked_about_first(secretariat, cast):
    membership = cast.pedagogue.memberships.get()
    url = f"{URL}{membership.pk}/end/"
    assert url in secretariat.get(URL).content.decode()
    assert "Ja, afslut" in secretariat.get(url).content.decode()
    membership.refresh_from_db()
    assert membership.ended_on is None


def test_the_last_who_can_give_access_stays(secretariat, cast, operator):
    own = cast.secretariat.memberships.get()
    end_membership(membership=operator.memberships.get(), by=operator)
    with pytest.raises(Blocked):
        end_membership(membership=own, by=operator)
    response = secretariat.post(f"{URL}{own.pk}/end/")
    assert response.status_code == 422
    assert "den sidste" in response.content.decode()
    own.refresh_from_db()
    assert own.ended_on is None


def test_who_is_shut_out_gets_no_role(secretariat, cast, world):
    User.objects.filter(pk=cast.stranger.pk).update(is_active=False)
    sent = {"email": "stranger@landsby.example", "name": "S", "place": world.daycare.pk}
    response = secretariat.post(new("pedagogue"), sent)
    assert response.status_code == 422
    assert "konto er lukket" in str(response.context["form"].errors["email"])
    assert not Invitation.objects.exists()


def test_nobody_is_invented_in_the_address(secretariat):
    assert secretariat.post(f"{URL}999999/end/").status_code == 404


def test_queries_do_not_grow_with_people(secretariat, world, operator, queries):
    few = queries(secretariat, URL)
    role = world.programme.roles.get(key="pedagogue")
    for number in range(12):
        user = User.objects.create_user(f"p{number}@landsby.example", name=f"P {number}")
        give_membership(user=user, role=role, place=world.daycare if number % 2 else world.school, by=operator)
    assert queries(secretariat, URL) == few
