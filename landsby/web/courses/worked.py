"""How many hours a session took."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from landsby.web.activities.models import Activity

_SECONDS = Decimal(3600)
_A_QUARTER = Decimal("0.25")


def hours_of(session: Activity) -> Decimal | None:
    """The hours that were registered for it, or else its length in quarters; None where neither is known."""
    if session.hours is not None:
        return Decimal(session.hours)
    if session.start_time is None or session.end_time is None:
        return None
    any_day = date(2000, 1, 1)
    length = datetime.combine(any_day, session.end_time) - datetime.combine(any_day, session.start_time)
    quarters = (Decimal(length.total_seconds()) / _SECONDS / _A_QUARTER).quantize(Decimal(1), ROUND_HALF_UP)
    return quarters * _A_QUARTER
