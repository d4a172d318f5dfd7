"""What years of gatherings add up to: who led them, and who was there when something was learnt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from landsby.web.activities.models import Activity, ActivityQuerySet, Involvement, Part
from landsby.web.activities.status import Status
from landsby.web.gatherings.coverage import Learnt
from landsby.web.gatherings.facilitation import Lead, lead_of, team_kinds
from landsby.web.gatherings.models import Turnout
from landsby.web.partnerships.access import Standing, actors_seen_by


@dataclass(frozen=True, slots=True)
class Led:
    """How many gatherings of a year and community were led by whom."""

    year: int
    community: int | None
    lead: Lead
    gatherings: int


def _leading(gatherings: ActivityQuerySet) -> QuerySet[Any]:
    """With `by_team` and `by_local`. Of the team is who has such a kind, or belongs to the whole programme."""
    leading = Involvement.objects.filter(activity=OuterRef("pk"), part=Part.FACILITATOR)
    of_team = Q(actor__kind__in=team_kinds()) | Q(actor__municipality=None, actor__community=None)
    return gatherings.annotate(by_team=Exists(leading.filter(of_team)), by_local=Exists(leading.exclude(of_team)))


def led_by(gatherings: ActivityQuerySet, lead: Lead) -> ActivityQuerySet:
    """The gatherings that were led so."""
    team, local = lead in (Lead.TEAM, Lead.BOTH), lead in (Lead.LOCAL, Lead.BOTH)
    led: Any = _leading(gatherings).filter(by_team=team, by_local=local)
    return gatherings.among(led)


def leads_over_time(gatherings: ActivityQuerySet) -> list[Led]:
    """Who led the gatherings that were held, by year and community: one query."""
    held = _leading(gatherings.held().order_by()).annotate(year=ExtractYear("starts_on"))
    rows = held.values_list("year", "community", "by_team", "by_local").annotate(gatherings=Count("pk"))
    return [Led(year, place, lead_of(team=team, local=local), count) for year, place, team, local, count in rows]


def lessons_learnt(standing: Standing) -> list[Learnt]:
    """Who of those within sight was there when a competence was given: two queries, however many gatherings.

    The sessions of a series are one occasion: the best attended of them counts.
    """
    came = Turnout.objects.filter(came__gt=0, activity__status=Status.HELD, activity__programme=standing.programme)
    came = came.exclude(activity__lessons=None)
    if not standing.seen.everywhere:
        came = came.filter(actor__in=actors_seen_by(standing).order_by().values("pk"))
    told = ("activity__lessons__competence", "actor", "profession")
    alone = came.filter(activity__series=None).values_list(*told, "came")
    in_series = came.exclude(activity__series=None).order_by().values_list(*told, "activity__series")
    best = [(*row[:3], row[4]) for row in in_series.annotate(most=Max("came"))]
    return [Learnt(*row) for row in (*alone, *best)]


def gatherings_teaching(gatherings: ActivityQuerySet, competence: str) -> ActivityQuerySet:
    """Those at which a competence was given."""
    return gatherings.among(Activity.objects.filter(lessons__competence=competence))
