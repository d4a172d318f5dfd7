"""Which kinds of activity one meets at, which belong to a festival, and what one learns at them."""

from __future__ import annotations

from typing import Literal

from django.utils.translation import gettext as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.kit.text import say

Occasion = Literal["gathering", "festival"]


def kinds_for(blueprint: Blueprint, occasion: Occasion) -> tuple[str, ...]:
    """The ids of the kinds that are this occasion, in the blueprint's order."""
    return tuple(key for key, kind in blueprint.activity_kinds.items() if kind.occasion == occasion)


def taught_at(blueprint: Blueprint, kind: str) -> tuple[str, ...]:
    """The ids of the competences that a kind of activity may give."""
    return tuple(key for key, one in blueprint.competences.items() if kind in one.activity_kinds)


def counted_as(kind: ActivityKind) -> str:
    """The group in which whoever comes from an institution is counted: staff, where the kind counts them."""
    return "staff" if "staff" in kind.counts else kind.counts[0]


def profession_titles(blueprint: Blueprint) -> dict[str, str]:
    """The professions in the reader's language, and last whoever has none that was told."""
    return {**{key: say(one.title) for key, one in blueprint.professions.items()}, "": _("Andre")}
