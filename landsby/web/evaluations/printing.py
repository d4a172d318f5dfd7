"""A result ready to print: the sentence, what it can carry, the picture and the figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsby.web.evaluations.analysing import svg_of_first
from landsby.web.evaluations.presenters import ResultPage
from landsby.web.kit.dates import short_day

LAYOUT = Path(__file__).parent / "templates" / "evaluations" / "result.typ"


def printed_result(page: ResultPage) -> bytes:
    """The result as a PDF (PDF/UA-1), in the reader's language."""
    drawing = svg_of_first(page.run.told, page.run.declaration.design, is_patience=page.run.is_patience)
    told = json.dumps(contents_of(page), ensure_ascii=False)
    inputs = {"told": told, "drawing": drawing}
    printed: bytes = typst.compile(
        LAYOUT.read_bytes(), sys_inputs=inputs, ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"]
    )
    return printed


def contents_of(page: ResultPage) -> dict[str, Any]:
    """Everything that the printed page says."""
    run, declaration = page.run, page.run.declaration
    charts = page.charts[:1]
    tables: list[dict[str, Any]] = [
        {"title": chart.title, "headings": list(chart.headings), "rows": [_texts(row) for row in chart.rows]}
        for chart in charts
    ]
    tables += [
        {"title": table.title, "headings": list(table.headings), "rows": [_texts(row) for row in table.rows]}
        for table in page.tables
    ]
    seals = {"design": declaration.text_hash[:12], "result": run.result_hash[:12]}
    return {
        "lang": "en" if (get_language() or "da").startswith("en") else "da",
        "title": str(declaration),
        "sort": str(run.get_sort_display()),
        "programme": declaration.programme.name,
        "sentence": page.sentence,
        "others": [sentence for _code, sentence in page.others],
        "carried": [] if run.is_patience else page.carried,
        "drawn": charts[0].title if charts else "",
        "tables": tables,
        "seals": _("Designets segl %(design)s. Resultatets segl %(result)s.") % seals,
        "made": _("Regnet %(day)s") % {"day": short_day(run.ended_at or run.asked_at)},
    }


def _texts(row: Any) -> list[str]:
    return ["–" if value is None else str(value) for value in row]
