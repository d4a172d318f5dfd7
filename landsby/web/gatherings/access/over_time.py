"""What years of gatherings add up to: who led them, and who was there when something was learnt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from landsby.web.activities.models import Activity, ActivityQuerySet, Involvement, Part
from landsby.web.activities.status import Status
from landsby.web.gatherings.coverage import Learnt
from landsby.web.gatherings.facilitation import Lead, lead_of, team_kinds
from landsby.web.gatherings.models import Turnout
from landsby.web.partnerships.access import Standing, actors_seen_by

_TEAM, _LOCAL = 1, 2
"""Who led, as a sum of these."""


@dataclass(frozen=True, slots=True)
class Led:
    """How many gatherings of a year and community were led by whom."""

    year: int
    community: int | None
    lead: Lead
    gatherings: int


def _with_lead(gatherings: ActivityQuerySet) -> QuerySet[Any]:
    """With `team_led` and `local_led` in one number, looked up once for each.

    Of the team is who has such a kind, or belongs to the whole programme.
    """
    of_team = Q(actor__kind__in=team_kinds()) | Q(actor__municipality=None, actor__community=None)
    leading = Involvement.objects.filter(activity=OuterRef("pk"), part=Part.FACILITATOR).order_by()
    team, local = (
        Max(Case(When(one, then=weight), default=0)) for one, weight in ((of_team, _TEAM), (~of_team, _LOCAL))
    )
    looked_up = Subquery(leading.values("activity").annotate(lead=team + local).values("lead"))
    return gatherings.annotate(lead=Coalesce(looked_up, 0))


def led_by(gatherings: ActivityQuerySet, lead: Lead) -> ActivityQuerySet:
    """The gatherings that were led so."""
    team, local = lead in (Lead.TEAM, Lead.BOTH), lead in (Lead.LOCAL, Lead.BOTH)
    led: Any = _with_lead(gatherings).filter(lead=team * _TEAM + local * _LOCAL)
    return gatherings.among(led)


def leads_over_time(gatherings: ActivityQuerySet) -> list[Led]:
    """Who led the gatherings that were held, by year and community: one query."""
    # By the year: a database that has half-years in order in an index would go through all activities along it.
    held = _with_lead(gatherings.held().order_by().with_year())
    rows = held.values_list("year", "community", "lead").annotate(gatherings=Count("pk"))
    return [
        Led(year, place, lead_of(team=bool(lead & _TEAM), local=bool(lead & _LOCAL)), count)
        for year, place, lead, count in rows
    ]


def lessons_learnt(standing: Standing) -> list[Learnt]:
    """Who of those within sight was there when a competence was given: one query, however many gatherings.

    The sessions of a series are one occasion: the best attended of them counts.
    """
    came = Turnout.objects.filter(came__gt=0, activity__status=Status.HELD, activity__programme=standing.programme)
    came = came.filter(activity__lessons__isnull=False).order_by()
    if not standing.seen.everywhere:
        came = came.filter(actor__in=actors_seen_by(standing).order_by().values("pk"))
    told = ("activity__lessons__competence", "actor", "profession", "activity__series", "came")
    learnt, best = [], dict[tuple[str, int, str, int], Learnt]()
    # Sorted out here: asked for those without a series, SQLite takes them for few and looks through every activity.
    for competence, actor, profession, series, people in came.values_list(*told):
        one = Learnt(competence, actor, profession, people)
        if series is None:
            learnt.append(one)
        else:
            key = (competence, actor, profession, series)
            best[key] = max(one, best.get(key, one), key=lambda each: each.people)
    return [*learnt, *best.values()]


def gatherings_teaching(gatherings: ActivityQuerySet, competence: str) -> ActivityQuerySet:
    """Those at which a competence was given."""
    return gatherings.among(Activity.objects.filter(lessons__competence=competence))
