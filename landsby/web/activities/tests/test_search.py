"""Search in titles, places and notes: the same answers on both databases, and nobody finds what they may not see."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from landsby.web.activities.actions import change_activity, remove_activity
from landsby.web.activities.models import Activity
from landsby.web.activities.tests.factories import an_activity, details
from landsby.web.kit.search import findables, rebuild

pytestmark = pytest.mark.django_db
URL = "/p/havneby/activities/"
TITLES = ("Fyldt hal på Ærø", "Halloween i hallen", "Børn trives ved vandet", "Rim & remser", "Café for forældre")
PLACES = ("Østerhallen", "Sal 3-b", "Havnen/molen", "", "Kærnehuset")
NOTES = ("", "Vi havde græskar med.", "Trivslen var høj", "100 % af børnene kom", "Kaffe, kage - og snak")


@pytest.fixture
def five(blueprint, world, cast):
    """Five activities with words of every sort."""
    told = zip(TITLES, PLACES, NOTES, strict=True)
    by = cast.secretariat
    return [an_activity(blueprint, world, by, title=title, place=place, notes=notes) for title, place, notes in told]


def numbers(words: str) -> list[int]:
    """Which of the five are found, by their place in the lists above."""
    return [TITLES.index(title) for title in Activity.objects.mentioning(words).values_list("title", flat=True)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("hal", {0, 1}),
        ("HALLEN", {0, 1}),
        ("ærø", {0}),
        ("ÆRØ hal", {0}),
        ("aro", set()),
        ("østerhal", {0}),
        ("græskarrene", {1}),
        ("trivsel", {2}),
        ("mistrivsel", {2}),
        ("trivedes vand", {2}),
        ("molen", {2}),
        ("havn", {2}),
        ("havn græskar", set()),
        ("3", {1}),
        ("100 %", {3}),
        ("rim remse", {3}),
        ("CAFÉ", {4}),
        ("cafe", {4}),
        ("kage", {4}),
        ("allen", set()),
        ("børn", {2, 3}),
        ("børnenes", {2, 3}),
        ("?!", set()),
        ("' OR 1=1 --", set()),
        ('"hal" NOT', set()),
        ("hal:* | kage", set()),
    ],
)
def test_words_find_what_begins_with_them(five, words, found):
    assert set(numbers(words)) == found


def test_what_is_changed_is_found_by_its_new_words_alone(five, blueprint, world, cast):
    told = details(blueprint, world, title=TITLES[0], notes="Med ponyer")
    change_activity(activity=five[0], details=told, by=cast.secretariat)
    assert numbers("pony") == [0]
    assert numbers("østerhallen") == []


def test_what_is_removed_is_found_no_more(five, cast):
    remove_activity(activity=five[4], by=cast.secretariat)
    assert numbers("kage") == []


def test_what_is_written_in_bulk_is_found(five):
    Activity.objects.update(place="Fyret")
    assert len(numbers("fyr")) == len(five)


def test_what_was_not_kept_is_not_found(five):
    with transaction.atomic():
        Activity.objects.filter(pk=five[0].pk).update(notes="Fortrudt")
        transaction.set_rollback(True)
    assert numbers("fortrudt") == []


def test_the_index_can_be_made_anew(five):
    before = numbers("hal")
    call_command("rebuild_search", verbosity=0)
    assert numbers("hal") == before


def test_migrate_makes_the_index_anew_where_it_is_gone(five, capsys):
    (what,) = (each for each in findables() if each.model is Activity)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for trigger in what.triggers:
                cursor.execute(f"DROP TRIGGER {trigger}")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"DROP INDEX {what.index}")
    Activity.objects.filter(pk=five[0].pk).update(notes="Bagefter")
    call_command("migrate", "activities", verbosity=0)
    assert numbers("bagefter") == [0]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # FTS5 compares its index with the rows, and says so where they differ.
            cursor.execute(f"INSERT INTO {what.index} ({what.index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 - our own name
    rebuild(what)


def test_nobody_finds_what_they_may_not_see(five, blueprint, world, cast, sign_in):
    an_activity(
        blueprint,
        world,
        cast.secretariat,
        title="Hal langt borte",
        municipality=world.south,
        community=world.bay,
        hosts=(world.bay_school,),
        notes="græskar",
    )
    for words, own, all_of_it in (("hal", 2, 3), ("græskar", 1, 2)):
        assert len(sign_in(cast.daycare_leader).get(f"{URL}?q={words}").context["listing"].page) == own
        assert len(sign_in(cast.secretariat).get(f"{URL}?q={words}").context["listing"].page) == all_of_it
