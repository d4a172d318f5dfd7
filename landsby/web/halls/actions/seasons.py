"""A season planned, and planned otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.web.accounts.models import User
from landsby.web.activities.actions import adjust_activity, cancel_activity, register_activity
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity
from landsby.web.activities.names import kind_of_today
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.halls.access import standing_alone
from landsby.web.halls.changing import SeasonChange, why_closed
from landsby.web.halls.details import SeasonDetails, Slot
from landsby.web.halls.models import Opening, Season, SeasonHost, SeasonPause, SeasonTime
from landsby.web.halls.rules import problems_of_season
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme

_PLAIN = (
    "title place hall coordinator starts_on ends_on weeks_between hosts_each people_needed bring bring_in_english"
).split()
LATELY = timedelta(minutes=10)
"""For so long the same season, told by the same person, is taken for a second click."""

_LINKED = ["programme", "municipality", "community", "hall", "coordinator", "created_by"]


@transaction.atomic
def plan_season(*, programme: Programme, details: SeasonDetails, slots: Sequence[Slot], by: User) -> Season:
    """Store a season and an activity for each of its openings.

    An activity of the kind that stands there already on such a day, and in no season, is taken in as it is. The same
    season once more, as from a second click, is not another.

    Args:
        slots: the days to open on, as `rules.slots_of` gives them.

    Raises:
        Blocked: when the details do not hold, or name what the programme has no longer.
    """
    refuse_on_blockers(problems_of_season(details))
    kind = kind_of_today(details.kind.id, NamesOfToday(programme, held_blueprint(programme)))
    season = Season(programme=programme, created_by=by, kind=kind.id)
    _fill(season, details)
    twin = Season.objects.planned_lately_as(season, timezone.now() - LATELY)
    if twin is not None:
        return twin
    season.save(force_insert=True)
    _write_plan(season, details)
    record(by=by, act=Act.CREATED, thing=season, programme=programme.slug, detail={"rows": len(slots)})
    _open(season, details, slots, by)
    return season


@transaction.atomic
def change_season(*, season: Season, details: SeasonDetails, change: SeasonChange, by: User) -> Season:
    """Let a season be as told now; its openings follow.

    Args:
        change: what becomes of the openings, as `changing.change_between` gives it and the user has seen it.

    Raises:
        Blocked: when the details do not hold.
    """
    refuse_on_blockers(problems_of_season(details))
    # First what the programme works by, then what hangs on it: so does whoever goes over to another version.
    held_blueprint(season.programme)
    season = Season.objects.select_for_update(of=("self",)).select_related("programme").get(pk=season.pk)
    before = {name: getattr(season, name) for name in _PLAIN if not name.startswith("bring")}
    _fill(season, details)
    season.save()
    for plan in (season.weekly, season.pauses, season.hosts):
        plan.all().delete()
    _write_plan(season, details)
    after = {name: getattr(season, name) for name in before}
    told = {**changes(before, after), "rows": len(change.added)}
    record(by=by, act=Act.CHANGED, thing=season, programme=season.programme.slug, detail=told)
    for opening in change.cancelled:
        because = why_closed(details, opening.planned_on) or _("Sæsonplanen blev ændret")
        cancel_activity(activity=opening.activity, because=because, by=by)
    Opening.objects.filter(pk__in=[opening.pk for opening in change.cancelled]).update(left_out=True)
    for opening, values in change.moved:
        adjust_activity(activity=opening.activity, values=values, by=by)
    ahead = season.openings.filter(activity__in=Activity.objects.planned().values("pk"))
    ahead.update(people_needed=details.people_needed)
    _open(season, details, change.added, by)
    return season


def _fill(season: Season, details: SeasonDetails) -> None:
    """Copy what is told onto the row."""
    for name in _PLAIN:
        setattr(season, name, getattr(details, name))
    season.community = details.community
    season.municipality = details.community.municipality if details.community else details.municipality
    season.clean_fields(exclude=_LINKED)


def _write_plan(season: Season, details: SeasonDetails) -> None:
    """Write weekly times, pauses and associations: one insert each."""
    SeasonTime.objects.bulk_create(
        SeasonTime(season=season, weekday=time.weekday, opens_at=time.opens_at, closes_at=time.closes_at)
        for time in details.weekly
    )
    pauses = [
        SeasonPause(season=season, first_on=pause.first_on, last_on=pause.last_on, why=pause.why)
        for pause in details.pauses
    ]
    for pause in pauses:
        pause.clean_fields(exclude=["season"])
    SeasonPause.objects.bulk_create(pauses)
    SeasonHost.objects.bulk_create(SeasonHost(season=season, actor=one) for one in dict.fromkeys(details.associations))


def _open(season: Season, details: SeasonDetails, slots: Sequence[Slot], by: User) -> None:
    """Make an activity for each day, or take in the one that stands there; what is planned already is left alone."""
    alone = standing_alone(season)
    known = set(season.openings.filter(left_out=False).values_list("planned_on", flat=True))
    slots = [slot for slot in slots if slot.on not in known]
    there: dict[object, Activity] = {}
    if slots:
        for activity in alone.between(slots[0].on, slots[-1].on).in_order():
            there.setdefault(activity.starts_on, activity)
    openings = []
    for slot in slots:
        activity = there.get(slot.on) or register_activity(
            programme=season.programme, details=_activity_of(season, details, slot), by=by
        )
        openings.append(
            Opening(season=season, activity=activity, planned_on=slot.on, people_needed=details.people_needed)
        )
    Opening.objects.bulk_create(openings)


def _activity_of(season: Season, details: SeasonDetails, slot: Slot) -> Details:
    return Details(
        kind=details.kind,
        title=details.title,
        starts_on=slot.on,
        start_time=slot.opens_at,
        end_time=slot.closes_at,
        municipality=season.municipality,
        community=season.community,
        place=details.place,
        goals=tuple(details.kind.goals),
        tracks=tuple(details.kind.tracks),
        facilitators=(details.coordinator,) if details.coordinator else (),
    )
