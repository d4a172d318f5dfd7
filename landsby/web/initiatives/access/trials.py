"""Which trials, policies and coverage somebody may see and change."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from landsby.web.accounts.models import User
from landsby.web.initiatives.access.initiatives import initiatives_managed_by, initiatives_seen_by
from landsby.web.initiatives.models import (
    Coverage,
    CoverageQuerySet,
    Initiative,
    InitiativeQuerySet,
    Policy,
    PolicyQuerySet,
    Trial,
    TrialQuerySet,
)
from landsby.web.partnerships.access import SEE, Standing, To, Visitor, actors_seen_by, actors_within, standing_in
from landsby.web.partnerships.models import Actor, ActorQuerySet, Right


def trials_seen_by(standing: Standing) -> TrialQuerySet:
    """The programme's trials that somebody may read: where they see, and their own that lie at no place."""
    trials = Trial.objects.in_programme(standing.programme)
    seen = trials.within(standing.seen).filter(initiative__in=_keys_of(initiatives_seen_by(standing)))
    return trials.filter(Q(pk__in=seen.values("pk")) | _written_by(standing))


def trials_led_by(standing: Standing) -> TrialQuerySet:
    """The programme's trials that somebody may change: where they register, and of initiatives that they manage."""
    trials = Trial.objects.in_programme(standing.programme)
    if not standing.may(Right.LOG_ACTIVITIES):
        return trials.none()
    there = trials.lying_in(standing.reach(Right.LOG_ACTIVITIES)).values("pk")
    managed = _keys_of(initiatives_managed_by(standing))
    return trials.filter(Q(pk__in=there) | _written_by(standing) | Q(initiative__in=managed))


def _written_by(standing: Standing) -> Q:
    """What somebody has written themselves, where it lies at no place: elsewhere the place decides, also of authors."""
    return Q(created_by=standing.user, actor=None, community=None, municipality=None)


def trial_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Trial, Standing]:
    """A trial that the user may see, and change where that is asked.

    Raises:
        Http404: to a stranger, and where it lies outside what the user may read.
        PermissionDenied: to a member who does not answer for it.
    """
    trial = Trial.objects.with_places().filter(pk=pk).first()
    if trial is None:
        raise Http404
    standing = standing_in(user, trial.initiative.programme)
    if not trials_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to != SEE and not trials_led_by(standing).filter(pk=pk).exists():
        raise PermissionDenied
    return trial, standing


def trials_under(standing: Standing, initiative: Initiative) -> TrialQuerySet:
    """The trials of an initiative that somebody may read."""
    return trials_seen_by(standing).filter(initiative=initiative)


def trials_to_go_on_from(standing: Standing, initiative: Initiative, trial: Trial | None = None) -> TrialQuerySet:
    """The trials that one may go on from: those that somebody may read, and the one that it goes on from already."""
    seen = trials_under(standing, initiative).order_by().values("pk")
    kept = trial.previous_id if trial else None
    return Trial.objects.filter(Q(pk__in=seen) | Q(pk=kept)).in_order().except_for(trial)


def may_tell(standing: Standing, trial: Trial) -> bool:
    """Whether somebody may tell how a trial went."""
    return trials_led_by(standing).filter(pk=trial.pk).exists()


def chain_seen(standing: Standing, trial: Trial) -> list[Trial]:
    """The trials that hang together with one and that somebody may read, itself among them."""
    seen = set(trials_under(standing, trial.initiative).values_list("pk", flat=True))
    return [one for one in chain_of(trial) if one.pk in seen]


def trial_stored_before(client_key: UUID | None, by: User) -> Trial | None:
    """What the same form of the same person has stored already."""
    return Trial.objects.filter(client_key=client_key, created_by=by).first() if client_key else None


def chain_of(trial: Trial) -> list[Trial]:
    """The trials that hang together with one, the first on top; itself among them: one query."""
    siblings = list(trial.initiative.trials.with_places().in_order())
    together, waiting = {trial.pk}, [trial]
    while waiting:
        at = waiting.pop()
        near = [one for one in siblings if one.previous_id == at.pk or one.pk == at.previous_id]
        fresh = [one for one in near if one.pk not in together]
        together.update(one.pk for one in fresh)
        waiting += fresh
    return [one for one in siblings if one.pk in together]


