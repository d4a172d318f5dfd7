"""Rows that nobody can change or take away, whichever way it is tried: the database itself refuses.

A declared design, what was deviated from, what was withdrawn, and that cells were loaded are added to, never changed;
nor is the result of a run, once it is there. Only the author's name may go, when a user is deleted; and what is
invented may be removed with its programme. The triggers are made at the end of `migrate`, and on SQLite lifted while it
lasts: it renames tables that a trigger asks about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections

REFUSAL = "sealed: a declaration is added to, never changed"
_MINE = "SELECT 1 FROM partnerships_programme p WHERE p.id = {old}.programme_id AND NOT p.is_invented"
_BY_DECLARATION = (
    "SELECT 1 FROM partnerships_programme p JOIN evaluations_declaration d ON d.programme_id = p.id "
    "WHERE d.id = {old}.declaration_id AND NOT p.is_invented"
)
SEALED = {
    "Declaration": ("declared_by_id", _MINE),
    "DesignDeviation": ("told_by_id", _BY_DECLARATION),
    "Withdrawal": ("told_by_id", _BY_DECLARATION),
    "Loading": ("loaded_by_id", _MINE),
}
"""By model: the column of the author, and the rows that tell that a real programme stands behind."""


def see_to_seals(sender: Any, using: str, **kwargs: Any) -> None:
    """After `migrate`: make the triggers that are missing."""
    connection = connections[using]
    is_postgresql = connection.vendor == "postgresql"
    known = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        told = "SELECT tgname FROM pg_trigger" if is_postgresql else "SELECT name FROM sqlite_master"
        cursor.execute(told)
        there = {name for (name,) in cursor.fetchall()}
        if is_postgresql:
            cursor.execute(_FUNCTION)
        for name, (table, sql) in _triggers(is_postgresql=is_postgresql):
            if table in known and name not in there:
                cursor.execute(sql)


def lift_seals(sender: Any, using: str, **kwargs: Any) -> None:
    """Before `migrate`: take SQLite's triggers away, which would stop it from giving a changed table a new one."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name, _made in _triggers(is_postgresql=False):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


_FUNCTION = (
    "CREATE OR REPLACE FUNCTION landsby_sealed() RETURNS trigger LANGUAGE plpgsql AS "
    f"$sealed$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $sealed$"
)


def _triggers(*, is_postgresql: bool) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each trigger's name, with its table and how it is made."""
    for model, (author, guarded) in SEALED.items():
        meta = apps.get_model("evaluations", model)._meta
        table = meta.db_table
        columns = ", ".join(field.column for field in meta.concrete_fields if field.column != author)
        for event, when in (
            (f"UPDATE OF {columns}", ""),
            (f"UPDATE OF {author}", f"new.{author} IS NOT NULL"),
            ("DELETE", f"EXISTS ({guarded.format(old='old')})"),
        ):
            name = f"{table}_{'author' if 'new.' in when else event.split()[0].lower()}_sealed"
            make = _of_postgresql if is_postgresql else _of_sqlite
            yield name, (table, make(name, event, table, when))
    make, told = (_of_postgresql if is_postgresql else _of_sqlite), "evaluations_run"
    name, when = f"{told}_result_sealed", "old.result_hash <> ''"
    yield name, (told, make(name, "UPDATE OF result, result_hash, shown, was_seen_before", told, when))


def _of_sqlite(name: str, event: str, table: str, when: str) -> str:
    told = f" WHEN {when}" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table}{told} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"


def _of_postgresql(name: str, event: str, table: str, when: str) -> str:
    """A condition of PostgreSQL's may ask no other table, so deletions are asked about in a function of their own."""
    if event == "DELETE":
        return _deleting(name, table, when)
    told = f" WHEN ({when})" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW{told} EXECUTE FUNCTION landsby_sealed()"


def _deleting(name: str, table: str, when: str) -> str:
    function = f"landsby_{name}"
    return (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$sealed$ BEGIN IF {when} THEN RAISE EXCEPTION '{REFUSAL}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN old; END $sealed$; "
        f"CREATE TRIGGER {name} BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()"
    )
