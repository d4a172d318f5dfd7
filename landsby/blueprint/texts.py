"""All that a definition says in words, and where in it each text stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from landsby.blueprint.document import Way
from landsby.blueprint.text import Text
from landsby.blueprint.values import Frozen


def texts_in(part: Frozen, way: Way = ()) -> Iterator[tuple[Way, Text]]:
    """Every bilingual text in a definition or a part of one, with the way to it."""
    for name in type(part).model_fields:
        yield from _texts(getattr(part, name), (*way, name))


def _texts(value: Any, way: Way) -> Iterator[tuple[Way, Text]]:
    if isinstance(value, Text):
        yield way, value
    elif isinstance(value, Frozen):
        yield from texts_in(value, way)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _texts(item, (*way, place))
