"""Which checklist is gone through with a new leader."""

from __future__ import annotations

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import Checklist
from landsby.web.blueprints.models import blueprint_of, definition_as_of
from landsby.web.partnerships.models import Actor
from landsby.web.wheel.models import Introduction


def checklist_for(blueprint: Blueprint, actor: Actor) -> Checklist | None:
    """The blueprint's first checklist for a new leader of such an actor."""
    fitting = (
        one
        for one in blueprint.checklists.values()
        if one.use == "new_leader" and (not one.groups or actor.group in one.groups)
    )
    return next(fitting, None)


def checklist_of(introduction: Introduction) -> Checklist | None:
    """The checklist as it stood when an introduction was begun; today's where that wording is not known."""
    programme = introduction.actor.programme
    today = blueprint_of(programme).checklists.get(introduction.checklist)
    if today is not None and today.content_hash == introduction.checklist_hash:
        return today
    wording = definition_as_of(programme, "checklists", introduction.checklist_hash)
    then = wording.definition if wording else today
    return then if isinstance(then, Checklist) else None
