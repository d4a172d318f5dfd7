"""A first text of a design, written from a few answers. What is not asked is filled in, and said to be so."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.utils.text import slugify

from landsby.web.evaluations.told import ToldStart

_LONGEST_ID = 40


def starting_text(told: ToldStart) -> str:
    """The file. Its comments are Danish and say what may be changed."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: ToldStart) -> Iterator[str]:
    yield "# Det erklærede design. Ret det, der ikke passer, før det bliver erklæret; bagefter er det låst."
    yield f"id: {_id_of(told.title)}"
    yield from _said("title", told.title, told.title_en)
    yield from _said("question", told.question, told.question_en)
    yield "# Hvilke børn, og hvor de tæller: dér, hvor de blev født eller begyndte, også når de er flyttet."
    yield from _said("population", "Alle børn i områderne. De tæller, hvor de begyndte, også hvis de er flyttet.")
    yield from _rest(told)


def _rest(told: ToldStart) -> Iterator[str]:
    yield "# Hvad kolonnerne hedder i data. Kommunen er dér, fordi gode og dårlige år rammer hele kommuner."
    yield "columns: {area: area, period: year, cluster: municipality, person: child}"
    yield f"window: {{first: {told.first}, last: {told.last}}}"
    yield from _outcome(told)
    yield "# Hvor programmet arbejder, og det første år, hvor det kan have virket."
    yield "treated:"
    for one in told.places:
        yield f"  - {{area: {_quoted(one.code)}, starts: {one.starts}}}  # {_on_one_line(str(one.place))}"
    yield from _selection(told)
    yield from _comparison(told)
    yield "# Flere kan nævnes. Den første er den, der tæller."
    yield "estimators: [group_time, event_study, two_way]"
    yield f"inference: {{shocks: {'area' if told.in_municipalities else 'cluster'}}}"
    yield from _looks(told)
    yield "# Hvad der ville være for tidligt. Kommer virkningen lidt efter lidt, kan det skrives: onset: [0, 0.5, 1]"
    yield "too_early:"
    yield f"  periods_after_start: {told.periods_after_start}"
    yield from _said("why", told.why_so_long, indent="  ")
    yield "# Hvad stederne hedder, dér hvor resultatet ellers ville vise koder."
    yield "names:"
    for one in told.places:
        yield f"  {_quoted(one.code)}: {_quoted(_on_one_line(str(one.place)))}"


def _selection(told: ToldStart) -> Iterator[str]:
    yield "# Steder, der blev valgt, fordi det gik dårligt, får det bedre af sig selv. Så står udfaldet ved by."
    yield "selection:"
    if told.fared_badly:
        yield from _said("how", f"Stederne blev valgt, fordi det gik dårligt med: {told.outcome}.", indent="  ")
        yield f"  by: [{_id_of(told.outcome)}]"
    else:
        yield from _said("how", "Stederne blev valgt af andre grunde.", indent="  ")


def _comparison(told: ToldStart) -> Iterator[str]:
    yield "# Uden en liste over areas er alle andre områder i data med, så nær som dem, der holdes ude."
    yield "comparison:"
    yield from _said("why", told.why, indent="  ")
    if told.is_matched:
        yield "  # Hvert sted får de områder, der lignede det mest før starten."
        yield "  matching: mahalanobis"
        if told.fared_badly:
            yield "  # Sådan, at de havde det lige så dårligt hele tiden før og til sidst."
            yield "  match_on: [level, last]"
    if told.kept_out:
        yield "  exclude:"
        yield f"    - areas: [{', '.join(map(_quoted, told.kept_out))}]"
        yield from _said("because", told.why_kept_out, indent="      ")


def _looks(told: ToldStart) -> Iterator[str]:
    if told.looks:
        yield "# Hvornår der læses. Læses der også ellers, siger resultatet, at det ikke var planlagt."
        yield "looks:"
    for year in told.looks:
        yield f"  - period: {year}"
        yield from _said("what", f"Resultatet gøres op med tal til og med {year}.", indent="    ")


def _outcome(told: ToldStart) -> Iterator[str]:
    yield "# Det, der følges. role: primary afgør svaret; placebo er noget, programmet ikke kan have ændret."
    yield "outcomes:"
    yield f"  - id: {_id_of(told.outcome)}"
    yield from _said("title", told.outcome, told.outcome_en, indent="    ")
    yield f"    column: {_quoted(told.column)}"
    yield "    role: primary"
    yield f"    better: {told.better}"
    yield f"    smallest_effect: {told.smallest_effect / 100 if told.is_share else told.smallest_effect:g}"
    yield from _measured(is_share=told.is_share)
    for role, also in (("secondary", told.secondary), ("placebo", told.placebo)):
        if also is not None:
            yield f"  - id: {_id_of(also.title)}"
            yield from _said("title", also.title, indent="    ")
            yield f"    column: {_quoted(also.column)}"
            yield f"    role: {role}"
            yield from _measured(is_share=also.is_share)


def _measured(*, is_share: bool) -> Iterator[str]:
    if not is_share:
        yield "    # Skriv enheden, det mindste og det største, der kan være sandt, og antallet af decimaler i data."
        for field in ("unit", "low", "high", "decimals"):
            yield f"    {field}:"


def _said(field: str, text: str, english: str = "", indent: str = "") -> Iterator[str]:
    """A text in both languages; the English one is the Danish until somebody translates it."""
    yield f"{indent}{field}:"
    yield f"{indent}  da: {_quoted(_on_one_line(text))}"
    yield f"{indent}  en: {_quoted(_on_one_line(english or text))}"


def _quoted(text: str) -> str:
    """Text as YAML takes it, whatever stands in it: JSON's strings are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _id_of(title: str) -> str:
    """An id made of a title; what begins with no letter gets one."""
    danish = title.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    made = slugify(danish).replace("-", "_")[:_LONGEST_ID].strip("_")
    return made if made[:1].isalpha() else f"design_{made}".strip("_")
