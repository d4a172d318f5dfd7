"""What an hour is paid with on a day."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from landsby.blueprint import ActivityKind

OERE = Decimal("0.01")


def rate_on(kind: ActivityKind | None, day: date) -> Decimal | None:
    """Kroner for an hour of a kind on a day; None where none was agreed, or the kind has left the blueprint."""
    for rate in kind.rates if kind else ():
        if rate.starts_on <= day and (rate.ended_on is None or day <= rate.ended_on):
            return Decimal(rate.kr)
    return None


def amount_of(hours: Decimal, rate: Decimal | None) -> Decimal | None:
    """Hours times rate in kroner, to the nearest øre; None without a rate."""
    return None if rate is None else (hours * rate).quantize(OERE, ROUND_HALF_UP)
