"""How figures of an outcome are shown: shares in percentage points, everything else in its own unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from landsby.blueprint.text import Text
from landsby.evaluation.designs.recipe import is_share_of

Outcome = Mapping[str, Any]
"""One of result.json's `outcomes`."""
EFFECT = Text(da="Forskel ({unit})", en="Difference ({unit})")


def factor_of(outcome: Outcome) -> float:
    """By what figures are multiplied to be shown: shares are shown in percentage points."""
    return 100.0 if is_share_of(outcome) else 1.0


def unit_of(outcome: Outcome) -> Text:
    """The unit that figures are shown in."""
    if not is_share_of(outcome):
        unit = outcome["unit"] or "–"
        return Text(da=unit, en=unit)
    return Text(da="procentpoint", en="percentage points")


def title_of(outcome: Outcome) -> Text:
    """What people call it."""
    return Text(**outcome["title"])


def times(value: float | None, by: float) -> float | None:
    """A figure as it is shown; nothing stays nothing."""
    return None if value is None else value * by


def capitalised(word: Text) -> Text:
    """A word that begins a line."""
    return Text(da=word.da[:1].upper() + word.da[1:], en=word.en[:1].upper() + word.en[1:])
