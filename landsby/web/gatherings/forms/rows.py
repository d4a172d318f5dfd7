"""Rows of fields: the same few questions several times over, of which as many are answered as there is an answer to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django import forms

from landsby.web.kit.forms import Form, ask_for_one_of_several


class RowsForm(Form):
    """A form whose last fields come in rows, named ``<field>_<number>`` from 1."""

    def add_rows(
        self, fields: Mapping[str, Callable[[], forms.Field]], filled: Sequence[Mapping[str, Any]], *, rows: int
    ) -> None:
        """Add rows of fields.

        Args:
            fields: how each field of a row is made, by name.
            filled: what stands in the first rows.
            rows: how many there are in all.
        """
        self.row_names: list[list[str]] = [[f"{name}_{number}" for name in fields] for number in range(1, rows + 1)]
        for number in range(1, rows + 1):
            told = filled[number - 1] if number <= len(filled) else {}
            for name, make in fields.items():
                field = self.fields[f"{name}_{number}"] = make()
                ask_for_one_of_several(field)
                field.initial = told.get(name)
        self.dress()

    @property
    def rows(self) -> list[list[forms.BoundField]]:
        """The rows as they are drawn."""
        return [[self[name] for name in names] for names in self.row_names]

    def told_rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows in which something was told, with their numbers."""
        for number, names in enumerate(self.row_names, start=1):
            row = {name.rsplit("_", 1)[0]: self.cleaned_data.get(name) for name in names}
            if any(value not in (None, "", []) for value in row.values()):
                yield number, row

    def miss(self, number: int, name: str, text: str) -> None:
        """Say that something is missing in a row."""
        self.add_error(f"{name}_{number}", forms.ValidationError(text, code="row_missing"))
