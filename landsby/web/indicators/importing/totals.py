"""Whether figures fit beside each other: parts and wholes, and one year and the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.known import Amounts, Key, Known
from landsby.web.indicators.importing.plan import PlannedFigure
from landsby.web.indicators.models.at_area import COUNTRY, place_key
from landsby.web.indicators.periods import number_at, period_name, place_of
from landsby.web.indicators.wholes import MUNICIPALITIES
from landsby.web.kit.small_cells import FEWEST
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.imports.findings import Finding, doubt, warning

_OFF = Decimal("0.005")
"""So much of the whole may be missing, for rows that could be placed nowhere."""

_TIMES = 2
"""So many times as many people as the year before are not born into a place."""

_SOME = 20
"""Fewer come and go."""

_COUNTRY = place_key(None, COUNTRY)


@dataclass(frozen=True)
class _Whole:
    """A figure and those that are parts of it.

    Attributes:
        fills: whether the parts are all that there are, so that they may not come to less either.
    """

    key: Key
    parts: Sequence[Key]
    fills: bool


def totals_that_differ(figures: Sequence[PlannedFigure], known: Known) -> Iterator[Finding]:
    """The wholes that their parts do not fit, be it in the file or beside what is known already.

    Groups of a place make up the place, and all municipalities the country; communities need not fill their
    municipality, but cannot be more than it.
    """
    told = {**known.figures, **{figure.key: figure.amounts for figure in figures}}
    rows = {figure.key: figure.row for figure in figures}
    for whole in _wholes(told, known):
        row = next((rows[key] for key in (whole.key, *whole.parts) if key in rows), 0)
        for name in ("numerator", "denominator") if row else ():
            expected = getattr(told[whole.key], name)
            amounts = [getattr(told[part], name) for part in whole.parts]
            if expected is None or None in amounts:
                continue
            found = sum(amounts, Decimal(0))
            if not _fits(found, expected, whole):
                yield _differs(whole, found, expected, known, row)
                break


def leaps(figures: Sequence[PlannedFigure], known: Known) -> Iterator[Finding]:
    """Figures among many times as many people as was known of the place before, or as few."""
    kind = known.indicator.period
    told: dict[tuple[str, str], dict[int, Amounts]] = defaultdict(dict)
    for (place, period, stratum), amounts in [*((f.key, f.amounts) for f in figures), *known.figures.items()]:
        told[place, stratum][place_of(period, kind)] = amounts
    for figure in figures:
        place, period, stratum = figure.key
        at = place_of(period, kind)
        # Only what is told: what waits is known to nobody, and a figure far too large would bring it to light.
        held = _beside(at, told[place, stratum], known.figures.get(figure.key))
        then, now = held and held[1].denominator, figure.amounts.denominator
        if held and then is not None and now is not None and _leaps(then, now):
            earlier = period_name(number_at(held[0], kind), kind)
            yield _leap(figure, now, then, earlier, known)


def _leap(figure: PlannedFigure, now: Decimal, then: Decimal, earlier: str, known: Known) -> Finding:
    """The doubt; what it is held against may stand in the same file, and is not said of too few people."""
    if then < FEWEST:
        wrong = _("%(where)s, %(when)s: Tallet gælder %(now)s. Tallet fra %(earlier)s gælder færre end %(fewest)s.")
    else:
        wrong = _("%(where)s, %(when)s: Tallet gælder %(now)s. Tallet fra %(earlier)s gælder %(then)s.")
    said = {"now": _whole(now), "then": _whole(then), "earlier": earlier, "fewest": FEWEST}
    cure = _("Se efter, om det er det rigtige sted, den rigtige periode og den rigtige kolonne.")
    return doubt("leap", wrong % {**said, **_where_and_when(figure.key, known)}, cure, row=figure.row)


def _beside(at: int, told: Mapping[int, Amounts], before: Amounts | None) -> tuple[int, Amounts] | None:
    """What a figure is held against: the one that it replaces, else the nearest earlier, else the nearest later."""
    if before is not None:
        return at, before
    others = sorted((each for each in told if each != at), key=lambda each: (each > at, abs(each - at)))
    return (others[0], told[others[0]]) if others else None


def _leaps(then: Decimal, now: Decimal) -> bool:
    return abs(then - now) >= _SOME and max(then, now) > _TIMES * min(then, now)


def _wholes(told: Mapping[Key, Amounts], known: Known) -> Iterator[_Whole]:
    strata: dict[Key, list[Key]] = defaultdict(list)
    areas: dict[Key, list[Key]] = defaultdict(list)
    within = {place_key(one.pk, ""): place_key(None, one.code) for one in known.communities}
    for key in told:
        place, period, stratum = key
        if stratum:
            strata[place, period, ""].append(key)
        if place != _COUNTRY:
            areas[within.get(place, _COUNTRY), period, stratum].append(key)
    for whole, parts in strata.items():
        if whole in told and len(parts) > 1:
            yield _Whole(whole, parts, fills=True)
    for whole, parts in areas.items():
        if whole in told:
            yield _Whole(whole, parts, fills=whole[0] == _COUNTRY and len(parts) >= MUNICIPALITIES)


def _fits(found: Decimal, expected: Decimal, whole: _Whole) -> bool:
    """Whether parts may come to so much; where people are parted in two ways they come to twice the whole."""
    slack = max(Decimal("0.5"), abs(expected) * _OFF)
    if not whole.fills:
        return found <= expected + slack
    ways = max(1, len(whole.parts) // 2) if not whole.key[2] and whole.parts[0][2] else 1
    return any(abs(found - times * expected) <= times * slack for times in range(1, ways + 1))


def _differs(whole: _Whole, found: Decimal, expected: Decimal, known: Known, row: int) -> Finding:
    told = {"found": _whole(found), "expected": _whole(expected), **_where_and_when(whole.key, known)}
    if not whole.key[2] and whole.parts[0][2]:
        wrong = _("Grupperne giver %(found)s, men i alt står der %(expected)s (%(where)s, %(when)s).")
    elif whole.key[0] == _COUNTRY:
        wrong = _("Kommunerne giver %(found)s, men i alt står der %(expected)s (%(where)s, %(when)s).")
    else:
        wrong = _("Lokalområderne giver %(found)s, men i alt står der %(expected)s (%(where)s, %(when)s).")
    if whole.fills:
        cure = _("Se efter, om en række mangler, eller om nogen er talt to gange.")
    else:
        cure = _("Se efter, om tallene er fra det rigtige sted og år, eller om nogen er talt to gange.")
    return warning("total", wrong % told, cure, row=row)


def _where_and_when(key: Key, known: Known) -> dict[str, str]:
    place, period, _stratum = key
    where = known.place_name(place) if place != _COUNTRY else _("hele landet")
    return {"where": where, "when": period_name(period, known.indicator.period)}


def _whole(number: Decimal) -> str:
    return in_digits(round(number))
