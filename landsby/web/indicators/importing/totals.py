"""Whether parts add up to the whole that a file tells beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.known import Key, Known
from landsby.web.indicators.importing.plan import PlannedFigure
from landsby.web.indicators.models.at_area import COUNTRY, place_key
from landsby.web.indicators.periods import period_name
from landsby.web.indicators.wholes import MUNICIPALITIES
from landsby.web.partnerships.imports.findings import Finding, warning

_OFF = Decimal("0.005")
"""So much of the whole may be missing, for rows that could be placed nowhere."""


def totals_that_differ(figures: Sequence[PlannedFigure], known: Known) -> Iterator[Finding]:
    """The wholes that their parts do not add up to: strata of a place, and municipalities of the country.

    Communities need not fill their municipality, so that they are not added up.
    """
    by_key = {figure.key: figure for figure in figures}
    for whole, parts in _wholes(by_key):
        for told in ("numerator", "denominator"):
            expected = getattr(by_key[whole].amounts, told)
            amounts = [getattr(by_key[part].amounts, told) for part in parts]
            if expected is None or None in amounts:
                continue
            found = sum(amounts, Decimal(0))
            if abs(found - expected) > max(Decimal("0.5"), abs(expected) * _OFF):
                yield _differs(by_key[whole], found, expected, known)


def _wholes(by_key: Mapping[Key, PlannedFigure]) -> Iterator[tuple[Key, list[Key]]]:
    strata: dict[Key, list[Key]] = defaultdict(list)
    municipalities: dict[Key, list[Key]] = defaultdict(list)
    country = place_key(None, COUNTRY)
    for key in by_key:
        place, period, stratum = key
        if stratum:
            strata[place, period, ""].append(key)
        if place.startswith("m") and place != country:
            municipalities[country, period, stratum].append(key)
    for whole, parts in strata.items():
        if whole in by_key and len(parts) > 1:
            yield whole, parts
    for whole, parts in municipalities.items():
        if whole in by_key and len(parts) >= MUNICIPALITIES:
            yield whole, parts


def _differs(figure: PlannedFigure, found: Decimal, expected: Decimal, known: Known) -> Finding:
    place, period, _stratum = figure.key
    where = known.place_name(place) if place != place_key(None, COUNTRY) else _("hele landet")
    wrong = _("Delene giver %(found)s, men i alt står der %(expected)s (%(where)s, %(when)s).") % {
        "found": _whole(found),
        "expected": _whole(expected),
        "where": where,
        "when": period_name(period, known.indicator.period),
    }
    cure = _("Se efter, om en række mangler, eller om nogen er talt to gange.")
    return warning("total", wrong, cure, row=figure.row)


def _whole(number: Decimal) -> str:
    return format(number.normalize(), "f").replace(".", ",")
