"""Foods that children compose a meal from, in groups."""

from __future__ import annotations

from typing import Annotated

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Id, Refers


class FoodGroup(Definition):
    """A group of foods that a good meal takes something from."""


class Food(Definition):
    """Something to eat."""

    group: Annotated[Id, Refers("food_groups")]
    """The group that it belongs to."""
