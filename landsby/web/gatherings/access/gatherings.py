"""Which gatherings somebody may see, lead and sign up for: as activities are, and those that are open around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, Sum
from django.http import Http404

from landsby.web.activities.access import may_change
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.kinds import kinds_for
from landsby.web.gatherings.models import (
    AgendaPoint,
    Agreement,
    AgreementQuerySet,
    Opinion,
    Plan,
    Turnout,
    TurnoutQuerySet,
)
from landsby.web.gatherings.rules import Places
from landsby.web.partnerships.access import SEE, Standing, To, Visitor, actors_within, standing_in
from landsby.web.partnerships.models import Actor, ActorQuerySet, Right
from landsby.web.plans.access import plans_kept_by
from landsby.web.plans.models import PlanQuerySet


def gatherings_seen_by(standing: Standing) -> ActivityQuerySet:
    """The gatherings that somebody may read: those within sight, and those that take sign-ups from where they are."""
    kinds = kinds_for(blueprint_of(standing.programme), "gathering")
    gatherings = Activity.objects.of(standing.programme).of_kinds(kinds)
    if standing.seen.everywhere:
        return gatherings
    within = Activity.objects.of_kinds(kinds).within(standing.seen).order_by().values("pk")
    return gatherings.filter(Q(pk__in=within) | _open_around(standing))


def _open_around(standing: Standing) -> Q:
    """Whatever takes sign-ups for the whole programme, or for a whole municipality in which somebody has a part."""
    places = (membership.actor or membership.community for membership in standing.memberships)
    around = {place.municipality_id for place in places if place} | {m.municipality_id for m in standing.memberships}
    where = Q(municipality=None) | Q(municipality__in=around - {None})
    return Q(gathering__takes_sign_up=True, community=None) & where


def gathering_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Activity, Standing]:
    """A gathering that the user may see, and lead where that is asked.

    Raises:
        Http404: to a stranger, for what lies outside what the user may read, and for what is no gathering.
        PermissionDenied: to a member who does not answer for it.
    """
    activity = Activity.objects.with_places().with_parts().select_related("gathering").filter(pk=pk).first()
    if activity is None:
        raise Http404
    standing = standing_in(user, activity.programme)
    if not gatherings_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to != SEE and not may_change(standing, activity):
        raise PermissionDenied
    return activity, standing


def joinable_gathering_for(user: Visitor, pk: int) -> tuple[Activity, Standing]:
    """A gathering that the user may see and take part in on behalf of somebody.

    Raises:
        Http404: as `gathering_for`.
        PermissionDenied: to a member who belongs to no institution and registers for none.
    """
    activity, standing = gathering_for(user, pk)
    if not may_take_part(standing):
        raise PermissionDenied
    return activity, standing


def may_take_part(standing: Standing) -> bool:
    """Whether somebody belongs to an institution, or registers for some."""
    return bool(standing.own_actors) or standing.may(Right.LOG_ACTIVITIES)


def actors_to_sign_up(standing: Standing, today: date) -> ActorQuerySet:
    """The actors that somebody may sign up: their own with its departments, and those that they register for."""
    own = [actor.pk for actor in standing.own_actors]
    # A set of keys, not a condition: where somebody registers everywhere the condition is empty, and would let none in.
    registers_for = actors_within(standing, Right.LOG_ACTIVITIES).order_by().values("pk")
    chosen = Q(pk__in=registers_for) | Q(pk__in=own) | Q(parent__in=own)
    actors = Actor.objects.of(standing.programme).filter(chosen)
    return actors.open_on(today).in_reading_order()


def turnout_of(activity: Activity) -> TurnoutQuerySet:
    """Who signed up and who came."""
    return Turnout.objects.filter(activity=activity).with_actors()


def agenda_of(activity: Activity) -> list[AgendaPoint]:
    """The points of a gathering's agenda in order, with who leads them at hand."""
    return list(AgendaPoint.objects.filter(activity=activity).select_related("led_by"))


def plan_of(activity: Activity) -> Plan:
    """The plan of a gathering, or one that says nothing and is not stored."""
    return Plan.objects.filter(activity=activity).first() or Plan(activity=activity)


def answers_to(activity: Activity) -> int:
    """How many have said how it was: the answers to the question that most answered."""
    given = Opinion.objects.filter(activity=activity).values_list("question").annotate(people=Sum("people"))
    return max((people for _question, people in given.order_by()), default=0)


def opinions_of(activity: Activity) -> dict[tuple[str, str], int]:
    """How many gave which answer, by question and answer."""
    rows = Opinion.objects.filter(activity=activity).values_list("question", "answer", "people")
    return {(question, answer): people for question, answer, people in rows}


def people_at(activity: Activity) -> int:
    """How many grown-ups were counted at a gathering: those from institutions, or more where more were counted."""
    came = Turnout.objects.filter(activity=activity).aggregate(people=Sum("came"))["people"] or 0
    return max(came, activity.people)


def places_in(activity: Activity, plan: Plan, today: date, *, but_for: int | None = None) -> Places:
    """How many there is room for, and how many come.

    Args:
        but_for: an actor whose own sign-up is not counted, by primary key.
    """
    others = Turnout.objects.filter(activity=activity)
    if but_for is not None:
        others = others.except_for(but_for)
    return Places(
        is_open=plan.takes_sign_up and activity.is_planned and activity.starts_on >= today,
        capacity=plan.capacity,
        taken=others.signed_up(),
        until=plan.sign_up_ends_on or activity.starts_on,
    )


def signed_up_by(activity: Activity, actors: Iterable[Actor]) -> list[Turnout]:
    """What some actors have signed up."""
    own = [actor.pk for actor in actors]
    return list(Turnout.objects.filter(activity=activity, actor__in=own).with_actors())


def agreements_seen_by(standing: Standing) -> AgreementQuerySet:
    """The agreements from the gatherings that somebody may read."""
    return Agreement.objects.made_at(gatherings_seen_by(standing))


def agreement_for(user: Visitor, pk: int, *, to_drop: bool = False) -> tuple[Agreement, Standing]:
    """An agreement that the user may say is done: who leads the gathering, and who it was made by.

    Args:
        to_drop: to take it away, which only those who lead the gathering may.

    Raises:
        Http404, PermissionDenied: as `gathering_for`.
    """
    agreement = Agreement.objects.with_gatherings().filter(pk=pk).first()
    if agreement is None:
        raise Http404
    activity, standing = gathering_for(user, agreement.activity_id)
    if may_change(standing, activity) or (may_keep(standing, agreement) and not to_drop):
        return agreement, standing
    raise PermissionDenied


def plans_to_lay_into(standing: Standing, agreement: Agreement, today: date) -> PlanQuerySet:
    """The plans in use that somebody writes in and that hold today, that of who made the agreement first."""
    kept = plans_kept_by(standing).running().holding_on(today)
    return kept.with_places().of_actor_first(agreement.actor_id)


def may_keep(standing: Standing, agreement: Agreement) -> bool:
    """Whether an agreement was made by somebody's own institution."""
    return agreement.actor_id is not None and agreement.actor_id in {actor.pk for actor in standing.own_actors}
