"""A result ready to print: one leaf for whoever decides, then what is needed to reckon it again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsby.web.evaluations.analysing import svg_of_first
from landsby.web.evaluations.figures import written
from landsby.web.evaluations.presenters import ResultPage
from landsby.web.kit.dates import short_day

LAYOUT = Path(__file__).parent / "templates" / "evaluations" / "result.typ"
MOST_COLUMNS = 11
"""More of them no leaf carries; the files have them all."""


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
    seals = {"design": declaration.text_hash[:12], "result": run.result_hash[:12]}
    return {
        "lang": "en" if (get_language() or "da").startswith("en") else "da",
        "title": str(declaration),
        "sort": str(run.get_sort_display()),
        "programme": declaration.programme.name,
        "question": page.gist.question,
        "withdrawn": page.gist.withdrawn,
        "sentence": page.sentence,
        "until": page.until,
        "first": [] if run.is_patience else [fact._asdict() for fact in page.gist.first],
        "of_all": "" if run.is_patience else page.gist.of_all,
        "facts": [fact._asdict() for fact in page.facts],
        "drawn": page.first_chart.title if page.first_chart else "",
        "caption": page.caption,
        "sections": list(_sections(page)),
        "words": {"appendix": _("Bilag: for den, der vil regne efter")},
        "seals": _("Designets segl %(design)s. Resultatets segl %(result)s.") % seals,
        "made": _("Regnet %(day)s") % {"day": short_day(run.ended_at or run.asked_at)},
    }


def _sections(page: ResultPage) -> Iterator[dict[str, Any]]:
    """What may be opened on the page, each with its tables, and the doubts with their cures."""
    if (first := page.first_chart) is not None:
        yield _section(first.title, (), [_table(first.headings, first.rows)])
    for section in page.sections:
        chart, table = section.chart, section.table.filled if section.table else None
        tables = [_table(chart.headings, chart.rows)] if chart and table is None else []
        tables += [_table(table.headings, table.rows, table.note, table.texts)] if table else []
        yield _section(section.title, section.lines, tables)
    if page.run.is_patience:
        return
    if (children := page.children).rows:
        yield _section(children.title, (), [_table(children.headings, children.rows, children.note)])
    if page.doubts:
        yield _section(_("Forbehold, og hvad der kan gøres"), [f"{text} {cure}" for text, cure in page.doubts], [])


def _section(title: str, lines: Sequence[str], tables: Sequence[Any]) -> dict[str, Any]:
    kept = [table for table in tables if table["rows"] and len(table["headings"]) <= MOST_COLUMNS]
    return {"title": title, "lines": list(lines), "tables": kept}


def _table(headings: Sequence[str], rows: Sequence[Sequence[Any]], note: str = "", texts: int = 1) -> dict[str, Any]:
    said = [[written(value) for value in row] for row in rows]
    return {"headings": list(headings), "rows": said, "note": note, "texts": texts}
