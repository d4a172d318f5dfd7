"""Writes: figures from files, and targets."""

from landsby.web.indicators.actions.deliveries import take_back_delivery
from landsby.web.indicators.actions.imports import (
    add_figures,
    apply_figures,
    begin_figures,
    give_up_figures,
    map_figures,
)
from landsby.web.indicators.actions.targets import ToldTarget, set_target, take_back_target

__all__ = [
    "ToldTarget",
    "add_figures",
    "apply_figures",
    "begin_figures",
    "give_up_figures",
    "map_figures",
    "set_target",
    "take_back_delivery",
    "take_back_target",
]
