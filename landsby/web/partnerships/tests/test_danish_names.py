"""Danish names: found whatever the case, one of each in a municipality, and in the order of the alphabet."""

from __future__ import annotations

import pytest

from landsby.web.partnerships.access import is_community_name_taken, programmes_of, standing_in
from landsby.web.partnerships.access.many import actors_seen_by, communities_within
from landsby.web.partnerships.actions import add_actor, add_contact, form_community, join_municipality, rename_actor
from landsby.web.partnerships.models import Actor, Community

pytestmark = pytest.mark.django_db
NAMES = ["Ålykke", "Østerhåb", "Ærø", "Zebra", "anemonen"]


def test_an_actor_is_found_by_its_name_in_another_case(world, operator):
    found = add_actor(programme=world.programme, kind="school", name="Åben Skole på ÆRØ", by=operator)
    for words in ("åben", "SKOLE PÅ", "ærø", "Åben skole på Ærø"):
        assert list(Actor.objects.called(words)) == [found], words


def test_an_actor_is_found_by_what_it_was_called(world, operator):
    rename_actor(actor=world.school, name="Øens Skole", on=world.programme.starts_on, by=operator)
    rename_actor(actor=world.school, name="Havnens Skole", on=world.programme.starts_on, by=operator)
    assert list(Actor.objects.called("øENS")) == [world.school]


def test_a_name_is_taken_whatever_its_case(world, operator):
    day = world.programme.starts_on
    kept = form_community(municipality=world.north, name="Ærø Øst", started_on=day, by=operator)
    assert is_community_name_taken(world.north, "ærø øst")
    assert not is_community_name_taken(world.north, "ÆRØ ØST", except_for=kept)
    assert not is_community_name_taken(world.south, "Ærø Øst")


def test_names_stand_in_the_order_of_the_alphabet(world, cast, operator):
    programme, day = world.programme, world.programme.starts_on
    for code, name in enumerate(NAMES, start=910):
        municipality = join_municipality(programme=programme, code=f"0{code}", name=name, joined_on=day, by=operator)
        form_community(municipality=world.south, name=name, started_on=day, by=operator)
        add_actor(programme=programme, kind="school", name=name, municipality=municipality, by=operator)
        add_contact(actor=world.school, name=name, by=operator)
    standing = standing_in(cast.secretariat, programme)
    in_south = [c.name for c in communities_within(standing) if c.municipality == world.south]
    expected = ["anemonen", "Zebra", "Ærø", "Østerhåb", "Ålykke"]
    for names in (
        in_south,
        [actor.name for actor in actors_seen_by(standing)],
        [one.name for one in programme.municipalities.all()],
        [one.name for one in Community.objects.all() if one.municipality == world.south],
        [contact.name for contact in world.school.contacts.all()],
    ):
        assert [name for name in names if name in NAMES] == expected
    assert list(programmes_of(cast.secretariat)) == [programme]
