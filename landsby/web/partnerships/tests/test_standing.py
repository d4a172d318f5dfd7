"""How far a person sees, and that no right reaches further."""

from __future__ import annotations

import pytest

from landsby.web.accounts.models import User
from landsby.web.partnerships.access import actors_seen_by, actors_within, communities_within, places_for, roles_to_give
from landsby.web.partnerships.access.single import standing_in
from landsby.web.partnerships.actions import give_membership
from landsby.web.partnerships.models import Actor, Right, Role

pytestmark = pytest.mark.django_db

ROLES = (
    "secretariat project_leader steering_member daycare_leader school_leader pedagogue health_visitor "
    "leisure_consultant association network_member evaluator"
).split()


@pytest.fixture
def standing(cast, world):
    def of(who):
        return standing_in(User.objects.get(email=f"{who}@landsby.example"), world.programme)

    return of


@pytest.mark.parametrize("without_community", [False, True])
@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize("who", ROLES)
def test_every_right_lies_inside_what_is_seen(standing, world, who, right, without_community):
    if without_community:
        Actor.objects.filter(pk=world.daycare.pk).update(community=None)
    somebody = standing(who)
    reach, seen = somebody.reach(right), somebody.seen
    assert seen.everywhere or (
        not reach.everywhere
        and reach.municipalities <= seen.municipalities
        and reach.communities <= seen.communities
        and reach.actors <= seen.actors
    )
    assert set(actors_within(somebody, right)) <= set(actors_seen_by(somebody))
    assert set(communities_within(somebody, right)) <= set(communities_within(somebody))


@pytest.mark.parametrize("who", ["daycare_leader", "pedagogue"])
def test_what_ones_own_institution_does_elsewhere_is_seen(standing, world, who):
    seen, own = standing(who).seen, world.daycare.pk
    assert seen.covers(municipality=world.south.pk, community=world.bay.pk, actors=[own])
    assert seen.covers(actors=[own])
    assert not seen.covers(municipality=world.south.pk, community=world.bay.pk, actors=[world.bay_school.pk])


def test_a_page_still_calls_the_part_by_the_community(standing, world):
    assert standing("pedagogue").seen_places == [world.quay]


@pytest.fixture
def mixed(world, operator):
    """Somebody who may much in the north, and a little in the whole programme."""
    somebody = User.objects.create_user("mixed@landsby.example", name="Mixed")
    wide = world.programme.roles.create(
        key="greeter",
        title_da="Vært",
        title_en="Greeter",
        scope="programme",
        sees="programme",
        rights=["manage_people"],
    )
    give_membership(user=somebody, role=wide, place=world.programme, by=operator)
    narrow = Role.objects.get(programme=world.programme, key="project_leader")
    give_membership(user=somebody, role=narrow, place=world.north, by=operator)
    return standing_in(somebody, world.programme)


def test_two_memberships_give_no_role_that_neither_covers(mixed):
    given = {role.key for role in roles_to_give(mixed)}
    assert "secretariat" not in given
    assert {"project_leader", "steering_member", "greeter"} <= given
    assert "evaluator" not in given


def test_a_role_is_given_only_where_the_membership_that_covers_it_reaches(mixed, world):
    def places(key):
        return set(places_for(mixed, world.programme.roles.get(key=key)))

    assert places("project_leader") == {world.north}
    assert places("pedagogue") == {world.daycare, world.school, world.club, world.hill_daycare}
    assert places("network_member") == {world.quay, world.hill, world.bay}
    assert places("steering_member") == {world.programme}
