"""Figures of a result as they are written, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from landsby.web.kit.text import Text, say


def bilingual(told: Mapping[str, Any]) -> str:
    """A text of a result in the reader's language."""
    return say(Text(da=told["da"], en=told["en"]))


def bare(value: float | None, unit: str | None, digits: int = 2) -> str:
    """A figure without its unit, which stands elsewhere: of yes and no in percentage points; a dash for nothing."""
    if value is None:
        return "–"
    return decimal(100 * value if unit is None else value, digits)


def unit_words(unit: str | None) -> str:
    """The unit in which `bare` writes figures."""
    return unit or _("procentpoint")


def in_unit(value: float, unit: str | None, digits: int = 2) -> str:
    """A figure of an outcome: of yes and no in percentage points."""
    number = decimal(100 * value if unit is None else value, digits)
    return _("%(points)s procentpoint") % {"points": number} if unit is None else f"{number} {unit}"


def decimal(value: float, digits: int = 2) -> str:
    """A number with so many figures that count, in the reader's language."""
    return formats.number_format(Decimal(f"{value:.{digits}g}"), use_l10n=True).replace("-", "−")
