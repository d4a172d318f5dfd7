"""Rows that many tests begin with are made once, by the product's own actions, and laid out again for each test.

A layer is what one fixture writes on top of the fixtures below it. The first test that asks for a layer has it
written; its new rows are kept, and later tests get copies of them in a few statements.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

Rows = dict[type[models.Model], dict[Any, models.Model]]


@dataclass
class Layer:
    """What one fixture wrote, and which of its rows it gave names to."""

    rows: Rows
    names: Mapping[str, tuple[type[models.Model], Any]]
    statements: list[tuple[str, Any]] = field(default_factory=list)
    """How the rows are written, put together when they are first laid out."""

    def lay_out(self) -> dict[str, models.Model]:
        """Write the rows as they were first written; gives back copies of the named ones."""
        with transaction.atomic():  # the tables come in no order: a row may be written before what it points to
            if self.statements:
                self._say_again()
            else:
                self._put_together()
        return {name: _copy(self.rows[model][key]) for name, (model, key) in self.names.items()}

    def _put_together(self) -> None:
        def hear(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith("INSERT"):
                self.statements.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(hear):
            for model, rows in self.rows.items():
                model._base_manager.bulk_create([_copy(row) for row in rows.values()])

    def _say_again(self) -> None:
        with connection.cursor() as cursor:
            for sql, params in self.statements:
                cursor.execute(sql, params)


class Once:
    """The layers that have been written so far in this process."""

    def __init__(self) -> None:
        self._layers: dict[str, Layer] = {}

    def lay_out(self, name: str, write: Callable[[], Mapping[str, models.Model]]) -> Mapping[str, models.Model]:
        """What `write` gives, by name: written by it the first time, laid out again from then on.

        Raises:
            AssertionError: when `write` changes rows of the layers below, which a copy would not show.
        """
        if name in self._layers:
            return self._layers[name].lay_out()
        before = _rows()
        _leave_room(len(self._layers) + 1)
        named = write()
        after = _rows()
        for model, rows in before.items():
            assert all(_same(row, after[model].get(key)) for key, row in rows.items()), f"{name} changes {model}"
        new = {
            model: {key: row for key, row in rows.items() if key not in before[model]} for model, rows in after.items()
        }
        names = {key: (type(row), row.pk) for key, row in named.items()}
        self._layers[name] = Layer({model: rows for model, rows in new.items() if rows}, names)
        return named


def _rows() -> Rows:
    """Every row of every table, by its key."""
    everything = apps.get_models(include_auto_created=True)
    return {model: {row.pk: row for row in model._base_manager.all()} for model in everything if _is_ours(model)}


def _is_ours(model: type[models.Model]) -> bool:
    """Does the product write it? What `migrate` writes is there for every test."""
    return model._meta.managed and not model._meta.proxy and model._meta.app_label not in ("contenttypes", "auth")


def _same(row: models.Model, now: models.Model | None) -> bool:
    columns = [field.attname for field in row._meta.concrete_fields]
    return now is not None and all(getattr(row, column) == getattr(now, column) for column in columns)


def _copy(row: models.Model) -> models.Model:
    """The row as if just read: without what it has looked up since."""
    fresh = copy.copy(row)
    fresh._state = models.base.ModelState()
    fresh._state.adding, fresh._state.db = False, row._state.db
    return fresh


def _leave_room(layer: int) -> None:
    """Let the layer's numbers begin where no test that stops below it will reach.

    SQLite takes numbers back with the rows; PostgreSQL never gives one twice.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sqlite_sequence")
        cursor.executemany(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)",
            [(table, layer * 1_000_000) for table in connection.introspection.table_names(cursor)],
        )
