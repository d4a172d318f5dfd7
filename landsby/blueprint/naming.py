"""What a part of a definition is called."""

from __future__ import annotations

from landsby.blueprint.text import Text
from landsby.blueprint.values import Frozen

_NAMED_BY = ("title", "label", "text", "what")


def naming_of(part: Frozen) -> Text | None:
    """The text by which a part is known, if it has one."""
    named = (getattr(part, name) for name in _NAMED_BY if isinstance(getattr(part, name, None), Text))
    return next(named, None)
