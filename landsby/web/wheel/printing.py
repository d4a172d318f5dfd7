"""A wheel ready to print: one page to hang up, and the same month by month; a PDF that a screen reader can read too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from landsby.web.kit.dates import short_day
from landsby.web.kit.paper import typeset
from landsby.web.partnerships.models import Programme
from landsby.web.wheel.ink import SHADES, in_ink
from landsby.web.wheel.marks import Mark
from landsby.web.wheel.presenters import WheelPage

LANGUAGES = ("da", "en")
LAYOUT = Path(__file__).parent / "templates" / "wheel" / "wheel.typ"


def printed_wheel(page: WheelPage, programme: Programme, language: str) -> bytes:
    """The wheel as a PDF (PDF/UA-1).

    Args:
        programme: whose it is, for the foot of the page.
        language: one of `LANGUAGES`.
    """
    with translation.override(language):
        told, drawing = contents_of(page, programme.name, language), {"drawing": in_ink(page)}
        return typeset(
            LAYOUT, told, is_invented=programme.is_invented, inputs=drawing, format="pdf", pdf_standards=["ua-1"]
        )


def contents_of(page: WheelPage, programme: str, language: str) -> dict[str, Any]:
    """Everything that the page says, in the language that is in force."""
    return {
        "lang": language,
        "title": _("Årshjul %(year)s") % {"year": page.year},
        "place": str(page.place),
        "programme": programme,
        "drawn": _("Årshjulet som cirkel. Det samme står måned for måned nedenfor."),
        "bands": [{"title": str(title), "colour": SHADES[band][2]} for band, title in page.bands],
        "count": _("Tallet siger, hvor mange der er i måneden."),
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
