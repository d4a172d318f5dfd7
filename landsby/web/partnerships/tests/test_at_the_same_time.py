"""Two who write at the same time, or one who clicks twice: the second works on what the first has stored."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.accounts.actions import add_user
from landsby.web.kit.models import AuditEntry
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.actions import (
    add_contact,
    change_actor,
    close_actor,
    end_contact,
    end_membership,
    form_community,
    give_membership,
    merge_actor,
    rename_actor,
    start_programme,
)
from landsby.web.partnerships.models import Actor, Community, Contact, Membership, Programme

pytestmark = pytest.mark.django_db

DAY = date(2024, 1, 1)


def again(thing):
    """The row as somebody else read it."""
    return type(thing).objects.get(pk=thing.pk)


def test_a_second_closing_is_refused(world, operator):
    stale = again(world.school)
    close_actor(actor=world.school, on=DAY, by=operator)
    with pytest.raises(Blocked):
        close_actor(actor=stale, on=date(2024, 2, 2), by=operator)
    assert Actor.objects.get(pk=stale.pk).closed_on == DAY


def test_an_actor_is_not_merged_into_one_that_has_just_closed(world, operator):
    stale = again(world.school)
    close_actor(actor=world.school, on=DAY, by=operator)
    with pytest.raises(Blocked):
        merge_actor(actor=world.bay_school, into=stale, on=date(2024, 2, 2), by=operator)


def test_two_new_names_keep_both_former_ones(world, operator):
    stale = again(world.school)
    rename_actor(actor=world.school, name="Bølgen", on=DAY, by=operator)
    rename_actor(actor=stale, name="Brisen", on=DAY, by=operator)
    assert {former.name for former in stale.former_names.all()} == {"Kajskolen", "Bølgen"}


def test_two_corrections_of_different_fields_both_hold(world, operator):
    stale = again(world.school)
    change_actor(actor=world.school, town="Havneby", by=operator)
    change_actor(actor=stale, address="Kajen 1", by=operator)
    kept = again(world.school)
    assert (kept.town, kept.address) == ("Havneby", "Kajen 1")


def test_a_membership_ends_once(cast, operator):
    membership = cast.pedagogue.memberships.get()
    stale = again(membership)
    end_membership(membership=membership, by=operator)
    noted = AuditEntry.objects.count()
    end_membership(membership=stale, by=operator)
    assert AuditEntry.objects.count() == noted


def test_a_contact_ends_once(world, operator):
    contact = add_contact(actor=world.school, name="Karen", by=operator)
    stale = again(contact)
    end_contact(contact=contact, by=operator)
    Contact.objects.update(ended_on=DAY)
    end_contact(contact=stale, by=operator)
    assert again(contact).ended_on == DAY


def test_a_second_click_gives_what_the_first_has_stored(world, operator, cast):
    asked = {"municipality": world.north, "name": "Molen", "started_on": DAY, "by": operator}
    assert form_community(**asked) == form_community(**asked)
    assert Community.objects.filter(name="Molen").count() == 1
    add_user(email="Ny@landsby.example", name="Ny", language="da", by=operator)
    with pytest.raises(Blocked):
        add_user(email="ny@landsby.example", name="Ny", language="da", by=operator)
    role = world.programme.roles.get(key="pedagogue")
    before = Membership.objects.count()
    held = give_membership(user=cast.pedagogue, role=role, place=world.daycare, by=operator)
    assert (held, Membership.objects.count()) == (cast.pedagogue.memberships.get(), before)


def test_an_address_that_was_taken_meanwhile_is_refused_in_words(world, operator):
    with pytest.raises(Blocked) as refusal:
        start_programme(slug="havneby", name="Igen", starts_on=DAY, ends_on=None, by=operator)
    assert [(problem.code, problem.field) for problem in refusal.value.problems] == [("slug_taken", "slug")]
    assert Programme.objects.count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file; PostgreSQL locks rows")
def test_the_last_managers_are_counted_behind_a_lock(cast, operator):
    with CaptureQueriesContext(connection) as asked:
        end_membership(membership=cast.pedagogue.memberships.get(), by=operator)
    locked = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"]]
    assert [
        table for table in ("programme", "membership") if any(f"partnerships_{table}" in sql for sql in locked)
    ] == [
        "programme",
        "membership",
    ]
