"""The words by which a theory of change is told: its stages, its years, and what became of a box."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from landsby.blueprint.kinds import TheoryNode
from landsby.blueprint.labels import choice_label
from landsby.web.kit.text import say


def stage_name(stage: str) -> str:
    """What a stage is called above its column."""
    return capfirst(say(choice_label("stage", stage)))


def mark_of(fate: str) -> str:
    """What became of a thing, in a word and a sign, so that it does not hang on colour."""
    marks = {"new": _("+ Ny"), "changed": _("± Ændret"), "gone": _("– Væk")}
    return marks.get(fate, "")


def years_of_horizon(node: TheoryNode) -> str:
    """When a box is expected, in words; "" where nothing is said."""
    horizon = node.horizon
    if horizon is None:
        return ""
    if horizon.first_year == horizon.last_year:
        return _("År %(year)s") % {"year": horizon.first_year}
    return _("År %(first)s–%(last)s") % {"first": horizon.first_year, "last": horizon.last_year}
