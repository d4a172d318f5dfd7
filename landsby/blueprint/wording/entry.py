"""One entry of the catalogue: a message and its cure, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.blueprint.text import Text


@dataclass(frozen=True)
class Wording:
    """What is wrong and what to do, with named placeholders."""

    message: Text
    cure: Text


def wording(da: tuple[str, str], en: tuple[str, str]) -> Wording:
    """A wording from the message and the cure in Danish, and the same in English."""
    return Wording(message=Text(da=da[0], en=en[0]), cure=Text(da=da[1], en=en[1]))
