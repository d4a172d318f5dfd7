"""Writing a portfolio: the blueprint's initiatives begun, and what became of each, by the product's actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import translation

from landsby.blueprint import Blueprint
from landsby.demo.intentions import PlannedInitiative, PlannedTrial
from landsby.web.accounts.models import User
from landsby.web.initiatives.actions import (
    begin_trial,
    change_initiative,
    change_stage,
    decide_in_municipality,
    register_coverage,
    start_portfolio,
    tick_checklists,
    write_policy,
)
from landsby.web.initiatives.details import Groups, InitiativeDetails, PolicyDetails, TrialDetails
from landsby.web.initiatives.models import ACTOR_KINDS, LINKED, Initiative
from landsby.web.initiatives.stages import NextStep, Stage
from landsby.web.partnerships.models import Actor, Municipality, Programme

_WHY = "Vi vurderede sammen, at den var klar til det."
"""Where a stage asks for more than was ever registered, somebody has told why they went on."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Where a portfolio is written: its programme, with places and actors by the names that plans use."""

    programme: Programme
    blueprint: Blueprint
    municipalities: Mapping[str, Municipality]
    actors: Mapping[str, Actor]
    by: User


def write_portfolio(setting: Setting, planned: Iterable[PlannedInitiative], since: date) -> None:
    """Begin what the blueprint brings on a day, in Danish, and let each initiative go its way."""
    with translation.override("da"):
        begun = start_portfolio(programme=setting.programme, by=setting.by, on=since)
    by_definition = {each.definition: each for each in begun}
    for one in planned:
        _write(setting, by_definition[one.definition], one)


def _write(setting: Setting, initiative: Initiative, planned: PlannedInitiative) -> None:
    initiative = change_initiative(initiative=initiative, details=_details(setting, initiative, planned), by=setting.by)
    _try(setting, initiative, planned.trials)
    _spread(setting, initiative, planned)
    if planned.is_ready:
        _tick_all(setting, initiative)
    for move in planned.moves:
        why = move.why or (_WHY if move.to in (Stage.ADAPTING, Stage.SPREADING, Stage.OPERATION) else "")
        initiative = change_stage(initiative=initiative, to=move.to, on=move.on, why=why, by=setting.by)
    for decision in planned.decisions:
        decide_in_municipality(
            initiative=initiative,
            municipality=setting.municipalities[decision.municipality],
            verdict=decision.verdict,
            on=decision.on,
            why=decision.why,
            decided_by="Kommunens styregruppe",
            by=setting.by,
        )
    _agree(setting, initiative, planned)


def _details(setting: Setting, initiative: Initiative, planned: PlannedInitiative) -> InitiativeDetails:
    """What it is already, and what the plan adds to it."""
    links = {folder: tuple(initiative.linked(folder)) for folder in LINKED}
    return InitiativeDetails(
        title=initiative.title,
        summary=initiative.summary,
        definition=initiative.definition,
        parent=initiative.parent,
        links={**links, "theory_nodes": planned.nodes, ACTOR_KINDS: planned.meant},
        newness=initiative.newness,
        effort=initiative.effort,
        depth=initiative.depth,
        owner_actor=setting.actors[planned.owner] if planned.owner else None,
        partners=tuple(setting.actors[name] for name in planned.partners),
    )


def _try(setting: Setting, initiative: Initiative, trials: Iterable[PlannedTrial]) -> None:
    """Trials in a chain, each told of."""
    previous = None
    for trial in trials:
        details = TrialDetails(
            question=trial.question,
            tried=trial.tried,
            previous=previous,
            actor=setting.actors[trial.actor] if trial.actor else None,
            started_on=trial.first,
            ended_on=trial.last,
            expected=trial.expected,
            observed=trial.observed,
            learned=trial.learned,
            next_step=NextStep(trial.next_step),
        )
        previous = begin_trial(initiative=initiative, details=details, by=setting.by)


def _spread(setting: Setting, initiative: Initiative, planned: PlannedInitiative) -> None:
    for coverage in planned.coverage:
        actors = [setting.actors[name] for name in coverage.actors]
        counted = {
            actor.pk: Groups(reached=reached, total=total)
            for actor, (reached, total) in zip(actors, coverage.groups, strict=False)
        }
        register_coverage(
            initiative=initiative, actors=actors, started_on=coverage.since, groups=counted, by=setting.by
        )


def _tick_all(setting: Setting, initiative: Initiative) -> None:
    lists = [setting.blueprint.checklists[key] for key in initiative.linked("checklists")]
    points = [(each.id, point.id) for each in lists for point in each.points]
    tick_checklists(initiative=initiative, points=points, shown=points, by=setting.by)


def _agree(setting: Setting, initiative: Initiative, planned: PlannedInitiative) -> None:
    for policy in planned.policies:
        details = PolicyDetails(
            title=policy.title,
            text=policy.text,
            owner=policy.owner,
            started_on=policy.since,
            initiative=initiative,
            actor=setting.actors[policy.actor] if policy.actor else None,
        )
        write_policy(programme=setting.programme, details=details, by=setting.by)
