"""Trials begun and told of, and policies that came of an initiative."""

from __future__ import annotations

from dataclasses import fields
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.initiatives.access import before_in, trial_stored_before
from landsby.web.initiatives.details import PolicyDetails, TrialDetails
from landsby.web.initiatives.models import Initiative, Policy, Trial
from landsby.web.initiatives.rows import unread
from landsby.web.initiatives.rules import problems_of_chain, problems_of_policy, problems_of_trial
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme

_TYPED = frozenset("question tried with_whom expected observed learned title text owner".split())
_RELATED = "programme initiative previous actor community municipality created_by".split()


@transaction.atomic
def begin_trial(*, initiative: Initiative, details: TrialDetails, by: User, client_key: UUID | None = None) -> Trial:
    """Store a trial, begun or already told of.

    Args:
        client_key: the form's own key; a second call with the same key returns what the first stored.

    Raises:
        Blocked: when the details do not hold.
    """
    stored = trial_stored_before(client_key, by)
    if stored is not None:
        return stored
    trial = Trial(initiative=initiative, created_by=by, client_key=client_key)
    _tell(trial, details)
    try:
        with transaction.atomic():
            trial.save(force_insert=True)
    except IntegrityError:
        # The same form was sent a second time while the first was being stored.
        stored = trial_stored_before(client_key, by)
        if stored is None:
            raise
        return stored
    record(by=by, act=Act.CREATED, thing=trial, programme=initiative.programme.slug)
    return trial


@transaction.atomic
def tell_trial(*, trial: Trial, details: TrialDetails, by: User) -> Trial:
    """Let a trial be as told now: what was seen, what was learnt, and what comes next.

    Raises:
        Blocked: when the details do not hold.
    """
    trial = Trial.objects.select_for_update(of=("self",)).select_related("initiative__programme").get(pk=trial.pk)
    before = _audited(trial, TrialDetails)
    _tell(trial, details)
    trial.save()
    detail = changes(before, _audited(trial, TrialDetails))
    record(by=by, act=Act.CHANGED, thing=trial, programme=trial.initiative.programme.slug, detail=detail)
    return trial


@transaction.atomic
def write_policy(*, programme: Programme, details: PolicyDetails, by: User) -> Policy:
    """Store a policy. The same one sent twice is stored once.

    Raises:
        Blocked: when the details do not hold.
    """
    policy = Policy(programme=programme, created_by=by)
    _put(policy, details)
    told = {name: getattr(policy, name) for name in ("initiative", "title", "actor", "started_on", "owner")}
    stored = Policy.objects.of(programme).filter(created_by=by, **told).first()
    if stored is not None:
        return stored
    policy.save(force_insert=True)
    record(by=by, act=Act.CREATED, thing=policy, programme=programme.slug)
    return policy


@transaction.atomic
def change_policy(*, policy: Policy, details: PolicyDetails, by: User) -> Policy:
    """Let a policy be as told now, or hold no longer.

    Raises:
        Blocked: when the details do not hold.
    """
    policy = Policy.objects.select_for_update(of=("self",)).select_related("programme").get(pk=policy.pk)
    before = _audited(policy, PolicyDetails)
    _put(policy, details)
    policy.save()
    detail = changes(before, _audited(policy, PolicyDetails))
    record(by=by, act=Act.CHANGED, thing=policy, programme=policy.programme.slug, detail=detail)
    return policy


def _tell(trial: Trial, details: TrialDetails) -> None:
    """Copy what is told onto the row, in doubt about everything that a trial must satisfy."""
    refuse_on_blockers(problems_of_trial(details, timezone.localdate()))
    previous = details.previous.pk if details.previous else None
    refuse_on_blockers(problems_of_chain(trial.pk, previous, before_in(trial.initiative)))
    _copy(trial, details)


def _put(policy: Policy, details: PolicyDetails) -> None:
    refuse_on_blockers(problems_of_policy(details))
    _copy(policy, details)


def _copy(row: Trial | Policy, details: TrialDetails | PolicyDetails) -> None:
    for each in fields(details):
        setattr(row, each.name, getattr(details, each.name))
    # What lies at an institution lies where the institution does.
    row.community = details.actor.community if details.actor else details.community
    home = row.community or details.actor
    row.municipality = home.municipality if home else details.municipality
    row.clean_fields(exclude=_RELATED)


def _audited(row: Trial | Policy, details: type[TrialDetails | PolicyDetails]) -> dict[str, object]:
    values = {each.name: getattr(row, each.name) for each in fields(details)}
    return {name: unread(value) if name in _TYPED else value for name, value in values.items()}
