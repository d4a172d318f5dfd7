"""What can be found, and the index of it, on each database.

SQLite keeps an FTS5 table beside the rows, by triggers; PostgreSQL an index of an expression. Both are made,
and made again where they are gone, at the end of `migrate`: to change a table, SQLite is given a new one, and
the triggers of the old one go with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate

WORDS = "landsby_words"
"""The function by which PostgreSQL takes a text apart: at all that is neither a letter nor a digit, in lower case."""

_BETWEEN = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~»«›‹“”„‘’–—…·•§\u00a0\t\r\n"
_UPPER, _LOWER = "ÆØÅÄÖÜÉÈÁÓ", "æøåäöüéèáó"
# The letters are folded here: a database may be built with a locale that knows a-z alone.
_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {WORDS}(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $words$ "
    "SELECT pg_catalog.to_tsvector('pg_catalog.simple'::pg_catalog.regconfig, "
    "pg_catalog.translate(pg_catalog.lower($1), {letters}, {stand_as})) $words$"
)


@dataclass(frozen=True)
class Findable:
    """Some text columns of a table, none of which may be NULL."""

    model: type[models.Model]
    columns: tuple[str, ...]

    @property
    def table(self) -> str:
        """The table of the rows."""
        return self.model._meta.db_table

    @property
    def index(self) -> str:
        """The name of the index; on SQLite, of the table that it is."""
        return f"{self.table}_found"

    @property
    def words(self) -> str:
        """PostgreSQL's expression of the words of a row."""
        return f"{WORDS}(" + " || ' ' || ".join(self.columns) + ")"

    @property
    def triggers(self) -> dict[str, str]:
        """What keeps SQLite's index true, by name."""
        old, new = (", ".join(f"{row}.{column}" for column in self.columns) for row in ("old", "new"))
        columns = ", ".join(self.columns)
        # Only our own names of tables and columns stand in the text.
        remove = f"INSERT INTO {self.index} ({self.index}, rowid, {columns}) VALUES ('delete', old.id, {old});"  # noqa: S608 - see above
        add = f"INSERT INTO {self.index} (rowid, {columns}) VALUES (new.id, {new});"  # noqa: S608 - see above
        differs = " OR ".join(f"old.{column} IS NOT new.{column}" for column in self.columns)
        told = {
            "added": f"INSERT ON {self.table} BEGIN {add} END",
            "removed": f"DELETE ON {self.table} BEGIN {remove} END",
            "changed": f"UPDATE ON {self.table} WHEN {differs} BEGIN {remove} {add} END",
        }
        return {f"{self.index}_{name}": f"CREATE TRIGGER {self.index}_{name} AFTER {sql}" for name, sql in told.items()}


_FINDABLE: dict[type[models.Model], Findable] = {}


def make_findable(model: type[models.Model], *columns: str) -> None:
    """Let rows be found by the words in some columns; for the `ready` of the room's `apps.py`."""
    _FINDABLE[model] = Findable(model, columns)
    post_migrate.connect(_see_to_index, sender=apps.get_app_config(model._meta.app_label), dispatch_uid=model)


def findables() -> Iterator[Findable]:
    """Everything that can be found."""
    yield from _FINDABLE.values()


def findable(model: type[models.Model]) -> Findable:
    """What can be found of a table.

    Raises:
        KeyError: when nothing can.
    """
    return _FINDABLE[model]


def rebuild(what: Findable, *, using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the index anew from the rows."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"DROP INDEX IF EXISTS {what.index}")
            _make_on_postgresql(connection, cursor, what)
        else:
            for name in what.triggers:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            _make_on_sqlite(cursor, what)


def _see_to_index(sender: Any, using: str, **kwargs: Any) -> None:
    """After `migrate`: make what is missing."""
    for what in _FINDABLE.values():
        connection = connections[using]
        tables = connection.introspection.table_names()
        if what.model._meta.app_label != sender.label or what.table not in tables:
            continue
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                _make_on_postgresql(connection, cursor, what)
        elif not _is_whole_on_sqlite(connection, what):
            rebuild(what, using=using)


def _make_on_postgresql(connection: BaseDatabaseWrapper, cursor: Any, what: Findable) -> None:
    translated = {"letters": _UPPER + _BETWEEN, "stand_as": _LOWER + " " * len(_BETWEEN)}
    quoted = {name: "'" + text.replace("'", "''") + "'" for name, text in translated.items()}
    function = _FUNCTION.replace("{letters}", quoted["letters"]).replace("{stand_as}", quoted["stand_as"])
    # An index cannot be made while the checks of references wait for the end of the transaction.
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute(function)
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {what.index} ON {what.table} USING gin ({what.words})")


def _is_whole_on_sqlite(connection: BaseDatabaseWrapper, what: Findable) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE %s", [f"{what.index}%"])
        there = {name for (name,) in cursor.fetchall()}
    return there.issuperset({what.index, *what.triggers})


def _make_on_sqlite(cursor: Any, what: Findable) -> None:
    columns = ", ".join(what.columns)
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {what.index} USING fts5 ({columns}, content='{what.table}', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='3 4')"
    )
    for sql in what.triggers.values():
        cursor.execute(sql)
    cursor.execute(f"INSERT INTO {what.index} ({what.index}) VALUES ('rebuild')")  # noqa: S608 - our own names only
