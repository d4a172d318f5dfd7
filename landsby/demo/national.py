"""A national demo: the invented programme copied over as many municipalities as the country has.

For measuring. The ordinary demo is written first, through the product's own actions; each further
municipality then gets a copy of its ten communities with their actors and all that happened there,
written in bulk by the database itself. Names stay invented, and counts vary a little from copy to copy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.core.management.color import no_style
from django.db import connection, models, transaction

from landsby.blueprint import Text
from landsby.demo.almanac import FIRST_DAY
from landsby.web.activities.models import Activity, ActivityGoal, ActivityTrack, Involvement, Series
from landsby.web.activities.models.tallies.settling import settle_everything
from landsby.web.gatherings.models import AgendaPoint, Agreement, Lesson, Opinion, Plan, Turnout
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme

TEMPLATES = 3
"""The municipalities that the ordinary demo has."""

SHARES = (100, 100, 15)
"""Of a hundred single activities of the original, so many are taken in each round of a copy, since several
groups do the same on the same day. Courses are taken once."""

OF_GATHERINGS: tuple[type[models.Model], ...] = (Plan, AgendaPoint, Lesson, Turnout, Agreement, Opinion)
"""What belongs to a gathering."""

COPIED: tuple[type[models.Model], ...] = (
    *(Community, Actor, Series, Activity, Involvement, ActivityGoal, ActivityTrack),
    *OF_GATHERINGS,
)
"""What each copy has of its own."""

_FIRST = (
    "Agern Bregne Duehøg Frøhop Guldsmede Gyvel Hassel Humle Kogle Krebse Lærke Muslinge Mælkebøtte Padde Rimfrost "
    "Skarnbasse Snegle Sommerfugle Tejst Tyttebær"
).split()
_LAST = ("borg", "sund", "næs", "hede", "mark")
NAMES = tuple(f"{first}{last}" for last in _LAST for first in _FIRST)
"""Towns that nobody lives in; the tests compare them with the real municipalities."""

_COPYING = Text(da="Kommune {number} af {of}: {name}", en="Municipality {number} of {of}: {name}")
_SORTING = Text(da="Databasen tæller op", en="The database takes stock")

Change = Mapping[str, tuple[str, tuple[int | str, ...]]]
"""By column: the SQL that is written instead of the column, and its parameters."""


class Where(NamedTuple):
    """Which rows: the condition in SQL, and its parameters."""

    sql: str
    parameters: tuple[int | str, ...]


@dataclass(frozen=True)
class Numbering:
    """How the rows of a copy are numbered: as the original's, so and so many `width` further on."""

    last: Mapping[type[models.Model], int]
    """By model: the highest primary key before anything was copied."""

    width: int
    """As wide as the widest of the tables, so that no two rounds meet."""

    @classmethod
    def of(cls, programme: Programme) -> Numbering:
        """The numbering of a programme's copies, whatever the database has numbered before."""
        lowest = {
            model: _edge(models.QuerySet(model).filter(**_within(model, programme)), models.Min) for model in COPIED
        }
        last = {model: _edge(models.QuerySet(model), models.Max) for model in COPIED}
        return cls(last=last, width=max(last[model] - lowest[model] for model in COPIED) + 1)

    def further(self, copy: int, number: int = 0) -> int:
        """What is added to an original's primary key for a round of a copy."""
        return (copy * len(SHARES) + number) * self.width


def _within(model: type[models.Model], programme: Programme) -> dict[str, Programme]:
    held = any(field.name == "programme" for field in model._meta.concrete_fields)
    return {"programme" if held else "activity__programme": programme}


def _edge(rows: models.QuerySet, most: type[models.Aggregate]) -> int:
    return rows.aggregate(edge=most("pk"))["edge"] or 0


@dataclass(frozen=True)
class Spread:
    """What the programme holds after it was copied."""

    municipalities: int
    communities: int
    actors: int
    activities: int


def spread_over(municipalities: int, *, programme: Programme, tell: Callable[[Text], None]) -> Spread:
    """Copy the demo's communities into further municipalities until there are so many.

    Args:
        municipalities: from the demo's own three to 98.
        tell: is given a line for each municipality.

    Raises:
        ValueError: for a number outside those.
    """
    if not TEMPLATES <= municipalities <= TEMPLATES + len(NAMES):
        raise ValueError(f"there can be {TEMPLATES} to {TEMPLATES + len(NAMES)} municipalities, not {municipalities}")
    numbering = Numbering.of(programme)
    communities = list(programme.communities.select_related("programme").order_by("pk"))
    _tidy_up()  # what is copied was written a moment ago, and a database that does not know how much it is plans badly
    with transaction.atomic():
        for copy in range(1, municipalities - TEMPLATES + 1):
            name = NAMES[copy - 1]
            tell(_COPYING.filled(number=copy + TEMPLATES, of=municipalities, name=name))
            _copy(copy, name, programme, communities, numbering)
        tell(_SORTING)
        _take_stock()
        for _done, _of in settle_everything():
            pass  # so that the first who looks need not wait for it
    _tidy_up()
    return Spread(
        municipalities=programme.municipalities.count(),
        communities=programme.communities.count(),
        actors=programme.actors.count(),
        activities=programme.activities.count(),
    )


