"""A wheel ready to print: one page to hang up, and the same month by month; a PDF that a screen reader can read too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from landsby.web.kit.dates import short_day
from landsby.web.wheel.ink import in_ink
from landsby.web.wheel.marks import Mark
from landsby.web.wheel.presenters import WheelPage

LANGUAGES = ("da", "en")
LAYOUT = Path(__file__).parent / "templates" / "wheel" / "wheel.typ"


def printed_wheel(page: WheelPage, programme: str, language: str) -> bytes:
    """The wheel as a PDF (PDF/UA-1), with the fonts that come with the typesetter.

    Args:
        programme: the programme's name, for the foot of the page.
        language: one of `LANGUAGES`.
    """
    with translation.override(language):
        told = json.dumps(contents_of(page, programme, language), ensure_ascii=False)
        drawing = in_ink(page)
    inputs = {"told": told, "drawing": drawing}
    printed: bytes = typst.compile(
        LAYOUT.read_bytes(), sys_inputs=inputs, ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"]
    )
    return printed


def contents_of(page: WheelPage, programme: str, language: str) -> dict[str, Any]:
    """Everything that the page says, in the language that is in force."""
    return {
        "lang": language,
        "title": _("Årshjul %(year)s") % {"year": page.year},
        "place": str(page.place),
        "programme": programme,
        "drawn": _("Årshjulet som cirkel. Det samme står måned for måned nedenfor."),
        "bands": [str(title) for _band, title in page.bands],
        "months": [{"name": month.name, "marks": [_line(mark) for mark in month.marks]} for month in page.months],
        "nothing": _("Intet endnu"),
        "often": [f"{title}: {how_often}" for title, how_often in page.often],
        "printed": _("Udskrevet %(day)s") % {"day": short_day(timezone.localdate())},
    }


def _line(mark: Mark) -> list[str]:
    """One thing: its day, what it is called, and what it is."""
    day = short_day(mark.day) if mark.day else ""
    about = " · ".join(filter(None, [str(mark.sort), mark.note, _("gjort") if mark.is_done else ""]))
    return [day, mark.text, about]
