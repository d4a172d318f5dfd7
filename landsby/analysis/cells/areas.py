"""The areas of the data and those of a design: written alike, and none of them lost without a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from landsby.analysis.cells.tally import ROWS, Tally, tally_of
from landsby.analysis.problems import doubt
from landsby.blueprint.shape import nearest
from landsby.evaluation.designs.design import Design
from landsby.evaluation.problems import Problem, Severity, named


def aligned(tally: Tally, design: Design) -> tuple[Tally, list[Problem]]:
    """The tally with areas as the design writes them: 250 and 0250 are the same place."""
    otherwise = renamed({key.area for key in tally.keys}, design)
    problems = [doubt("areas_written_otherwise", Severity.NOTE, areas=named(otherwise))] if otherwise else []
    if otherwise:
        rows = zip(tally.keys, tally.numbers, strict=True)
        written = ((key._replace(area=otherwise.get(key.area, key.area)), numbers) for key, numbers in rows)
        again = tally_of(tally.columns, written, tally.unplaced)
        tally = replace(tally, keys=again.keys, numbers=again.numbers)
    treated = treated_unknown(tally, design, Severity.BLOCKER)
    return tally, [*problems, *treated, *_unknown(tally, design), *_left_out(tally, design)]


def treated_unknown(tally: Tally, design: Design, severity: Severity) -> Iterator[Problem]:
    """Areas where the programme is that the data do not have, with what may have been meant.

    Args:
        severity: a run cannot do without them; of several register holders one may have none of them.
    """
    there = {key.area for key in tally.keys}
    written = set(renamed(there, design).values())
    if absent := sorted(set(design.starts) - there - written):
        code = "treated_all_unknown" if len(absent) == len(design.starts) else "treated_unknown"
        said = {"absent": len(absent), "treated": len(design.starts)}
        yield doubt(code, severity, areas=named(_guessed(absent, there)), **said)


def _unknown(tally: Tally, design: Design) -> Iterator[Problem]:
    """Areas of the design that the data do not have, with what may have been meant.

    An area that was to be kept out would otherwise stay in the comparison, by a slip of the pen.
    """
    there = {key.area for key in tally.keys}
    if excluded := sorted(design.excluded - there):
        yield doubt("excluded_unknown", areas=named(_guessed(excluded, there)))
    if compared := sorted(set(design.comparison.areas) - there - design.excluded):
        yield doubt("compared_unknown", Severity.WARNING, areas=named(_guessed(compared, there)))


def _guessed(codes: list[str], there: set[str]) -> Iterator[str]:
    for code in codes:
        near = nearest(code, sorted(there))
        yield f"{code} ({near}?)" if near else code


def renamed(there: set[str], design: Design) -> dict[str, str]:
    """Areas of the data that the design writes with another number of leading zeros, and how it writes them."""
    told = _told(design)
    by_core = {code.lstrip("0"): code for code in sorted(told)}
    return {
        area: by_core[area.lstrip("0")]
        for area in sorted(there - told)
        if area.isdigit() and area.lstrip("0") in by_core and by_core[area.lstrip("0")] not in there
    }


def _told(design: Design) -> set[str]:
    return {*design.starts, *design.excluded, *design.comparison.areas}


def _left_out(tally: Tally, design: Design) -> Iterator[Problem]:
    """Areas of the data that a design with a named pool says nothing of."""
    if not design.comparison.areas:
        return
    told = _told(design)
    place = tally.columns.index(ROWS)
    unsaid: dict[str, int] = {}
    for key, numbers in zip(tally.keys, tally.numbers, strict=True):
        if key.area not in told:
            unsaid[key.area] = unsaid.get(key.area, 0) + numbers[place]
    if unsaid:
        yield doubt(
            "areas_left_out", Severity.WARNING, places=len(unsaid), rows=sum(unsaid.values()), areas=named(unsaid)
        )
