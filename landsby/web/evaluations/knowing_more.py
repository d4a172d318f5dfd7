"""When more will be known than now: the next time that the result is read, and how small a difference shows by then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.figures import in_unit, shown_unit
from landsby.web.evaluations.how_much import as_levels
from landsby.web.kit.text import say

Told = Mapping[str, Any]


def when_more(outcome: Told, design: Design, ahead: Told) -> str:
    """When more will be known, in one line; "" where nothing more is planned.

    Args:
        outcome: what was found of the outcome that decides.
        ahead: the latest look ahead at the same design; empty where there is none.
    """
    if (period := _next(outcome, design)) is None:
        return ""
    said = {"period": say(design.periods.called(period))}
    line = _("Vi ved mere, når tallene for %(period)s er med.") % said
    if any(look.period == period for look in design.looks):
        line = _("Det er aftalt at gøre resultatet op igen, når tallene for %(period)s er med.") % said
    return f"{line} {_foreseen(outcome, design, ahead)}".strip()


def _next(outcome: Told, design: Design) -> int | None:
    """The next planned reading that may conclude, else the first at which the design's own periods are there."""
    measured = max((outcome.get("description") or {}).get("periods", ()), default=None)
    if measured is None or measured >= design.window.last:
        return None
    planned = [look.period for look in design.looks_that_conclude if look.period > measured]
    enough = max(design.starts.values()) + design.too_early.periods_after_start - 1
    return min(planned) if planned else max(enough, measured + 1)


def _foreseen(outcome: Told, design: Design, ahead: Told) -> str:
    """What the look ahead says of the smallest difference that matters, or that nobody has looked."""
    if not ahead:
        return _("Hvor lille en forskel der så kan ses, er ikke undersøgt endnu.")
    matters, since = ahead.get("smallest_that_matters"), ahead.get("since")
    if matters is not None and since:
        words = _("Fra %(period)s kan en forskel på %(effect)s ses, hvis den er der.")
        return _line(words, matters, since, outcome, design)
    last = next(reversed(ahead.get("known") or ()), None)
    words = _("Selv i %(period)s kan kun en forskel på %(effect)s eller mere ses med sikkerhed.")
    return _line(words, last["smallest"], last["last"], outcome, design) if last and last["smallest"] else ""


def _line(words: str, effect: float, period: int, outcome: Told, design: Design) -> str:
    unit = shown_unit(design.primary.to_data())
    said = words % {"effect": in_unit(effect, unit), "period": say(design.periods.called(period))}
    return f"{said} {as_levels(effect, outcome, design)}".strip()
