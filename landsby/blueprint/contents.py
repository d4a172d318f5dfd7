"""What a blueprint holds: a collection for each kind of definition, by id and in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args, get_type_hints

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds import (
    ActivityKind,
    Advice,
    AgreementTemplate,
    Assumption,
    Audience,
    Board,
    Checklist,
    Competence,
    Depth,
    Element,
    Exercise,
    Expectation,
    Figure,
    Food,
    FoodGroup,
    Fund,
    Goal,
    Guide,
    Indicator,
    Initiative,
    Instrument,
    Material,
    Message,
    Milestone,
    Offer,
    Phase,
    PlanTemplate,
    Principle,
    Profession,
    ProtectiveFactor,
    Recipe,
    Role,
    Scale,
    Skill,
    Theory,
    TheoryLane,
    TheoryNode,
    Topic,
    Track,
)


@dataclass(frozen=True, eq=False)
class Contents:
    """The definitions. The order of the collections is that in which people read about a programme."""

    goals: Mapping[str, Goal]
    phases: Mapping[str, Phase]
    tracks: Mapping[str, Track]
    elements: Mapping[str, Element]
    depths: Mapping[str, Depth]
    protective_factors: Mapping[str, ProtectiveFactor]
    topics: Mapping[str, Topic]
    audiences: Mapping[str, Audience]
    professions: Mapping[str, Profession]
    roles: Mapping[str, Role]
    principles: Mapping[str, Principle]
    initiatives: Mapping[str, Initiative]
    activity_kinds: Mapping[str, ActivityKind]
    offers: Mapping[str, Offer]
    competences: Mapping[str, Competence]
    plan_templates: Mapping[str, PlanTemplate]
    milestones: Mapping[str, Milestone]
    checklists: Mapping[str, Checklist]
    scales: Mapping[str, Scale]
    instruments: Mapping[str, Instrument]
    guides: Mapping[str, Guide]
    skills: Mapping[str, Skill]
    exercises: Mapping[str, Exercise]
    food_groups: Mapping[str, FoodGroup]
    foods: Mapping[str, Food]
    recipes: Mapping[str, Recipe]
    materials: Mapping[str, Material]
    messages: Mapping[str, Message]
    advice: Mapping[str, Advice]
    boards: Mapping[str, Board]
    expectations: Mapping[str, Expectation]
    agreement_templates: Mapping[str, AgreementTemplate]
    funds: Mapping[str, Fund]
    theories: Mapping[str, Theory]
    theory_lanes: Mapping[str, TheoryLane]
    theory_nodes: Mapping[str, TheoryNode]
    assumptions: Mapping[str, Assumption]
    indicators: Mapping[str, Indicator]
    figures: Mapping[str, Figure]


KINDS: Mapping[str, type[Definition]] = {
    folder: get_args(collection)[1] for folder, collection in get_type_hints(Contents).items()
}
"""The kinds of definition, by the folder that holds them, which is also the attribute of `Contents`."""
