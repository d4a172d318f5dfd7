"""A table of what was held: read as it is usually written, told of by row and column, stored whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsby.web.activities.models import Activity, Part
from landsby.web.activities.status import Status
from landsby.web.activities.tables import MOST_ROWS, day_told, rows_pasted
from landsby.web.activities.tests.factories import an_activity
from landsby.web.partnerships.actions import add_actor

pytestmark = pytest.mark.django_db

A_DAY = timezone.localdate() - timedelta(days=20)
ROW = {"day": A_DAY.isoformat(), "kind": "Krabbefiskeri", "host": "Muslingen (Quay)", "count": "12", "words": ""}


def table(*rows, page=None, **more):
    """A table as the browser sends it: cells of rows that were left out are empty but for the host."""
    sent = {"client_key": str(page or uuid4()), **more}
    for number in range(1, MOST_ROWS + 1):
        row = rows[number - 1] if number <= len(rows) else {"host": ROW["host"]}
        sent |= {f"row-{number}-{name}": row.get(name, "") for name in ROW}
    return sent


@pytest.fixture
def send(world, sign_in):
    """Sends a table as somebody; gives the answer."""
    address = reverse("activities:bulk", args=[world.programme.slug])
    return lambda who, sent: sign_in(who).post(address, sent)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-03", date(2026, 5, 3)),
        ("3-5-2026", date(2026, 5, 3)),
        ("03.05.26", date(2026, 5, 3)),
        ("3/5", date(2026, 5, 3)),
        ("3. 5.", date(2026, 5, 3)),
        ("24/12", date(2025, 12, 24)),
        ("29/2", date(2024, 2, 29)),
        ("31/4", None),
        ("32-1-2026", None),
        ("maj", None),
        ("", None),
        ("1" * 400, None),
    ],
)
def test_a_day_is_read_as_it_is_usually_written(text, day):
    assert day_told(text, date(2026, 11, 21)) == day


def test_a_spreadsheets_cells_become_rows():
    assert rows_pasted('3/5\tKrabber\tHus\t12\t"Ved broen"\n\n4/5\tKrabber\r\n') == [
        {"day": "3/5", "kind": "Krabber", "host": "Hus", "count": "12", "words": "Ved broen"},
        {"day": "4/5", "kind": "Krabber"},
    ]


def test_the_rows_are_stored_as_held(send, cast, world):
    rows = [ROW, {**ROW, "kind": "crab FISHING", "host": "muslingen", "count": "0", "words": "Rejer"}]
    answer = send(cast.daycare_leader, table(*rows))
    assert answer.status_code == 302
    assert f"from={A_DAY.isoformat()}" in answer.url
    first, second = Activity.objects.order_by("pk")
    assert (first.title, first.children, first.status, first.starts_on) == ("Krabbefiskeri", 12, Status.HELD, A_DAY)
    assert (second.title, second.children, second.community) == ("Rejer", 0, world.quay)
    assert [(link.actor, link.part) for link in first.involvements.all()] == [(world.daycare, Part.HOST)]
    assert [link.goal for link in first.goals.all()] == ["wet_feet"]


@pytest.mark.parametrize(
    ("told", "column"),
    [
        ({"day": "i går"}, "day"),
        ({"day": (timezone.localdate() + timedelta(days=2)).isoformat()}, "day"),
        ({"kind": "Svømning"}, "kind"),
        ({"kind": "Sejlerhold"}, "kind"),
        ({"host": "Ingen"}, "host"),
        ({"host": "Bugtskolen"}, "host"),
        ({"host": ""}, "host"),
        ({"count": "12,5"}, "count"),
        ({"count": ""}, "count"),
        ({"words": "010190-1234"}, "words"),
    ],
)
def test_one_wrong_cell_is_told_by_row_and_column_and_nothing_is_stored(send, cast, told, column):
    answer = send(cast.daycare_leader, table({**ROW, "words": "Den gode"}, {**ROW, **told}))
    assert answer.status_code == 422
    assert [(number, field.name) for number, field, _ in answer.context["wrongs"]] == [(2, column)]
    assert 'value="Den gode"' in answer.content.decode()
    assert not Activity.objects.exists()


def test_two_hosts_of_one_name_are_asked_about(send, cast, world, operator):
    for place in (world.quay, world.hill):
        add_actor(
            programme=world.programme,
            kind="kindergarten",
            name="Bølgen",
            community=place,
            municipality=world.north,
            by=operator,
        )
    answer = send(cast.project_leader, table({**ROW, "host": "Bølgen"}))
    assert "Bølgen (Hill); Bølgen (Quay)" in answer.content.decode()
    assert send(cast.project_leader, table({**ROW, "host": "Bølgen (Hill)"})).status_code == 302


def test_the_same_page_sent_twice_is_stored_once_and_a_mended_row_is_added(send, cast):
    page = uuid4()
    for _again in range(2):
        assert send(cast.daycare_leader, table(ROW, {**ROW, "count": "3"}, page=page)).status_code == 302
    assert Activity.objects.count() == 2
    assert send(cast.daycare_leader, table(ROW, {**ROW, "count": "4"}, page=page)).status_code == 302
    assert sorted(one.children for one in Activity.objects.all()) == [3, 4, 12]


def test_twins_are_asked_about_before_they_are_stored(send, cast, world, blueprint):
    an_activity(blueprint, world, cast.pedagogue, starts_on=A_DAY, title="Krabbefiskeri", counts={"children": 12})
    answer = send(cast.daycare_leader, table(ROW))
    assert answer.status_code == 422
    assert "Den ligner en, der er gemt." in answer.content.decode()
    both = table({**ROW, "count": "5"}, {**ROW, "count": "5"})
    assert "Den er magen til række 1." in send(cast.daycare_leader, both).content.decode()
    assert Activity.objects.count() == 1
    assert send(cast.daycare_leader, {**both, "anyway": "yes"}).status_code == 302
    assert Activity.objects.count() == 3


def test_a_spreadsheet_fills_the_table_and_stores_nothing(send, cast):
    text = "\n".join(f"{day}/5\tKrabbefiskeri\t\t{day}\tNr. {day}" for day in range(1, 4))
    page = send(cast.daycare_leader, table(fill="yes", pasted=text)).content.decode()
    for cell in ('value="3/5"', 'value="Krabbefiskeri"', 'value="Nr. 3"', 'value="Muslingen (Quay)"'):
        assert cell in page
    assert 'class="form-error-message"' not in page
    assert not Activity.objects.exists()
    many = "\n".join(["1/5\tKrabbefiskeri"] * (MOST_ROWS + 1))
    assert "Du indsatte 41." in send(cast.daycare_leader, table(fill="yes", pasted=many)).content.decode()


def test_an_empty_table_is_sent_back(send, cast):
    assert send(cast.daycare_leader, table()).status_code == 422
    assert send(cast.daycare_leader, {"client_key": "x"}).status_code == 422


def test_nothing_is_stored_when_one_of_them_fails(send, cast, monkeypatch):
    from django.db import IntegrityError

    from landsby.web.activities.actions import together

    real, stored = together.register_activity, []

    def second_fails(**told):
        if stored:
            raise IntegrityError
        stored.append(real(**told))
        return stored[0]

    monkeypatch.setattr(together, "register_activity", second_fails)
    answer = send(cast.daycare_leader, table(ROW, {**ROW, "count": "3"}))
    assert answer.status_code == 422
    assert len(stored) == 1
    assert not Activity.objects.exists()


def test_the_page_asks_as_often_for_a_full_table_as_for_an_empty_one(cast, world, sign_in, blueprint, operator):
    client, address = sign_in(cast.project_leader), reverse("activities:bulk", args=["havneby"])

    def asked():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    few = asked()
    for number in range(12):
        add_actor(
            programme=world.programme,
            kind="school",
            name=f"S{number}",
            community=world.hill,
            municipality=world.north,
            by=operator,
        )
    assert asked() == few
