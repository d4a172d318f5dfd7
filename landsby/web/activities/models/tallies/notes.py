"""How the database notes which cells are to be counted again: by triggers, whichever way a row is written.

Nobody who changes an activity needs to think of it, nor can a bulk write or raw SQL pass it by. Notes are only
ever added, so no writer waits for another. The triggers are made at the end of `migrate`, and made again where they
are gone or say something else: to change a table, SQLite is given a new one, and the triggers of the old one go
with it. What was written meanwhile is unknown, so everything is then to be counted again.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from landsby.web.activities.status import Status

ACTIVITY, ACTOR, INVOLVEMENT = "activities_activity", "partnerships_actor", "activities_involvement"
LINKS = ("activities_activitygoal", "activities_activitytrack", INVOLVEMENT)
NOTES = "activities_recount"
RECOUNT = "_recount"
"""In the name of every trigger that notes."""

# ruff: noqa: S608 - only our own names of tables and columns, and our own status, stand in these texts

_PLACE = "COALESCE({row}.community_id, -{row}.municipality_id, 0)"
_CELL = "{row}.programme_id AS programme, {row}.half_year AS half_year, " + _PLACE + " AS place"
_HELD = "{row}.status = '" + Status.HELD.value + "'"
_INTO = f"INSERT INTO {NOTES} (programme, half_year, place) "


def see_to_notes(sender: Any, using: str, **kwargs: Any) -> None:
    """After `migrate`: make the triggers that are missing, and let everything be counted again if any was."""
    connection = connections[using]
    if not {NOTES, ACTIVITY}.issubset(connection.introspection.table_names()):
        return
    is_postgresql = connection.vendor == "postgresql"
    functions = list(_functions()) if is_postgresql else []
    make = _named_by_content(_triggers_of_postgresql() if is_postgresql else _triggers_of_sqlite(), functions)
    with connection.cursor() as cursor:
        there = triggers_there(connection, cursor)
        if make.keys() == there.keys():
            return
        for name, table in there.items():
            cursor.execute(f"DROP TRIGGER {name} ON {table}" if is_postgresql else f"DROP TRIGGER {name}")
        for sql in (*functions, *make.values()):
            cursor.execute(sql)
        note_everything(cursor)


def note_everything(cursor: Any) -> None:
    """Let all cells be counted again: those that hold activities, and those that did."""
    cell, held = (text.format(row="a") for text in (_CELL, _HELD))
    cursor.execute(f"{_INTO}SELECT DISTINCT {cell} FROM {ACTIVITY} a WHERE {held}")
    cursor.execute(f"{_INTO}SELECT DISTINCT programme_id, half_year, place FROM activities_tally")


def triggers_there(connection: BaseDatabaseWrapper, cursor: Any) -> dict[str, str]:
    """The triggers that note which there are, each with its table."""
    if connection.vendor == "postgresql":
        cursor.execute("SELECT tgname, tgrelid::regclass::text FROM pg_trigger")
    else:
        cursor.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'")
    return {name: table for name, table in cursor.fetchall() if RECOUNT in name}


def _named_by_content(made: dict[str, str], functions: list[str]) -> dict[str, str]:
    """The same triggers, each name ending in what all of them say: one that is corrected replaces the old."""
    told = sha256("".join([*made.values(), *functions]).encode()).hexdigest()[:8]
    return {f"{name}_{told}": sql.replace(name, f"{name}_{told}", 1) for name, sql in made.items()}


def _triggers_of_sqlite() -> dict[str, str]:
    """By name. SQLite fires for each row; a cell that is noted already is not noted again."""
    made: dict[str, str] = {}
    for table, event, rows in _events():
        told = "".join(f"{_INTO}{_unless_noted(_of_row(table, row))}; " for row in rows)
        name = f"{table}_{event.lower()}{RECOUNT}"
        when = " WHEN old.parent_id IS NOT new.parent_id" if table == ACTOR else ""
        made[name] = f"CREATE TRIGGER {name} AFTER {event} ON {table}{when} BEGIN {told}END"
    return made


def _events() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What is watched: the table, what happens to it, and the rows that tell which cells it touched."""
    for table in (ACTIVITY, *LINKS):
        yield table, "INSERT", ("new",)
        yield table, "DELETE", ("old",)
        yield table, "UPDATE", ("old", "new")
    yield ACTOR, "UPDATE", ("new",)


def _of_row(table: str, row: str) -> str:
    """The cells that one row has to do with."""
    if table == ACTIVITY:
        return f"SELECT {_CELL.format(row=row)} WHERE {_HELD.format(row=row)}"
    cell, held = _CELL.format(row="a"), _HELD.format(row="a")
    if table == ACTOR:
        links = f"SELECT i.activity_id FROM {INVOLVEMENT} i WHERE i.actor_id = {row}.id"
        return f"SELECT DISTINCT {cell} FROM {ACTIVITY} a WHERE {held} AND a.id IN ({links})"
    return f"SELECT {cell} FROM {ACTIVITY} a WHERE a.id = {row}.activity_id AND {held}"


def _unless_noted(cells: str) -> str:
    same = "n.programme = c.programme AND n.half_year = c.half_year AND n.place = c.place"
    return f"SELECT c.* FROM ({cells}) c WHERE NOT EXISTS (SELECT 1 FROM {NOTES} n WHERE {same})"


def _triggers_of_postgresql() -> dict[str, str]:
    """By name. PostgreSQL fires once for each statement, however many rows it wrote."""
    made: dict[str, str] = {}
    for table, event, rows in _events():
        tables = ("old", "new") if table == ACTOR else rows
        named = " ".join(f"{row.upper()} TABLE AS {row}_rows" for row in tables)
        name = f"{table}_{event.lower()}{RECOUNT}"
        made[name] = (
            f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {named} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_function_of(table)}()"
        )
    return made


def _function_of(table: str) -> str:
    return {ACTIVITY: "landsby_recount_activities", ACTOR: "landsby_recount_actors"}.get(table, "landsby_recount_links")


def _functions() -> Iterator[str]:
    """The functions that the triggers of PostgreSQL call."""
    cell, held = _CELL.format(row="a"), _HELD.format(row="a")
    for table, told in (
        (ACTIVITY, f"SELECT {cell} FROM {{rows}} a WHERE {held}"),
        (LINKS[0], f"SELECT {cell} FROM {ACTIVITY} a JOIN {{rows}} r ON r.activity_id = a.id WHERE {held}"),
    ):
        old, new = f"{_INTO}{told.format(rows='old_rows')};", f"{_INTO}{told.format(rows='new_rows')};"
        old, new = (text.replace("SELECT", "SELECT DISTINCT", 1) for text in (old, new))
        yield _function(
            _function_of(table), f"IF TG_OP <> 'INSERT' THEN {old} END IF; IF TG_OP <> 'DELETE' THEN {new} END IF;"
        )
    moved = (
        f"SELECT DISTINCT {cell} FROM {ACTIVITY} a JOIN {INVOLVEMENT} i ON i.activity_id = a.id "
        "JOIN new_rows n ON n.id = i.actor_id JOIN old_rows o ON o.id = n.id "
        f"WHERE o.parent_id IS DISTINCT FROM n.parent_id AND {held}"
    )
    yield _function(_function_of(ACTOR), f"{_INTO}{moved};")


def _function(name: str, body: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$recount$ BEGIN {body} RETURN NULL; END $recount$"
    )
