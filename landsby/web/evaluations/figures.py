"""Figures of a result as they are written, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from landsby.evaluation.designs.recipe import is_share_of
from landsby.web.kit.text import Text, say

NOTHING = "–"
"""What stands where there is no figure."""


@dataclass(frozen=True)
class Figure:
    """A figure as it is read, and as it is computed on.

    Attributes:
        value: in the unit that it is read in.
        places: how many digits stand behind the comma.
        unit: what stands after it; "" where that is said elsewhere.
    """

    value: float
    places: int
    unit: str = ""

    def __str__(self) -> str:
        return f"{written(_stepped(self.value, self.places))} {self.unit}".rstrip()


Value = Figure | Decimal | str | int | None
"""What a table holds: texts, counts, figures, and nothing."""


def decimals_of(number: Decimal) -> int:
    """How many digits stand behind the comma."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def written(value: Value) -> str:
    """What stands in a table, in the reader's language."""
    if value is None:
        return NOTHING
    if isinstance(value, int | Decimal):
        return formats.number_format(value, use_l10n=True, force_grouping=True).replace("-", "−")
    return str(value)


def places_of(values: Iterable[float | None], digits: int = 3) -> int:
    """The places behind the comma that figures beside each other share: the largest has so many digits that count."""
    largest = max((abs(value) for value in values if value is not None), default=0.0)
    return max(0, digits - 1 - floor(log10(largest))) if largest else 0


def in_step(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Rows whose figures all have as many decimals as the largest of them can carry."""
    places = places_of(value for row in rows for value in row if isinstance(value, float))
    return [[_stepped(value, places) if isinstance(value, float) else value for value in row] for row in rows]


def _stepped(value: float, places: int) -> Decimal:
    return Decimal(value).quantize(Decimal(1).scaleb(-places)) + 0


def bilingual(told: Mapping[str, Any]) -> str:
    """A text of a result in the reader's language."""
    return say(Text(da=told["da"], en=told["en"]))


def shown_unit(outcome: Mapping[str, Any]) -> str | None:
    """The unit of an outcome's figures; None for shares, which are shown in percentage points."""
    return None if is_share_of(outcome) else outcome.get("unit") or ""


def beside(values: Sequence[float | None], unit: str | None, digits: int = 3) -> list[Figure | None]:
    """Figures that stand side by side, without their unit: of yes and no in percentage points."""
    shown = [None if value is None else 100 * value if unit is None else value for value in values]
    places = places_of(shown, digits)
    return [None if value is None else Figure(value, places) for value in shown]


def level_words(unit: str | None) -> str:
    """The unit of a level, of which shares are read in per cent and only their differences in points."""
    return _("procent") if unit is None else unit


def unit_words(unit: str | None) -> str:
    """The unit in which `bare` writes figures."""
    return _("procentpoint") if unit is None else unit or NOTHING


def in_unit(value: float, unit: str | None, digits: int = 2) -> str:
    """A figure of an outcome: of yes and no in percentage points."""
    number = decimal(100 * value if unit is None else value, digits)
    return _("%(points)s procentpoint") % {"points": number} if unit is None else f"{number} {unit}".rstrip()


def decimal(value: float, digits: int = 2) -> str:
    """A number with so many figures that count, in the reader's language."""
    return formats.number_format(_rounded(value, digits), use_l10n=True, force_grouping=True).replace("-", "−")


def _rounded(value: float, digits: int) -> Decimal:
    return Decimal(f"{value:.{digits}g}")
