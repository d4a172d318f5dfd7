"""Pages to print: a layout and what it says, in the screen's own typeface, marked where it is invented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.translation import gettext as _

FONTS = Path(__file__).parent / "static" / "kit" / "paper"
"""Where the browser's assets are built, the same typeface stands for paper."""
SANS, SERIF = "IBM Plex Sans", "Libertinus Serif"
"""The screen's typeface, and the one that comes with the typesetter, for a product whose assets are not built."""


def typefaces() -> list[str]:
    """The typefaces to set a page in, the first that there is."""
    return [SANS, SERIF] if FONTS.is_dir() else [SERIF]


def typeset(
    layout: Path, told: Mapping[str, Any], *, is_invented: bool, inputs: Mapping[str, str] | None = None, **how: Any
) -> bytes:
    """A document or a picture, in the language that is in force.

    Args:
        layout: the typesetter's own file; it finds `told` as JSON, with `invented` and `fonts` in it.
        is_invented: whether it tells of a programme that does not exist, which the page then says.
        inputs: more that the layout asks for, as text.
        how: what the typesetter is asked to make.
    """
    invented = _("Demo: Alle steder, navne og tal er opdigtede.") if is_invented or settings.DEMO else ""
    said = {**told, "invented": invented, "fonts": typefaces()}
    made = typst.compile(
        layout.read_bytes(),
        sys_inputs={"told": json.dumps(said, ensure_ascii=False), **(inputs or {})},
        ignore_system_fonts=True,
        font_paths=[str(FONTS)] if FONTS.is_dir() else [],
        **how,
    )
    return bytes(made if isinstance(made, bytes) else made[0])
