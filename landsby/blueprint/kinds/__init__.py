"""The kinds of definition, one module each; the plainest share one."""

from landsby.blueprint.kinds.activity_kind import ActivityKind, Rate, Sessions
from landsby.blueprint.kinds.agreement_template import AgreementTemplate, Promise
from landsby.blueprint.kinds.assumption import Assumption
from landsby.blueprint.kinds.audience import Audience
from landsby.blueprint.kinds.board import Board, Seat
from landsby.blueprint.kinds.checklist import Checklist
from landsby.blueprint.kinds.competence import Competence, Profession
from landsby.blueprint.kinds.exercise import Exercise, Skill
from landsby.blueprint.kinds.figure import Figure
from landsby.blueprint.kinds.food import Food, FoodGroup
from landsby.blueprint.kinds.fund import Fund
from landsby.blueprint.kinds.goal import Goal
from landsby.blueprint.kinds.guide import Guide, Question
from landsby.blueprint.kinds.indicator import Break, Indicator
from landsby.blueprint.kinds.initiative import Initiative
from landsby.blueprint.kinds.instrument import Instrument, Item
from landsby.blueprint.kinds.material import Content, Material
from landsby.blueprint.kinds.milestone import Milestone
from landsby.blueprint.kinds.offer import AgeInMonths, Criterion, Offer
from landsby.blueprint.kinds.own_field import Choice, OwnField
from landsby.blueprint.kinds.parts import Ages, Point, Rhythm
from landsby.blueprint.kinds.phase import Phase
from landsby.blueprint.kinds.plain import (
    Advice,
    Depth,
    Element,
    Expectation,
    Message,
    ProtectiveFactor,
    Theory,
    TheoryLane,
    Topic,
)
from landsby.blueprint.kinds.plan_template import Focus, PlanSection, PlanTemplate
from landsby.blueprint.kinds.principle import Principle
from landsby.blueprint.kinds.recipe import Recipe
from landsby.blueprint.kinds.role import Role
from landsby.blueprint.kinds.scale import Scale, Step
from landsby.blueprint.kinds.theory_node import Arrow, Horizon, TheoryNode
from landsby.blueprint.kinds.track import Track

__all__ = [
    "ActivityKind",
    "Advice",
    "AgeInMonths",
    "Ages",
    "AgreementTemplate",
    "Arrow",
    "Assumption",
    "Audience",
    "Board",
    "Break",
    "Checklist",
    "Choice",
    "Competence",
    "Content",
    "Criterion",
    "Depth",
    "Element",
    "Exercise",
    "Expectation",
    "Figure",
    "Focus",
    "Food",
    "FoodGroup",
    "Fund",
    "Goal",
    "Guide",
    "Horizon",
    "Indicator",
    "Initiative",
    "Instrument",
    "Item",
    "Material",
    "Message",
    "Milestone",
    "Offer",
    "OwnField",
    "Phase",
    "PlanSection",
    "PlanTemplate",
    "Point",
    "Principle",
    "Profession",
    "Promise",
    "ProtectiveFactor",
    "Question",
    "Rate",
    "Recipe",
    "Rhythm",
    "Role",
    "Scale",
    "Seat",
    "Sessions",
    "Skill",
    "Step",
    "Theory",
    "TheoryLane",
    "TheoryNode",
    "Topic",
    "Track",
]
