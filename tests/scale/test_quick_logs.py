"""Two hundred at once, on the served product: nothing is lost, nothing doubled, and what was acknowledged stays.

Run by `make bench`, on both databases.
"""

from __future__ import annotations

import http.client
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.scale.served import LOG, Server, Visitor, build_demo, new_database, people_who_log, served, titles_in

pytestmark = pytest.mark.scale

AT_ONCE = 200
SENT_TWICE = 4
"""Every fourth form is sent by an impatient finger: twice, at the same moment."""

KILLED_AFTER = 60


@dataclass(frozen=True)
class Note:
    """A filled-in form that has not been sent."""

    visitor: Visitor
    values: dict[str, str]

    @property
    def title(self) -> str:
        """The few words by which it is known again."""
        return self.values["note"]


@dataclass(frozen=True)
class Receipt:
    """What came of sending a note: acknowledged or not, and after how long."""

    note: Note
    is_acknowledged: bool
    seconds: float


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A small demo in a database of its own."""
    address = new_database(tmp_path, "quick_logs")
    build_demo(address, "--size", "small")
    return address


@pytest.fixture
def server(database: str) -> Iterator[Server]:
    """The product, served."""
    with served(database) as running:
        yield running


def filled_in(port: int, count: int) -> list[Note]:
    """So many forms that are open on so many phones, each filled in."""
    people = people_who_log(port)
    assert len(people) >= 5

    def fill(number: int) -> Note:
        visitor = people[number % len(people)]
        values, _actions = visitor.form(LOG)
        return Note(visitor, {**values, "count": str(1 + number % 30), "note": f"Note {number:03}"})

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(fill, range(count)))


def send(note: Note) -> Receipt:
    """Send one; whoever gets no answer, or another than the receipt, has no acknowledgement."""
    started = time.perf_counter()
    try:
        status, leads_to, _page = note.visitor.post(LOG, note.values)
        acknowledged = status == 302 and leads_to.endswith("/logged/")
    except (OSError, http.client.HTTPException):
        acknowledged = False
    return Receipt(note, acknowledged, time.perf_counter() - started)


def send_all_at_once(notes: list[Note]) -> list[Receipt]:
    """All at the same moment, each from a thread of its own."""
    gate = threading.Barrier(len(notes))

    def wait_and_send(note: Note) -> Receipt:
        gate.wait()
        return send(note)

    with ThreadPoolExecutor(len(notes)) as pool:
        return list(pool.map(wait_and_send, notes))


def stored(database: str) -> Counter[str]:
    """How often each of our notes is stored."""
    return Counter(title for title in titles_in(database) if title.startswith("Note "))


def test_of_two_hundred_at_once_none_is_lost_and_none_is_double(server, database):
    notes = filled_in(server.port, AT_ONCE)
    again = notes[::SENT_TWICE]
    started = time.perf_counter()
    receipts = send_all_at_once([*notes, *again])
    seconds = time.perf_counter() - started
    waits = sorted(receipt.seconds for receipt in receipts)
    _tell(database, f"{len(receipts)} at once in {seconds:.1f} s ({len(receipts) / seconds:.0f} a second)", waits)
    assert [receipt.note.title for receipt in receipts if not receipt.is_acknowledged] == []
    assert stored(database) == Counter(note.title for note in notes)


def test_killing_the_server_loses_nothing_that_was_acknowledged(server, database):
    notes = filled_in(server.port, AT_ONCE)
    acknowledged: set[str] = set()
    enough = threading.Event()

    def send_and_count(note: Note) -> None:
        if send(note).is_acknowledged:
            acknowledged.add(note.title)
        if len(acknowledged) >= KILLED_AFTER:
            enough.set()

    with ThreadPoolExecutor(40) as pool:
        for note in notes:
            pool.submit(send_and_count, note)
        assert enough.wait(60)
        server.kill()
    kept = stored(database)
    assert KILLED_AFTER <= len(acknowledged) < AT_ONCE
    assert acknowledged <= kept.keys()
    server.start()
    unanswered = [note for note in notes if note.title not in acknowledged]
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(send, unanswered))
    _tell(
        database,
        f"killed after {len(acknowledged)} were acknowledged and {len(kept)} stored; {len(unanswered)} sent again",
        sorted(receipt.seconds for receipt in receipts),
    )
    assert all(receipt.is_acknowledged for receipt in receipts)
    assert stored(database) == Counter(note.title for note in notes)


def _tell(database: str, what: str, waits: list[float]) -> None:
    """One line for `make bench`."""
    median, slow = statistics.median(waits) * 1000, waits[int(len(waits) * 0.95) - 1] * 1000
    kind = database.partition(":")[0]
    sys.stdout.write(f"\n{kind}: {what}; waited p50 {median:.0f} ms, p95 {slow:.0f} ms\n")
