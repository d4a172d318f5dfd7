"""Who may ask for what: every address, as every person, against the table in `permissions.txt`."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client

from tests.architecture.addresses import Address, addresses, url_of
from tests.architecture.source import ROOT, none_of

TABLE = ROOT / "tests" / "architecture" / "permissions.txt"
NOBODY = "nobody"
NOT_OFFERED = 405

Row = tuple[str, str, str]
"""An address's name, a method, and a place."""


def declared() -> tuple[list[str], dict[Row, list[int]]]:
    """The persons at the head of the table, and each row's statuses in their order."""
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    head, *rows = [line for line in lines if line]
    return head[3:], {(name, method, place): [int(s) for s in told] for name, method, place, *told in rows}


def as_line(row: Row, statuses: list[int]) -> str:
    """A row as the table writes it."""
    name, method, place = row
    return f"{name:<32}{method:<6}{place:<6}" + "".join(f"{status:>5}" for status in statuses)


def differences(table: dict[Row, list[int]], found: dict[Row, list[int]]) -> list[str]:
    """What the table says and is not so, and what is so and stands in no table."""
    gone = [f"no longer there: {as_line(row, table[row])}" for row in table if row not in found]
    new = [f"in no table:     {as_line(row, found[row])}" for row in found if row not in table]
    other = [
        f"is now:          {as_line(row, found[row])}\n   declared as:  {as_line(row, table[row])}"
        for row in table
        if row in found and table[row] != found[row]
    ]
    return [*gone, *new, *other]


@pytest.fixture
def answers(cast: SimpleNamespace, things: SimpleNamespace) -> dict[Row, list[int]]:
    """What every address answers to every person. Methods that an address does not offer are left out."""
    persons = [getattr(cast, who, None) for who in declared()[0]]
    found = {}
    for address in addresses():
        for method in ("GET", "POST"):
            if _status(address, method, address.places[0], cast.stranger, things) == NOT_OFFERED:
                continue
            for place in address.places:
                row = (address.name, method, place or "-")
                found[row] = [_status(address, method, place, who, things) for who in persons]
    return found


def _status(address: Address, method: str, place: str, who: object, things: SimpleNamespace) -> int:
    """The status of one answer; what it wrote is taken back."""
    with transaction.atomic():
        client = Client()
        if who is not None:
            client.force_login(who)
        status = client.generic(method, url_of(address, place, things)).status_code
        transaction.set_rollback(True)
    return status


@pytest.mark.django_db
def test_every_address_answers_everybody_as_declared(answers):
    _, table = declared()
    none_of(differences(table, answers))


def test_the_table_knows_the_whole_cast():
    persons, table = declared()
    assert persons[:2] == [NOBODY, "stranger"]
    assert len(set(persons)) == len(persons) == 13
    assert {len(statuses) for statuses in table.values()} == {len(persons)}


OPEN_TO_ALL = {
    "accounts:sign_in",
    "home:front",
    "home:personas",
    "kit:accessibility",
    "kit:data_policy",
    "kit:health",
    "kit:language",
}


def test_nobody_comes_further_than_the_open_pages():
    _, table = declared()
    inside = {row: statuses for row, statuses in table.items() if row[0] not in OPEN_TO_ALL}
    assert [row for row, (nobody, *_) in inside.items() if nobody not in (302, 404)] == []


def test_a_stranger_is_not_told_that_a_programme_exists():
    _, table = declared()
    routes = {address.name: address for address in addresses()}
    inside = [row for row in table if "slug" in routes[row[0]].parameters or "pk" in routes[row[0]].parameters]
    assert len(inside) > 20
    assert [row for row in inside if table[row][1] != 404] == []


def test_a_planted_address_and_a_planted_change_are_found():
    table = {("garden:bed", "GET", "here"): [302, 404, 200]}
    opened = {("garden:bed", "GET", "here"): [302, 200, 200], ("garden:dig", "POST", "here"): [302, 404, 200]}
    assert [line.split(":")[0] for line in differences(table, opened)] == ["in no table", "is now"]
    assert [line.split(":")[0] for line in differences(table, {})] == ["no longer there"]
