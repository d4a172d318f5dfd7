"""Counting the noted cells again, so that tallies tell what the activities do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.db.models import Q

from landsby.web.activities.models.activity import Activity
from landsby.web.activities.models.tallies.counting import COLUMNS, counted_by
from landsby.web.activities.models.tally import About, Recount, Tally
from landsby.web.activities.models.words import ActivityQuerySet

MOST_AT_ONCE = 200
"""So many cells are counted again while somebody waits for a page: a fraction of a second at most."""

PATIENCE = 200
"""Milliseconds: for so long a reader waits for another who counts. After that the page counts for itself."""

_LOCK = 0x7A11
"""By this number PostgreSQL knows that somebody counts."""

_COLUMN = {field.name: field.column for field in Tally._meta.concrete_fields}
_KEPT = ", ".join([*(_COLUMN[name] for name in COLUMNS), "about", "place"])

Cell = tuple[int, int]
"""A half-year (its number) and a place."""


def settle(programme: int, *, most: int = MOST_AT_ONCE) -> bool:
    """Count the noted cells of a programme (by primary key) again.

    Args:
        most: no more of them than this.

    Returns:
        Whether the tallies may be read: everything that was noted when it was called is counted.
    """
    noted = Recount.objects.filter(programme=programme)
    if not noted.exists():
        return True
    try:
        with _alone():
            # Read after the lock is there, so that nothing is counted that another has counted meanwhile.
            cells = list(noted.values_list("half_year", "place").distinct()[: most + 1])
            _count_again(programme, cells[:most])
    except OperationalError:  # somebody else is writing, or counting, and has not come to an end
        return False
    return len(cells) <= most


def settle_everything() -> Iterator[tuple[int, int]]:
    """Count every noted cell again, some at a time; gives how many are done, of how many."""
    found = list(Recount.objects.values_list("programme", flat=True).distinct())
    of = Recount.objects.values_list("programme", "half_year", "place").distinct().count()
    done = 0
    for programme in found:
        by_half = defaultdict(list)
        for half, place in Recount.objects.filter(programme=programme).values_list("half_year", "place").distinct():
            by_half[half].append((half, place))
        for cells in by_half.values():
            with _alone(patience=60_000):
                _count_again(programme, cells)
            done += len(cells)
            yield done, of


@contextmanager
def _alone(*, patience: int = PATIENCE) -> Iterator[None]:
    """One transaction in which nobody else counts.

    Raises:
        OperationalError: when somebody else does so for longer than one has patience, in milliseconds.
    """
    with _patience_of_sqlite(patience), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{patience}ms"])
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        yield


@contextmanager
def _patience_of_sqlite(patience: int) -> Iterator[None]:
    """SQLite takes its one lock for writing when the transaction begins, and waits for it as it was told to."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        before = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {patience:d}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before:d}")


def _count_again(programme: int, cells: Sequence[Cell]) -> None:
    """First the notes go, then the cells are counted: what changes in between leaves a note behind."""
    by_half: dict[int, list[int]] = defaultdict(list)
    for half, place in cells:
        by_half[half].append(place)
    for half, places in by_half.items():
        for rows in (Recount.objects.filter(programme=programme), Tally.objects.filter(programme=programme)):
            rows.filter(half_year=half, place__in=places).delete()
        activities = Activity.objects.filter(programme=programme, half_year=half)
        for there in _at(places):
            for about in About:
                _write(about, activities.filter(there))


def _at(places: Collection[int]) -> Iterator[Q]:
    """The conditions on activities that lie in some places; each can be looked up in an index."""
    communities = [place for place in places if place > 0]
    if communities:
        yield Q(community__in=communities)
    municipalities = [-place for place in places if place < 0]
    if municipalities:
        yield Q(community=None, municipality__in=municipalities)
    if 0 in places:
        yield Q(community=None, municipality=None)


def _write(about: About, activities: ActivityQuerySet) -> None:
    """Store the tallies of some activities, without taking them out of the database."""
    rows = counted_by(about, activities)
    sql, parameters = rows.query.sql_with_params()
    names = ", ".join(f"c{number}" for number, _ in enumerate(COLUMNS))
    where = {name: f"c{COLUMNS.index(name)}" for name in ("community", "municipality")}
    # Only our own names stand in the text; every value is a parameter.
    into = (
        f"INSERT INTO {Tally._meta.db_table} ({_KEPT}) "  # noqa: S608 - see above
        f"WITH counted ({names}) AS ({sql}) "
        f"SELECT {names}, %s, COALESCE({where['community']}, -{where['municipality']}, 0) FROM counted"
    )
    with connection.cursor() as cursor:
        cursor.execute(into, [*parameters, about.value])
