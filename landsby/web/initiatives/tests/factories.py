"""Initiatives for tests, made through the room's own actions."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from landsby.web.accounts.models import User
from landsby.web.initiatives.actions import (
    begin_initiative,
    begin_trial,
    decide_in_municipality,
    register_coverage,
    write_policy,
)
from landsby.web.initiatives.details import InitiativeDetails, PolicyDetails, TrialDetails
from landsby.web.initiatives.models import ACTOR_KINDS, Initiative, Trial
from landsby.web.initiatives.stages import Stage, Verdict
from landsby.web.partnerships.models import Actor

A_DAY = date(2023, 5, 3)

LINKS = {
    "tracks": ("reading_together",),
    "goals": ("story_time",),
    "theory_nodes": ("reading_aloud_often",),
    "checklists": ("ready_to_sail",),
    ACTOR_KINDS: ("kindergarten",),
}


def details(**told: Any) -> InitiativeDetails:
    """Bedtime stories on the quay, for kindergartens, unless told otherwise."""
    usual: dict[str, Any] = {
        "title": "Godnathistorier på kajen",
        "summary": "Vi læser højt, når bådene kommer hjem.",
        "links": LINKS,
        "newness": "new",
        "effort": 3,
        "depth": "currents",
    }
    return InitiativeDetails(**{**usual, **told})


def an_initiative(world: SimpleNamespace, by: User, *, stage: str = Stage.IDEA, **told: Any) -> Initiative:
    """One stored initiative of the whole programme that has stood at its stage since `A_DAY`."""
    return begin_initiative(programme=world.programme, details=details(**told), stage=stage, on=A_DAY, by=by)


def trial_details(**told: Any) -> TrialDetails:
    """Reading on the bench for a fortnight, not told of yet."""
    usual: dict[str, Any] = {"question": "Bliver flere siddende?", "started_on": A_DAY, "tried": "En bænk og en bog."}
    return TrialDetails(**{**usual, **told})


def a_trial(initiative: Initiative, by: User, **told: Any) -> Trial:
    """One stored trial."""
    return begin_trial(initiative=initiative, details=trial_details(**told), by=by)


def initiatives_at(world: SimpleNamespace, actor: Actor, by: User) -> dict[str, int]:
    """An initiative of an actor's community with a trial, coverage, a decision and a policy: keys by noun."""
    initiative = an_initiative(world, by, stage=Stage.SPREADING, community=actor.community, title=f"Hos {actor.name}")
    [covered] = register_coverage(initiative=initiative, actors=[actor], started_on=A_DAY, by=by)
    told = PolicyDetails(title="Fødselsdage", owner="Bestyrelsen", started_on=A_DAY, actor=actor, initiative=initiative)
    decide_in_municipality(
        initiative=initiative,
        municipality=actor.municipality or world.north,
        verdict=Verdict.CONTINUE,
        on=A_DAY,
        why="Det virker.",
        by=by,
    )
    return {
        "initiatives": initiative.pk,
        "trials": a_trial(initiative, by, actor=actor).pk,
        "coverages": covered.pk,
        "policies": write_policy(programme=world.programme, details=told, by=by).pk,
    }
