"""Lists: columns that can be sorted, pages of rows, and exports of exactly what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from landsby.web.kit.alphabet import alphabetical_if_text
from landsby.web.kit.filters import Filter
from landsby.web.kit.problems import Sentence

PER_PAGE = 25
AT_ONCE = 1000


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
class Listing:
    """A chosen set of rows, how it is sorted, and which page of it is wanted.

    The parameters are those of the address: ``sort`` (a column's key, with ``-`` in front for
    descending) and ``page``. What they ask for and the list has not is quietly the default.

    Attributes:
        filter: the choices that the rows were narrowed by; None where there are none to make.
    """

    rows: QuerySet[Any]
    columns: Sequence[Column]
    params: QueryDict
    per_page: int = field(default=PER_PAGE)
    filter: Filter | None = None

    @property
    def sort(self) -> str:
        """The column's key that the list is sorted by now, with its sign, or ""."""
        wanted = self.params.get("sort", "")
        known = {column.key for column in self.columns if column.order_by}
        return wanted if wanted.removeprefix("-") in known else ""

    @cached_property
    def sorted_rows(self) -> QuerySet[Any]:
        """All chosen rows in order; the primary key settles ties so that pages never overlap."""
        if not self.sort:
            return self.rows
        column = next(c for c in self.columns if c.key == self.sort.removeprefix("-"))
        terms = [alphabetical_if_text(self.rows.model, name) for name in (*column.order_by, "pk")]
        return self.rows.order_by(*(term.desc() if self.sort.startswith("-") else term.asc() for term in terms))

    @cached_property
    def page(self) -> Page[Any]:
        """The wanted page of rows."""
        return Paginator(self.sorted_rows, self.per_page).get_page(self.params.get("page"))

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
