"""How the database notes which cells are to be counted again: by triggers, whichever way a row is written.

Nobody who changes an activity needs to think of it, nor can a bulk write or raw SQL pass it by. Notes are only
ever added, so no writer waits for another. The triggers are made, and made again where they are gone, at the
end of `migrate`: to change a table, SQLite is given a new one, and the triggers of the old one go with it.
What was written while there were none is unknown, so everything is then to be counted again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from landsby.web.activities.status import Status

ACTIVITY, ACTOR, INVOLVEMENT = "activities_activity", "partnerships_actor", "activities_involvement"
LINKS = ("activities_activitygoal", "activities_activitytrack", INVOLVEMENT)
NOTES = "activities_recount"

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
    make = _triggers_of_postgresql() if connection.vendor == "postgresql" else _triggers_of_sqlite()
    with connection.cursor() as cursor:
        if set(make) <= _there(connection, cursor):
            return
        for sql in _functions() if connection.vendor == "postgresql" else ():
            cursor.execute(sql)
        for name, sql in make.items():
            table = sql.partition(" ON ")[2].split()[0]
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            cursor.execute(sql)
        note_everything(cursor)


def note_everything(cursor: Any) -> None:
    """Let all cells be counted again: those that hold activities, and those that did."""
    cell, held = (text.format(row="a") for text in (_CELL, _HELD))
    cursor.execute(f"{_INTO}SELECT DISTINCT {cell} FROM {ACTIVITY} a WHERE {held}")
    cursor.execute(f"{_INTO}SELECT DISTINCT programme_id, half_year, place FROM activities_tally")


def _there(connection: BaseDatabaseWrapper, cursor: Any) -> set[str]:
    """The names of the triggers that there are."""
    sqlite, postgresql = "SELECT name FROM sqlite_master WHERE type = 'trigger'", "SELECT tgname FROM pg_trigger"
    cursor.execute(postgresql if connection.vendor == "postgresql" else sqlite)
    return {name for (name,) in cursor.fetchall()}


def _triggers_of_sqlite() -> dict[str, str]:
    """By name. SQLite fires for each row; a cell that is noted already is not noted again."""
    made: dict[str, str] = {}
    for table, event, rows in _events():
        told = "".join(f"{_INTO}{_unless_noted(_of_row(table, row))}; " for row in rows)
        name = f"{table}_{event.lower()}_recount"
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
        name = f"{table}_{event.lower()}_recount"
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
