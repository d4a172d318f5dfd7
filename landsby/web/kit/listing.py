"""Lists: columns that can be sorted, pages of rows, and exports of exactly what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from landsby.web.kit.alphabet import alphabetical_if_text
from landsby.web.kit.filters import Filter
from landsby.web.kit.problems import Sentence

PER_PAGE = 25
AT_ONCE = 1000
MOST_COUNTED = 10_000
"""More rows than this are not counted to the last, nor paged through: nobody reads so many, and to count a million
takes longer than to show them."""

FEW = 5000
"""So many rows are sorted in no time, and named by their keys in one question."""


@dataclass(frozen=True)
class Column:
    """One column of a list.

    Attributes:
        value: the cell's plain value for a row, as the export writes it.
        order_by: the fields that sort by it, ascending; none means that it cannot be sorted.
        is_number: right-aligned, with separators.
        export_only: not shown on screen, for what is too long there.
    """

    key: str
    title: Sentence
    value: Callable[[Any], Any]
    order_by: tuple[str, ...] = ()
    is_number: bool = False
    export_only: bool = False


@dataclass(frozen=True)
class InTurn:
    """Sets of rows one after the other, each in its own order, which an index of the database may serve."""

    parts: Sequence[QuerySet[Any]]

    def __getitem__(self, wanted: slice) -> list[Any]:
        """The rows from `wanted.start` up to, not including, `wanted.stop`."""
        start, stop = wanted.start or 0, wanted.stop
        rows: list[Any] = []
        for part in self.parts:
            if stop <= start:
                break
            found = list(part[start:stop])
            rows += found
            # What the part has in front of the wanted rows is counted only where the next part is asked for.
            passed = len(found) + start if found or not start else part.order_by()[:start].count()
            start, stop = max(0, start - passed), stop - passed
        return rows

    def __iter__(self) -> Iterator[Any]:
        """All rows."""
        return chain.from_iterable(self.parts)

    def iterator(self, chunk_size: int) -> Iterator[Any]:
        """All rows, without holding them all at once."""
        return chain.from_iterable(part.iterator(chunk_size=chunk_size) for part in self.parts)

    def count(self) -> int:
        """How many there are."""
        return sum(part.count() for part in self.parts)


@dataclass(frozen=True)
class _Looked:
    """Rows of which a page is looked up by their keys.

    What a row is shown with is joined to the rows of one page alone: joined to all, a database may begin with
    the wrong table and sort a million rows to show twenty-five.
    """

    rows: QuerySet[Any]
    in_order: QuerySet[Any] | InTurn
    are_few: bool

    def __getitem__(self, wanted: slice) -> list[Any]:
        parts = self.in_order.parts if isinstance(self.in_order, InTurn) else [self.in_order]
        if self.are_few:  # found first and sorted after, lest an order is walked through in search of them
            keys = list(self.rows.order_by().values_list("pk", flat=True))
            parts = [part.filter(pk__in=keys) for part in parts]
        plain = [part.select_related(None).prefetch_related(None).values_list("pk", flat=True) for part in parts]
        keys = InTurn(plain)[wanted]
        found = {row.pk: row for row in self.rows.filter(pk__in=keys)}
        return [found[key] for key in keys]


class _Paginator(Paginator[Any]):
    """Pages of rows that were counted elsewhere."""

    def __init__(self, rows: Any, per_page: int, count: int) -> None:
        super().__init__(rows, per_page)
        self.__dict__["count"] = count


@dataclass(frozen=True)
class Listing:
    """A chosen set of rows, how it is sorted, and which page of it is wanted.

    The parameters are those of the address: ``sort`` (a column's key, with ``-`` in front for
    descending) and ``page``. What they ask for and the list has not is quietly the default.

    Attributes:
        filter: the choices that the rows were narrowed by; None where there are none to make.
        unsorted: the same rows in the order that they have until a column is chosen, where that takes several sets.
    """

    rows: QuerySet[Any]
    columns: Sequence[Column]
    params: QueryDict
    per_page: int = field(default=PER_PAGE)
    filter: Filter | None = None
    unsorted: InTurn | None = None

    @property
    def sort(self) -> str:
        """The column's key that the list is sorted by now, with its sign, or ""."""
        wanted = self.params.get("sort", "")
        known = {column.key for column in self.columns if column.order_by}
        return wanted if wanted.removeprefix("-") in known else ""

    @cached_property
    def sorted_rows(self) -> QuerySet[Any] | InTurn:
        """All chosen rows in order; the primary key settles ties so that pages never overlap."""
        if not self.sort:
            return self.unsorted or self.rows
        column = next(c for c in self.columns if c.key == self.sort.removeprefix("-"))
        terms = [alphabetical_if_text(self.rows.model, name) for name in (*column.order_by, "pk")]
        return self.rows.order_by(*(term.desc() if self.sort.startswith("-") else term.asc() for term in terms))

    @cached_property
    def page(self) -> Page[Any]:
        """The wanted page of rows."""
        count, _is_all = self._counted
        rows = _Looked(self.rows, self.sorted_rows, are_few=count <= FEW)
        return _Paginator(rows, self.per_page, count).get_page(self.params.get("page"))

    @cached_property
    def _counted(self) -> tuple[int, bool]:
        """How many rows there are, and whether that is all of them; beyond `MOST_COUNTED` nobody counts on."""
        found = self.rows.order_by()[: MOST_COUNTED + 1].count()
        return min(found, MOST_COUNTED), found <= MOST_COUNTED

    @property
    def found(self) -> str:
        """How many rows there are, for people."""
        count, is_all = self._counted
        told = number_format(count, use_l10n=True, force_grouping=True)
        return told if is_all else _("mere end %(count)s") % {"count": told}

    @property
    def page_numbers(self) -> list[int | str]:
        """The page numbers to show, with dots for those left out."""
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1))

    @property
    def headings(self) -> list[dict[str, Any]]:
        """The headings on screen: title, state of sorting, and what a click asks for."""
        return [self._heading(column) for column in self.columns if not column.export_only]

    def _heading(self, column: Column) -> dict[str, Any]:
        ascending, descending = self.sort == column.key, self.sort == f"-{column.key}"
        return {
            "title": column.title,
            "is_number": column.is_number,
            "can_sort": bool(column.order_by),
            "state": "ascending" if ascending else "descending" if descending else "none",
            "next": f"-{column.key}" if ascending else column.key,
        }

    def cells(self) -> Iterator[list[Any]]:
        """Every chosen row as the plain values of all columns, in order, without holding them all at once."""
        for row in self.sorted_rows.iterator(chunk_size=AT_ONCE):
            yield [column.value(row) for column in self.columns]
