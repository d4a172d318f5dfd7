"""The pictures of a look ahead: when can we know, and what would more places give?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from landsby.analysis.pictures.picture import Mark, Picture
from landsby.analysis.pictures.shown import factor_of, unit_of
from landsby.blueprint.text import Text
from landsby.evaluation.designs.periods import YEARS, PeriodWords
from landsby.evaluation.disclosure.results import Told


def patience_pictures(told: Told, outcome: Mapping[str, Any], periods: PeriodWords = YEARS) -> Iterator[Picture]:
    """The design as it is, then with other numbers of treated areas, then with other numbers to compare with.

    Args:
        told: a look ahead as data; of before designs were tried with other numbers of places it has no `ways`.
        outcome: the outcome that decides, as data.
        periods: what the design calls its periods.
    """
    along = _LAST.filled(period=periods.one)
    if any(each["smallest"] is not None for each in told["known"]):
        yield _picture(told, outcome, along, "patience", _PATIENCE, [told["known"]], ())
    here = declared_way(told)
    if here is None:
        return
    for name, title, number, ways in (
        ("areas", _MORE, "areas", ways_with(told, compared_areas=here["compared_areas"])),
        ("donors", _COMPARED, "compared_areas", ways_with(told, areas=here["areas"])),
    ):
        shown = [way for way in ways if any(each["smallest"] is not None for each in way["known"])]
        if len(shown) > 1:
            yield _picture(told, outcome, along, name, title, [way["known"] for way in shown], _kinds(shown, number))


def declared_way(told: Told) -> Told | None:
    """The design with the numbers of places that it has."""
    return next((way for way in told.get("ways", ()) if way["is_declared"]), None)


def ways_with(told: Told, **numbers: int) -> list[Told]:
    """Those with some numbers of places, the fewest first."""
    mine = [way for way in told.get("ways", ()) if all(way[name] == number for name, number in numbers.items())]
    return sorted(mine, key=lambda way: (way["areas"], way["compared_areas"]))


def _picture(
    told: Told,
    outcome: Mapping[str, Any],
    along: Text,
    name: str,
    title: Text,
    lines: Sequence[Sequence[Told]],
    kinds: Sequence[Text],
) -> Picture:
    by, matters = factor_of(outcome), told["smallest_that_matters"]
    return Picture(
        f"{told['outcome']}-{name}",
        title.filled(title=Text(**outcome["title"])),
        along,
        _SMALLEST.filled(unit=unit_of(outcome)),
        list(_marks(lines, by)),
        kinds=kinds,
        between=None if matters is None else (0.0, matters * by),
        is_joined=True,
    )


def _marks(lines: Sequence[Sequence[Told]], by: float) -> Iterator[Mark]:
    for kind, known in enumerate(lines):
        yield from (Mark(one["last"], one["smallest"] * by, kind=kind) for one in known if one["smallest"] is not None)


def _kinds(ways: Sequence[Told], number: str) -> list[Text]:
    return [_AREAS.filled(areas=way[number]) for way in ways]


_LAST = Text(da="Sidste målte {period}", en="Last measured {period}")
_AREAS = Text(da="{areas} områder", en="{areas} areas")
_PATIENCE = Text(da="{title}: hvornår kan vi vide det?", en="{title}: when can we know?")
_MORE = Text(da="{title}: med færre eller flere områder", en="{title}: with fewer or more areas")
_COMPARED = Text(
    da="{title}: med færre eller flere at sammenligne med", en="{title}: with fewer or more to compare with"
)
_SMALLEST = Text(da="Mindste virkning, der kan opdages ({unit})", en="Smallest effect that can be found ({unit})")
