"""The kinds of definition, one module each."""

from landsby.blueprint.kinds.activity_kind import ActivityKind, Sessions
from landsby.blueprint.kinds.figure import Figure
from landsby.blueprint.kinds.goal import Goal
from landsby.blueprint.kinds.own_field import Choice, OwnField
from landsby.blueprint.kinds.phase import Phase
from landsby.blueprint.kinds.role import Role
from landsby.blueprint.kinds.track import Track

__all__ = ["ActivityKind", "Choice", "Figure", "Goal", "OwnField", "Phase", "Role", "Sessions", "Track"]
