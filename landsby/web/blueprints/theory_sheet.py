"""A theory of change as something to take along: a picture, a document to print, and a file to read in again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.blueprint.theory.chart import Chart
from landsby.blueprint.theory.file import written
from landsby.web.blueprints.presenters.theory_drawing import Drawing, drawing_of
from landsby.web.blueprints.theory_words import stage_name, years_of_horizon
from landsby.web.kit.dates import short_day
from landsby.web.kit.paper import typeset
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Programme

LAYOUT = Path(__file__).parent / "templates" / "blueprints" / "theory.typ"
DOTS_PER_INCH = 144.0
"""Of the picture: twice what a screen shows, so that it can be printed."""


def as_svg(chart: Chart, programme: Programme) -> bytes:
    """The drawing as SVG, in the language that is in force."""
    return drawing_of(chart).as_svg().strip().encode()


def as_png(chart: Chart, programme: Programme) -> bytes:
    """The drawing as a picture of dots."""
    told = contents_of(chart, programme, picture_only=True)
    return typeset(LAYOUT, told, is_invented=programme.is_invented, format="png", ppi=DOTS_PER_INCH)


def as_pdf(chart: Chart, programme: Programme) -> bytes:
    """The drawing and the same in words, ready to print: a PDF/UA-1 that a screen reader can read too."""
    told = contents_of(chart, programme, picture_only=False)
    return typeset(LAYOUT, told, is_invented=programme.is_invented, format="pdf", pdf_standards=["ua-1"])


def as_file(chart: Chart, programme: Programme) -> bytes:
    """The definitions as YAML, which can be read in again."""
    return written(chart).encode()


FORMS: Mapping[str, tuple[str, Callable[[Chart, Programme], bytes]]] = MappingProxyType(
    {
        "svg": ("image/svg+xml", as_svg),
        "png": ("image/png", as_png),
        "pdf": ("application/pdf", as_pdf),
        "yaml": ("application/yaml; charset=utf-8", as_file),
    }
)
"""By the ending of the file: its sort, and how it is made."""


def contents_of(chart: Chart, programme: Programme, *, picture_only: bool) -> dict[str, Any]:
    """Everything that the document says, in the language that is in force."""
    drawing: Drawing = drawing_of(chart)
    return {
        "lang": drawing.language,
        "title": drawing.title,
        "programme": programme.name,
        "summary": say(chart.theory.summary),
        "svg": drawing.as_svg().strip(),
        "alt": _("Forandringsteorien som tegning. Det samme står med ord på næste side."),
        "picture_only": picture_only,
        "width": drawing.layout.width,
        "height": drawing.layout.height,
        "stages": [
            {"name": stage_name(stage), "boxes": [_box(chart, node.id) for node in nodes]}
            for stage, nodes in chart.by_stage.items()
        ],
        "assumptions": [{"title": say(each.title), "known": say(each.known)} for each in chart.assumptions.values()],
        "words": {"leads_to": _("Fører til:"), "rests_on": _("Det hviler på")},
        "printed": _("Udskrevet %(day)s") % {"day": short_day(timezone.localdate())},
    }


def _box(chart: Chart, id_: str) -> dict[str, Any]:
    node = chart.nodes[id_]
    return {
        "title": say(node.title),
        "years": years_of_horizon(node),
        "summary": say(node.summary),
        "leads_to": [say(chart.nodes[link.target].title) for link in chart.links if link.source == id_],
    }