def _copy(copy: int, name: str, programme: Programme, communities: list[Community], numbering: Numbering) -> None:
    """One more municipality with its communities, their actors and what happened there."""
    away = numbering.further(copy)
    municipality = Municipality.objects.create(
        programme=programme, code=f"{copy:04}", name=f"{name} Kommune", joined_on=FIRST_DAY
    )
    _copy_communities(away, municipality, name, communities)
    here: Change = {
        "id": ("id + %s", (away,)),
        "municipality_id": ("CASE WHEN municipality_id IS NULL THEN NULL ELSE %s END", (municipality.pk,)),
        "community_id": ("community_id + %s", (away,)),
    }
    kept = {key: (f"{key} + %s", (away,)) for key in ("parent_id", "merged_into_id")}
    named: Change = {"name": ("name || %s", (f", {name}",)), "register_id": ("''", ())}
    _insert(Actor, {**here, **kept, **named}, _originals(Actor, programme, numbering))
    _insert(Series, here, _originals(Series, programme, numbering))
    for number, share in enumerate(SHARES):
        chosen = _taken_in_round(number, share, _originals(Activity, programme, numbering))
        _copy_activities(away, numbering.further(copy, number), here, chosen)


def _originals(model: type[models.Model], programme: Programme, numbering: Numbering) -> Where:
    return Where("programme_id = %s AND id <= %s", (programme.pk, numbering.last[model]))


def _taken_in_round(number: int, share: int, originals: Where) -> Where:
    """What happened in the communities; from the second round on without the courses."""
    single = " AND series_id IS NULL" if number else ""
    chosen = f"{originals.sql} AND community_id IS NOT NULL AND id %% 100 < %s{single}"
    return Where(chosen, (*originals.parameters, share))


def _copy_communities(away: int, municipality: Municipality, name: str, communities: list[Community]) -> None:
    Community.objects.bulk_create(
        Community(
            pk=each.pk + away,
            programme=each.programme,
            municipality=municipality,
            name=f"{each.name} ved {name}",
            started_on=each.started_on,
        )
        for each in communities
    )


def _copy_activities(away: int, further: int, here: Change, chosen: Where) -> None:
    """The chosen activities once more, with who took part and what they were for."""
    of_an_activity: Change = {"id": ("id + %s", (further,)), "activity_id": ("activity_id + %s", (further,))}
    own: Change = {
        "id": ("id + %s", (further,)),
        "series_id": ("series_id + %s", (away,)),
        "children": ("children + %s", (further % 5,)),
        "client_key": ("NULL", ()),
    }
    _insert(Activity, {**here, **own}, chosen)
    # Only the table's name and our own conditions stand in the text; every value is a parameter.
    links = Where(f"activity_id IN (SELECT id FROM {Activity._meta.db_table} WHERE {chosen.sql})", chosen.parameters)  # noqa: S608 - see above
    _insert(Involvement, {**of_an_activity, "actor_id": ("actor_id + %s", (away,))}, links)
    _insert(ActivityGoal, of_an_activity, links)
    _insert(ActivityTrack, of_an_activity, links)
    here_too = {column: (f"{column} + %s", (away,)) for column in ("actor_id", "led_by_id")}
    for model in OF_GATHERINGS:
        _insert(model, {**of_an_activity, **here_too, "plan_item_id": ("NULL", ())}, links)


def _insert(model: type[models.Model], changes: Change, rows: Where) -> None:
    """Write rows of a table once more, with some columns changed; a column that is NULL stays so."""
    quote = connection.ops.quote_name
    columns = [field.column for field in model._meta.concrete_fields]
    told = [changes.get(column, (quote(column), ())) for column in columns]
    table = quote(model._meta.db_table)
    # Only names of tables and columns stand in the text; every value is a parameter.
    sql = (
        f"INSERT INTO {table} ({', '.join(map(quote, columns))}) "  # noqa: S608 - see above
        f"SELECT {', '.join(expression for expression, _ in told)} FROM {table} WHERE {rows.sql}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for _, values in told for value in values] + list(rows.parameters))


def _take_stock() -> None:
    """Let new rows be numbered after the copies, and the database plan by how much there is now."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), COPIED):
            cursor.execute(sql)
        cursor.execute("ANALYZE")


def _tidy_up() -> None:
    """As PostgreSQL would do by itself after a while: without it no index is read without its rows."""
    with connection.cursor() as cursor:
        # PostgreSQL tidies up outside of transactions alone; whoever builds within one has planned for that.
        may_vacuum = connection.vendor == "postgresql" and not connection.in_atomic_block
        cursor.execute("VACUUM ANALYZE" if may_vacuum else "ANALYZE")
