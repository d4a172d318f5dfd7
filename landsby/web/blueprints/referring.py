"""What refers to definitions: rooms say which of their columns hold ids, so that this room need not know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from landsby.blueprint.renaming import Key, Renames
from landsby.web.kit.problems import Sentence
from landsby.web.partnerships.models import Programme

Address = Callable[[Programme, str, date | None], str]
"""Where the rows that refer to an id are listed; with a day, only those that are planned after it."""


@dataclass(frozen=True)
class Referrer:
    """One column that holds ids of definitions.

    Attributes:
        folder: the folder of the definitions.
        told: so many of the rows in words; None where they are not told of as records.
        rows: a programme's rows.
        column: the column, or the way to it from a row.
        address: where the rows are listed; None where they are listed nowhere.
        planned: those of the rows that are planned after a day, with how many in words; None where none can be.
        cure: what one does with rows that refer to what is no more.
        is_renamed: whether the column follows when a definition is renamed.
    """

    folder: str
    told: Callable[[int], str] | None
    rows: Callable[[Programme], QuerySet[Any]]
    column: str
    address: Address | None = None
    planned: Planned | None = None
    cure: Sentence = ""
    is_renamed: bool = True

    def use(self, programme: Programme, id_: str, count: int, *, after: date | None = None) -> Use:
        """So many rows that refer to a definition; with a day, of those planned after it."""
        told = self.planned.told if self.planned and after else self.told
        url = self.address(programme, id_, after) if self.address else ""
        return Use(told(count) if told else "", count, url, self.cure)


@dataclass(frozen=True)
class Planned:
    """Rows that lie ahead: those after a day, and so many of them in words."""

    rows: Callable[[Programme, date], QuerySet[Any]]
    told: Callable[[int], str]


@dataclass(frozen=True)
class Use:
    """How many rows of one sort refer to a definition, in words too, where they are listed, and how they let it go."""

    told: str
    count: int
    url: str
    cure: Sentence = ""


Uses = Mapping[Key, Sequence[Use]]
"""What refers to each definition, by folder and id."""

_referrers: list[Referrer] = []


def refers_to_definitions(referrer: Referrer) -> None:
    """Called once per column from a room's `AppConfig.ready`."""
    _referrers.append(referrer)


def uses_in(programme: Programme) -> dict[Key, list[Use]]:
    """What refers to each definition, by folder and id: one query per column, however many rows."""
    found: dict[Key, list[Use]] = {}
    for referrer in _referrers:
        if referrer.told:
            for id_, count in _counted(referrer.rows(programme), referrer.column):
                found.setdefault((referrer.folder, id_), []).append(referrer.use(programme, id_, count))
    return found


def planned_in(programme: Programme, last_days: Mapping[Key, date]) -> dict[Key, list[Use]]:
    """What is planned after the last day of definitions that end: one query per column and day, however many rows."""
    found: dict[Key, list[Use]] = {}
    for referrer, planned in [(each, each.planned) for each in _referrers]:
        if planned is None:
            continue
        ends = {id_: day for (folder, id_), day in last_days.items() if folder == referrer.folder}
        for day in sorted(set(ends.values())):
            ending = [id_ for id_, last in ends.items() if last == day]
            rows = planned.rows(programme, day).filter(**{f"{referrer.column}__in": ending})
            for id_, count in _counted(rows, referrer.column):
                use = referrer.use(programme, id_, count, after=day)
                found.setdefault((referrer.folder, id_), []).append(use)
    return found


def uses_of(programme: Programme, folder: str, id_: str) -> list[Use]:
    """What refers to one definition: one query per column that may."""
    counted = (
        (referrer, referrer.rows(programme).filter(**{referrer.column: id_}).count())
        for referrer in _referrers
        if referrer.told and referrer.folder == folder
    )
    return [referrer.use(programme, id_, count) for referrer, count in counted if count]


def rename_records(programme: Programme, renames: Renames) -> None:
    """Let everything that refers to a definition call it by its new id: one update per column, all or nothing.

    Args:
        renames: one to one, and no new id is in use.
    """
    for referrer in _referrers:
        of_it = {before: after for (folder, before), after in renames.items() if folder == referrer.folder}
        if of_it and referrer.is_renamed:
            _rename(referrer.rows(programme), referrer.column, of_it)


def _counted(rows: QuerySet[Any], column: str) -> QuerySet[Any, tuple[str, int]]:
    """How many rows hold each id."""
    counted: QuerySet[Any, tuple[str, int]] = rows.order_by().values_list(column).annotate(Count("pk"))
    return counted


def _rename(rows: QuerySet[Any], column: str, renames: Mapping[str, str]) -> None:
    cases = [When(**{column: before}, then=Value(after)) for before, after in renames.items()]
    rows.filter(**{f"{column}__in": list(renames)}).update(**{column: Case(*cases, default=F(column))})
