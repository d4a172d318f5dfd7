"""Who may ask for what: every address, as every person, against the table in `permissions.txt`."""

from __future__ import annotations

from http.cookies import SimpleCookie
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client

from landsby.web.accounts.models import User
from tests.architecture.addresses import Address, addresses, url_of
from tests.architecture.source import ROOT, none_of

TABLE = ROOT / "tests" / "architecture" / "permissions.txt"
PERSONS = (
    "nobody stranger operator secretariat project_leader steering_member evaluator health_visitor leisure_consultant "
    "network_member daycare_leader school_leader pedagogue association"
).split()
"""The columns of the table, which abbreviates them to four letters."""

NOT_OFFERED = 405

Row = tuple[str, str, str]
"""An address's name, a method, and a place."""


def declared() -> dict[Row, list[int]]:
    """The table: for each row the statuses in the order of `PERSONS`."""
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    head, *rows = [line for line in lines if line]
    assert head == ["address", "method", "place", *(person[:4] for person in PERSONS)]
    return {(name, method, place): [int(status) for status in told] for name, method, place, *told in rows}


def as_line(row: Row, statuses: list[int]) -> str:
    """A row as the table writes it."""
    name, method, place = row
    return f"{name:<31} {method:<6} {place:<5}" + "".join(f"{status:>5}" for status in statuses)


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
def persons(cast: SimpleNamespace) -> list[User | None]:
    """The cast in the order of the table, with somebody who runs the installation and is a member of nothing."""
    operator = User.objects.create_superuser("operator@landsby.example", name="Operator")
    return [None, *(getattr(cast, who, operator) for who in PERSONS[1:])]


@pytest.fixture
def answers(
    persons: list[User | None], things: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> dict[Row, list[int]]:
    """What every address answers to every person. Methods that an address does not offer are left out.

    Only the status is looked at, so no page is drawn.
    """
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *_, **__: "")
    clients = [_signed_in(who) for who in persons]
    found = {}
    for address in addresses():
        for method in ("GET", "POST"):
            if _status(address, method, address.places[0], clients[1], things) == NOT_OFFERED:
                continue
            for place in address.places:
                row = (address.name, method, place or "-")
                found[row] = [_status(address, method, place, client, things) for client in clients]
    return found


def _signed_in(who: User | None) -> Client:
    """Signed in once for all addresses: what an answer does to the session is taken back with the rest."""
    client = Client()
    if who is not None:
        client.force_login(who)
    return client


def _status(address: Address, method: str, place: str, client: Client, things: SimpleNamespace) -> int:
    """The status of one answer; what it wrote is taken back. A form is sent with nothing that it asks for."""
    before = SimpleCookie({name: morsel.value for name, morsel in client.cookies.items()})
    with transaction.atomic():
        url = url_of(address, place, things)
        # To `get` a dictionary would take the place of what the address asks.
        asked = client.get(url) if method == "GET" else client.post(url, {"not": "asked for"})
        status = asked.status_code
        transaction.set_rollback(True)
    client.cookies = before
    return status


@pytest.mark.once
@pytest.mark.django_db
def test_every_address_answers_everybody_as_declared(answers):
    none_of(differences(declared(), answers))


def test_every_row_is_whole():
    assert {len(statuses) for statuses in declared().values()} == {len(PERSONS)}


OPEN_TO_ALL = {
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_login_webauthn",
    "socialaccount_login_cancelled",
    "activities:feed",
    "home:front",
    "home:personas",
    "kit:accessibility",
    "kit:data_policy",
    "kit:device",
    "kit:health",
    "kit:language",
    "kit:manifest",
    "kit:service_worker",
    "partnerships:invitation",
}


def test_nobody_comes_further_than_the_open_pages():
    table = declared()
    inside = {row: statuses for row, statuses in table.items() if row[0] not in OPEN_TO_ALL}
    assert [row for row, (nobody, *_) in inside.items() if nobody not in (302, 404)] == []


def test_neither_stranger_nor_operator_is_told_that_a_programme_exists():
    table = declared()
    routes = {address.name: address for address in addresses()}
    inside = [row for row in table if "slug" in routes[row[0]].parameters or "pk" in routes[row[0]].parameters]
    assert len(inside) > 20
    assert [row for row in inside if set(table[row][1:3]) != {404}] == []


def test_a_planted_address_and_a_planted_change_are_found():
    table = {("garden:bed", "GET", "here"): [302, 404, 200]}
    opened = {("garden:bed", "GET", "here"): [302, 200, 200], ("garden:dig", "POST", "here"): [302, 404, 200]}
    assert [line.split(":")[0] for line in differences(table, opened)] == ["in no table", "is now"]
    assert [line.split(":")[0] for line in differences(table, {})] == ["no longer there"]


READS_ONLY = ("steering_member",)
ONES_OWN = (
    "account_",
    "accounts:",
    "activities:feed",
    "kit:language",
    "mfa_",
    "openid_connect",
    "partnerships:invitation",
)
"""How the addresses begin by which somebody changes what is their own and nothing else: an account, a secret link."""


OWN_WORK = {"evaluator": ("evaluations:", "indicators:")}
"""What somebody writes who otherwise only reads: an evaluator runs evaluations, and keeps indicators."""


@pytest.mark.parametrize("person", READS_ONLY)
def test_who_only_reads_can_send_nothing_to_a_programme(person):
    column = PERSONS.index(person)
    sent = {row[0]: statuses[column] for row, statuses in declared().items() if row[1] == "POST"}
    assert len(sent) > 40
    let_through = {name for name, status in sent.items() if status not in (403, 404)}
    assert {name for name in let_through if not name.startswith(ONES_OWN + OWN_WORK.get(person, ()))} == set()
