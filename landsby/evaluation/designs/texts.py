"""The texts of a design: whoever works in one language writes a plain line, and it stands for both."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from landsby.blueprint import values


def _for_both(written: object) -> object:
    return {"da": written, "en": written} if isinstance(written, str) else written


Title = Annotated[values.Title, BeforeValidator(_for_both)]
"""A short text."""
Prose = Annotated[values.Prose, BeforeValidator(_for_both)]
"""A text of a sentence or more."""
