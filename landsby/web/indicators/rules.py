"""Doubts about what is typed: values, no database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.periods import first_day, is_period
from landsby.web.kit.problems import Problem, Severity


def problem_of_indicator_gone() -> Problem:
    """That the programme looks at the indicator no longer."""
    text = _("Programmet ser ikke længere på denne indikator. Intet er gemt.")
    return Problem("indicator_gone", Severity.BLOCKER, text)


def problems_of_taking_back(why: str) -> Iterator[Problem]:
    """What keeps a file with figures from being taken back."""
    if not why.strip():
        text = _("Skriv, hvad der var forkert. Så ved andre, hvorfor tallene ikke længere står der.")
        yield Problem("no_reason", Severity.BLOCKER, text, "why_taken_back")


def problems_of_target(
    value: Decimal, period: int, decided_on: date, indicator: Indicator, today: date
) -> Iterator[Problem]:
    """What cannot be about a target."""
    least, most = limits_of(indicator)
    if (least is not None and value < least) or (most is not None and value > most):
        if most is None:
            text = _("Målet kan ikke være mindre end %(least)s.") % {"least": least}
        else:
            text = _("Målet skal ligge fra %(least)s til %(most)s.") % {"least": least, "most": most}
        yield Problem("target_outside", Severity.BLOCKER, text, "value")
    if not is_period(period, indicator.period):
        yield Problem("target_period", Severity.BLOCKER, _("Vælg en periode på listen."), "period")
    elif first_day(period, indicator.period) < today.replace(month=1, day=1):
        text = _("Perioden er gået. Et mål ligger forude.")
        yield Problem("target_past", Severity.BLOCKER, text, "period")
    if decided_on > today:
        text = _("Dagen er ikke kommet endnu. Skriv, hvornår målet blev besluttet.")
        yield Problem("decided_later", Severity.BLOCKER, text, "decided_on")


def limits_of(indicator: Indicator) -> tuple[int | None, int | None]:
    """The lowest and the highest that a figure can be; None where there is no such limit."""
    if indicator.form == "share":
        return 0, 100
    if indicator.form == "mean":
        return indicator.min, indicator.max
    return (0 if indicator.min is None else indicator.min), indicator.max
