"""Two who answer, or write the rota, at the same time: one of them is heard, and the rota holds together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from landsby.web.halls.actions import RotaLine, accept_swap, ask_swap, decline_swap, fill_rota
from landsby.web.halls.models import Swap
from landsby.web.halls.tests.factories import a_season, another_club, give, openings_of
from landsby.web.kit.problems import Blocked

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def connections_of_their_own(folder: Path) -> Iterator[None]:
    """Let threads meet in the database as requests do in production.

    The suite's SQLite lies in memory, where threads do not queue; for as long as they run it lies in a file.
    """
    if connection.vendor != "sqlite":
        yield
        return
    memory, on_disk = connection.connection, sqlite3.connect(folder / "races.sqlite3")
    memory.backup(on_disk)
    in_memory, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], folder / "races.sqlite3"
    try:
        yield
    finally:
        connection.settings_dict["NAME"] = in_memory
        on_disk.execute("PRAGMA journal_mode=DELETE")
        on_disk.backup(memory)
        on_disk.close()


Together = Callable[..., list[object]]


@pytest.fixture
def at_once(tmp_path: Path) -> Together:
    """Runs actions that all begin together; gives what each gave, or the refusal that it met."""

    def together(*actions: Callable[[], object]) -> list[object]:
        start = Barrier(len(actions))

        def run(action: Callable[[], object]) -> object:
            try:
                start.wait(timeout=20)
                return action()
            except Blocked as refusal:
                return refusal
            finally:
                connection.close()

        with connections_of_their_own(tmp_path), ThreadPoolExecutor(len(actions)) as pool:
            return list(pool.map(run, actions))

    return together


@pytest.fixture
def rowers(world, operator):
    return another_club(world, operator)


@pytest.fixture
def season(blueprint, world, operator, rowers):
    made = a_season(blueprint, world, operator, associations=(world.club, rowers))
    give(made, openings_of(made), (world.club,), operator)
    return made


def test_yes_and_no_at_once_is_one_of_them(at_once, season, world, rowers, operator):
    swap = ask_swap(opening=openings_of(season)[0], giver=world.club, taker=rowers, by=operator)
    answers = at_once(lambda: accept_swap(swap=swap, by=operator), lambda: decline_swap(swap=swap, by=operator))
    assert sum(isinstance(answer, Blocked) for answer in answers) == 1
    swap.refresh_from_db()
    hosts = openings_of(season)[0].hosts
    assert hosts == ([rowers] if swap.status == "accepted" else [world.club])


def test_two_clicks_on_yes_change_the_rota_once(at_once, season, world, rowers, operator):
    swap = ask_swap(opening=openings_of(season)[0], giver=world.club, taker=rowers, by=operator)
    answers = at_once(*[lambda: accept_swap(swap=swap, by=operator)] * 4)
    assert sum(isinstance(answer, Swap) for answer in answers) == 1
    assert openings_of(season)[0].hosts == [rowers]


def test_a_yes_and_the_coordinator_at_once_never_mix(at_once, season, world, rowers, operator):
    opening = openings_of(season)[0]
    swap = ask_swap(opening=opening, giver=world.club, taker=rowers, by=operator)
    lines = {opening.pk: RotaLine(was=(world.club.pk,), becomes=())}
    answers = at_once(
        lambda: accept_swap(swap=swap, by=operator),
        lambda: fill_rota(season=season, lines=lines, actors=[], by=operator),
    )
    accepted, filled = (not isinstance(answer, Blocked) for answer in answers)
    assert (accepted, filled) in ((True, False), (False, True))
    assert openings_of(season)[0].hosts == ([rowers] if accepted else [])


def test_two_who_ask_about_the_same_duty_at_once_ask_once(at_once, season, world, rowers, operator):
    opening = openings_of(season)[0]
    ask = {"opening": opening, "giver": world.club, "taker": rowers, "by": operator}
    at_once(lambda: ask_swap(**ask), lambda: ask_swap(**ask))
    assert Swap.objects.asked().count() == 1
