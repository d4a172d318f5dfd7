"""What refers to definitions: rooms say which of their columns hold ids, so that this room need not know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from landsby.blueprint.renaming import Key, Renames
from landsby.web.kit.problems import Sentence
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Referrer:
    """One column that holds ids of definitions.

    Attributes:
        folder: the folder of the definitions.
        name: what the rows are called, several of them.
        rows: a programme's rows.
        column: the column, or the way to it from a row.
        address: where the rows that refer to an id are listed; None where they are listed nowhere.
        is_counted: whether the rows are told of as records.
        is_renamed: whether the column follows when a definition is renamed.
    """

    folder: str
    name: Sentence
    rows: Callable[[Programme], QuerySet[Any]]
    column: str
    address: Callable[[Programme, str], str] | None = None
    is_counted: bool = True
    is_renamed: bool = True


@dataclass(frozen=True)
class Use:
    """How many rows of one sort refer to a definition, and where they are listed."""

    name: Sentence
    count: int
    url: str


_referrers: list[Referrer] = []


def refers_to_definitions(referrer: Referrer) -> None:
    """Called once per column from a room's `AppConfig.ready`."""
    _referrers.append(referrer)


def uses_in(programme: Programme) -> dict[Key, list[Use]]:
    """What refers to each definition, by folder and id: one query per column, however many rows."""
    found: dict[Key, list[Use]] = {}
    for referrer in _referrers:
        if not referrer.is_counted:
            continue
        counted = referrer.rows(programme).order_by().values_list(referrer.column).annotate(Count("pk"))
        for id_, count in counted:
            found.setdefault((referrer.folder, id_), []).append(_use(referrer, programme, id_, count))
    return found


def uses_of(programme: Programme, folder: str, id_: str) -> list[Use]:
    """What refers to one definition: one query per column that may."""
    counted = (
        (referrer, referrer.rows(programme).filter(**{referrer.column: id_}).count())
        for referrer in _referrers
        if referrer.is_counted and referrer.folder == folder
    )
    return [_use(referrer, programme, id_, count) for referrer, count in counted if count]


def _use(referrer: Referrer, programme: Programme, id_: str, count: int) -> Use:
    return Use(referrer.name, count, referrer.address(programme, id_) if referrer.address else "")


def rename_records(programme: Programme, renames: Renames) -> None:
    """Let everything that refers to a definition call it by its new id: one update per column, all or nothing.

    Args:
        renames: one to one, and no new id is in use.
    """
    for referrer in _referrers:
        of_it = {before: after for (folder, before), after in renames.items() if folder == referrer.folder}
        if of_it and referrer.is_renamed:
            _rename(referrer.rows(programme), referrer.column, of_it)


def _rename(rows: QuerySet[Any], column: str, renames: Mapping[str, str]) -> None:
    cases = [When(**{column: before}, then=Value(after)) for before, after in renames.items()]
    rows.filter(**{f"{column}__in": list(renames)}).update(**{column: Case(*cases, default=F(column))})
