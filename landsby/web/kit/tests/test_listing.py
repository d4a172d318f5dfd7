"""Lists: sorting, paging and what is exported."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from landsby.web.kit.listing import Column, InTurn, Listing
from landsby.web.kit.models import AuditEntry

pytestmark = pytest.mark.django_db

COLUMNS = [
    Column("label", "Hvad", lambda entry: entry.label, ("label",)),
    Column("author", "Hvem", lambda entry: entry.author),
    Column("thing", "Slags", lambda entry: entry.thing, ("thing",), export_only=True),
]


@pytest.fixture
def entries():
    """Seven entries, two of which share a label."""
    for label in "BACADEF":
        AuditEntry.objects.create(label=label, author="x", act="read", thing="t")
    return AuditEntry.objects.order_by("pk")


def listing(entries, query="", per_page=3):
    return Listing(entries, COLUMNS, QueryDict(query), per_page)


def labels(rows):
    return "".join(entry.label for entry in rows)


def test_unsorted_it_keeps_its_own_order(entries):
    assert labels(listing(entries).sorted_rows) == "BACADEF"


def test_a_heading_sorts_up_then_down(entries):
    assert labels(listing(entries, "sort=label").sorted_rows) == "AABCDEF"
    assert labels(listing(entries, "sort=-label").sorted_rows) == "FEDCBAA"
    assert [h["next"] for h in listing(entries, "sort=label").headings] == ["-label", "author"]


@pytest.mark.parametrize("query", ["sort=author", "sort=password", "sort=--label"])
def test_what_cannot_be_sorted_by_is_ignored(entries, query):
    assert labels(listing(entries, query).sorted_rows) == "BACADEF"


@pytest.mark.parametrize(("query", "shown"), [("", "BAC"), ("page=2", "ADE"), ("page=99", "F"), ("page=x", "BAC")])
def test_pages(entries, query, shown):
    assert labels(listing(entries, query).page) == shown


def test_the_export_holds_all_rows_and_all_columns(entries):
    rows = list(listing(entries, "page=2").cells())
    assert len(rows) == 7
    assert rows[0] == ["B", "x", "t"]
    assert [h["title"] for h in listing(entries).headings] == ["Hvad", "Hvem"]


def test_text_is_sorted_in_danish(entries):
    for label in ("åben", "Ærø", "Øster"):
        AuditEntry.objects.create(label=label, author="x", act="read", thing="t")
    told = [entry.label for entry in listing(entries.all(), "sort=label").sorted_rows]
    assert told[-3:] == ["Ærø", "Øster", "åben"]


@pytest.mark.parametrize("size", range(1, 9))
def test_sets_in_turn_are_paged_as_one(entries, size):
    parts = [entries.filter(label__lte="B"), entries.filter(label="X"), entries.filter(label__gt="B")]
    in_turn = InTurn(parts)
    whole = labels(in_turn)
    assert whole == "BAACDEF"
    assert labels(in_turn.iterator(chunk_size=2)) == whole
    assert in_turn.count() == len(whole)
    for start in range(9):
        assert labels(in_turn[start : start + size]) == whole[start : start + size]


def test_more_than_anybody_reads_is_not_counted_to_the_last(entries, monkeypatch):
    monkeypatch.setattr("landsby.web.kit.listing.MOST_COUNTED", 6)
    of_many = listing(entries, "page=99")
    assert of_many.found == "mere end 6"
    assert labels(of_many.page) == "ADE"
    assert of_many.page.paginator.num_pages == 2
    assert len(list(of_many.cells())) == 7
    monkeypatch.setattr("landsby.web.kit.listing.MOST_COUNTED", 7)
    assert listing(entries).found == "7"
