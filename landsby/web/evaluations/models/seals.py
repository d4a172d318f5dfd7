"""Rows that nobody can change or take away, by whatever is written to the database: the database itself refuses.

A declared design, what was deviated from, what was withdrawn, that cells were loaded, and what was told of the
programme's own records are added to, never changed; nor is a run, once it has a result. Only the author's name may
go, when a user is deleted; and what is invented may be removed with its programme, which has to be invented before
anything is declared in it. The triggers are made at the end of `migrate`, and made again where they say something
else; on SQLite they are lifted while it lasts: it renames tables that a trigger asks about. Whoever owns the database
can take triggers away; against that there are the hashes, which others can hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "sealed: a declaration is added to, never changed"
_MINE = "SELECT 1 FROM partnerships_programme p WHERE p.id = old.programme_id AND NOT p.is_invented"
_BY_DECLARATION = (
    "SELECT 1 FROM partnerships_programme p JOIN evaluations_declaration d ON d.programme_id = p.id "
    "WHERE d.id = old.declaration_id AND NOT p.is_invented"
)
SEALED = {
    "Declaration": ("declared_by_id", _MINE),
    "DesignDeviation": ("told_by_id", _BY_DECLARATION),
    "Withdrawal": ("told_by_id", _BY_DECLARATION),
    "Loading": ("loaded_by_id", _MINE),
    "ToldRecords": ("told_by_id", _MINE),
}
"""By model: the column of the author, and the rows that tell that a real programme stands behind."""
OF_RUNS = ("declaration_id", "sort", "state", "result", "result_hash", "shown", "was_seen_before")
"""The columns of a run that stay as they are from its result on."""
RUNS, PROGRAMMES = "evaluations_run", "partnerships_programme"
MARK = "_sealed"
"""In the name of every trigger that seals."""

# ruff: noqa: S608 - only our own names of tables and columns stand in these texts

Made = tuple[str, str, str, str]
"""What a trigger is called, the table, the event, and when it refuses; "" for always."""


def see_to_seals(sender: Any, using: str, **kwargs: Any) -> None:
    """After `migrate`: make the triggers that are missing or say something else."""
    connection = connections[using]
    known = set(connection.introspection.table_names())
    tables = {apps.get_model("evaluations", model)._meta.db_table for model in SEALED}
    if not {RUNS, PROGRAMMES, *tables} <= known:
        return
    made = _made(is_postgresql=connection.vendor == "postgresql")
    with connection.cursor() as cursor:
        there = _there(connection, cursor)
        if made.keys() == there.keys():
            return
        _take_away(connection, cursor, there)
        for sql in made.values():
            cursor.execute(sql)


def lift_seals(sender: Any, using: str, **kwargs: Any) -> None:
    """Before `migrate`: take SQLite's triggers away, which would stop it from giving a changed table a new one."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            _take_away(connection, cursor, _there(connection, cursor))


def _there(connection: BaseDatabaseWrapper, cursor: Any) -> dict[str, str]:
    """The triggers that seal which there are, each with its table."""
    if connection.vendor == "postgresql":
        cursor.execute("SELECT tgname, tgrelid::regclass::text FROM pg_trigger")
    else:
        cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
    return {name: table for name, table in cursor.fetchall() if name.startswith("evaluations_") and MARK in name}


def _take_away(connection: BaseDatabaseWrapper, cursor: Any, there: dict[str, str]) -> None:
    for name, table in there.items():
        cursor.execute(
            f"DROP TRIGGER {name} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}"
        )


def _made(*, is_postgresql: bool) -> dict[str, str]:
    """How each trigger is made, by its name, which ends in what all of them say: a corrected one replaces the old."""
    make = _of_postgresql if is_postgresql else _of_sqlite
    every = [*_changes(), *(() if is_postgresql else _replacements())]
    told = sha256("".join(make(*each) for each in every).encode()).hexdigest()[:8]
    return {f"{name}_{told}": make(f"{name}_{told}", *rest) for name, *rest in every}


def _changes() -> Iterator[Made]:
    """What may not be changed, and what may not be taken away."""
    for model, (author, guarded) in SEALED.items():
        meta = apps.get_model("evaluations", model)._meta
        table = meta.db_table
        columns = ", ".join(field.column for field in meta.concrete_fields if field.column != author)
        yield f"{table}_update{MARK}", table, f"UPDATE OF {columns}", ""
        yield f"{table}_author{MARK}", table, f"UPDATE OF {author}", f"new.{author} IS NOT NULL"
        yield f"{table}_delete{MARK}", table, "DELETE", f"EXISTS ({guarded})"
    yield f"{RUNS}_result{MARK}", RUNS, f"UPDATE OF {', '.join(OF_RUNS)}", "old.result_hash <> ''"
    yield f"{RUNS}_delete{MARK}", RUNS, "DELETE", f"old.result_hash <> '' AND EXISTS ({_BY_DECLARATION})"
    declared = "EXISTS (SELECT 1 FROM evaluations_declaration d WHERE d.programme_id = {row}.id)"
    becomes = f"new.is_invented AND NOT old.is_invented AND {declared.format(row='old')}"
    yield f"evaluations_invented{MARK}", PROGRAMMES, "UPDATE OF is_invented", becomes


def _replacements() -> Iterator[Made]:
    """SQLite's `REPLACE` deletes a row in the way of a new one without asking the triggers of deletion."""
    for model in SEALED:
        meta = apps.get_model("evaluations", model)._meta
        keys = [field.column for field in meta.concrete_fields if field.unique]
        same = " OR ".join(f"t.{key} = new.{key}" for key in keys)
        stands = f"EXISTS (SELECT 1 FROM {meta.db_table} t WHERE {same})"
        yield f"{meta.db_table}_replace{MARK}", meta.db_table, "INSERT", stands
    stands = f"EXISTS (SELECT 1 FROM {RUNS} t WHERE t.id = new.id AND t.result_hash <> '')"
    yield f"{RUNS}_replace{MARK}", RUNS, "INSERT", stands
    declared = "EXISTS (SELECT 1 FROM evaluations_declaration d WHERE d.programme_id = new.id)"
    yield f"evaluations_programme_replace{MARK}", PROGRAMMES, "INSERT", declared


def _of_sqlite(name: str, table: str, event: str, when: str) -> str:
    told = f" WHEN {when}" if when else ""
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table}{told} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"


def _of_postgresql(name: str, table: str, event: str, when: str) -> str:
    """A condition of PostgreSQL's may ask no other table, so each is asked in a function of its own."""
    back = "old" if event == "DELETE" else "new"
    return (
        f"CREATE OR REPLACE FUNCTION landsby_{name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$sealed$ BEGIN IF {when or 'true'} THEN RAISE EXCEPTION '{REFUSAL}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {back}; END $sealed$; "
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION landsby_{name}()"
    )