def before_in(initiative: Initiative) -> dict[int, int]:
    """The trial that each of an initiative's trials goes on from, by primary key."""
    rows = initiative.trials.values_list("pk", "previous")
    return {pk: previous for pk, previous in rows if previous is not None}


def actors_to_try(standing: Standing, today: date, stored: Trial | Policy | None = None) -> ActorQuerySet:
    """The actors that somebody may try or agree something at, and the one that is chosen already."""
    near = actors_within(standing, Right.LOG_ACTIVITIES).open_on(today).whole().order_by().values("pk")
    kept = stored.actor_id if stored else None
    return Actor.objects.filter(Q(pk__in=near) | Q(pk=kept)).in_reading_order()


def actors_to_cover(standing: Standing, initiative: Initiative, today: date) -> ActorQuerySet:
    """The actors that somebody may register coverage of and that are not covered yet."""
    covered = Coverage.objects.filter(initiative=initiative).open().values("actor")
    return actors_within(standing, Right.LOG_ACTIVITIES).open_on(today).whole().exclude(pk__in=covered)


def coverages_seen_by(standing: Standing, initiative: Initiative) -> CoverageQuerySet:
    """Who does an initiative, among the actors that somebody sees."""
    return Coverage.objects.filter(initiative=initiative).by_actors(actors_seen_by(standing))


def coverages_led_by(standing: Standing, initiative: Initiative) -> CoverageQuerySet:
    """Who does an initiative, among the actors that somebody registers for."""
    own = actors_within(standing, Right.LOG_ACTIVITIES)
    return Coverage.objects.filter(initiative=initiative).by_actors(own)


def policies_seen_by(standing: Standing) -> PolicyQuerySet:
    """The programme's policies that somebody may read."""
    return Policy.objects.of(standing.programme).within(standing.seen)


def policies_from(standing: Standing, initiative: Initiative) -> PolicyQuerySet:
    """The policies that came of an initiative and that somebody may read."""
    return policies_seen_by(standing).filter(initiative=initiative)


def may_change_policy(standing: Standing, policy: Policy) -> bool:
    """Whether somebody may change a policy."""
    return policies_led_by(standing).filter(pk=policy.pk).exists()


def policies_led_by(standing: Standing) -> PolicyQuerySet:
    """The programme's policies that somebody may change: where they register."""
    policies = Policy.objects.of(standing.programme)
    if not standing.may(Right.LOG_ACTIVITIES):
        return policies.none()
    there = policies.lying_in(standing.reach(Right.LOG_ACTIVITIES)).values("pk")
    return policies.filter(Q(pk__in=there) | _written_by(standing))


def policy_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Policy, Standing]:
    """A policy that the user may see, and change where that is asked.

    Raises:
        Http404, PermissionDenied: as `trial_for`.
    """
    policy = Policy.objects.with_places().filter(pk=pk).first()
    if policy is None:
        raise Http404
    standing = standing_in(user, policy.programme)
    if not policies_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to != SEE and not policies_led_by(standing).filter(pk=pk).exists():
        raise PermissionDenied
    return policy, standing


def _keys_of(initiatives: InitiativeQuerySet) -> QuerySet[Initiative, Any]:
    return initiatives.order_by().values("pk")


def coverage_for(user: Visitor, pk: int) -> tuple[Coverage, Standing]:
    """That an actor does an initiative, where the user may say otherwise: they register for the actor.

    Raises:
        Http404: to a stranger, and where the user sees neither the initiative nor the actor.
        PermissionDenied: to a member who does not register for the actor.
    """
    rows = Coverage.objects.select_related("initiative__programme", "actor")
    coverage = rows.filter(pk=pk).first()
    if coverage is None:
        raise Http404
    standing = standing_in(user, coverage.initiative.programme)
    if not actors_seen_by(standing).filter(pk=coverage.actor_id).exists():
        raise Http404
    if not actors_within(standing, Right.LOG_ACTIVITIES).filter(pk=coverage.actor_id).exists():
        raise PermissionDenied
    return coverage, standing
