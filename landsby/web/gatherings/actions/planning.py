"""Deciding about a gathering: its sign-up, agenda, materials and what is learnt there."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.gatherings.models import AgendaPoint, Lesson, Material, Plan
from landsby.web.gatherings.names import held_names, named_as_today
from landsby.web.gatherings.told import Planned
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act

_PLAIN = ("takes_sign_up", "capacity", "sign_up_ends_on")


@transaction.atomic
def plan_gathering(*, activity: Activity, planned: Planned, by: User) -> Plan:
    """Let the plan of a gathering be as told now; agenda, materials and competences are replaced by those told.

    Raises:
        Blocked: when the programme no longer has a competence that the gathering did not give before.
    """
    names = held_names(activity.programme)
    Activity.objects.select_for_update().get(pk=activity.pk)
    kept = set(Lesson.objects.filter(activity=activity).values_list("competence", flat=True))
    competences = named_as_today(names, "competences", planned.competences, kept)
    planned = replace(planned, competences=tuple(competences.values()))
    plan = Plan.objects.filter(activity=activity).first() or Plan(activity=activity)
    before = {name: getattr(plan, name) for name in _PLAIN} if plan.pk else {}
    for name in _PLAIN:
        setattr(plan, name, getattr(planned, name))
    plan.clean_fields(exclude=["activity"])
    plan.save()
    _replace_lists(activity, planned)
    detail = changes(before, {name: getattr(plan, name) for name in _PLAIN}) if before else {}
    record(by=by, act=Act.CHANGED, thing=plan, programme=activity.programme.slug, detail=detail)
    return plan


def _replace_lists(activity: Activity, planned: Planned) -> None:
    points = [
        AgendaPoint(activity=activity, position=place, starts_at=one.starts_at, title=one.title, led_by=one.led_by)
        for place, one in enumerate(planned.agenda)
    ]
    links = [Material(activity=activity, title=one.title, url=one.url) for one in planned.materials]
    lessons = [Lesson(activity=activity, competence=key) for key in dict.fromkeys(planned.competences)]
    for row in (*points, *links):
        row.clean_fields(exclude=["activity", "led_by"])
    AgendaPoint.objects.filter(activity=activity).delete()
    Material.objects.filter(activity=activity).delete()
    Lesson.objects.filter(activity=activity).delete()
    AgendaPoint.objects.bulk_create(points)
    Material.objects.bulk_create(links)
    Lesson.objects.bulk_create(lessons)
