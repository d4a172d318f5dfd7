"""How much: the difference so far with its interval, and what the figure is today, each in plain words by a rule.

The answer itself says how large a difference is where it may conclude. Where it may not, people see the picture and
draw conclusions of their own; here they are told the figure, and why it is no answer yet. All of it comes of results
as they may be read, so that what is about few children is not in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.figures import Figure, beside, bilingual, decimals_of, level_words, shown_unit, unit_words
from landsby.web.kit.text import say

Told = Mapping[str, Any]
"""One of result.json's `outcomes`, as it may be read."""
UNTOLD = ("periods", "power", "moved_before", "too_small")
"""Why there is no answer, where the answer does not say itself how large the difference is."""


def difference_so_far(outcome: Told, design: Design) -> str:
    """The difference since the start, its interval, and why it is no answer; "" where the answer tells it itself."""
    why, headline = (outcome.get("reading") or {}).get("why"), outcome.get("headline") or {}
    if why not in UNTOLD or headline.get("estimate") is None:
        return ""
    unit = shown_unit(outcome)
    shown = [headline[name] for name in ("estimate", "ci_low", "ci_high")]
    figures = beside(shown, unit, digits=2)
    if not any(each and each.places for each in figures):
        # Beside a wide interval a difference keeps the decimal by which it is told elsewhere.
        figures = beside(shown, unit)
    size, low, high = (None if each is None else _aside(each, unit) for each in figures)
    is_alone = headline.get("estimator") == "interrupted_series"
    holds_none = (headline["ci_low"] or 0) <= 0 <= (headline["ci_high"] or 0)
    lines = _how_far(size, is_alone=is_alone), _how_sure(low, high), _why_no_answer(why, design, holds_none=holds_none)
    return " ".join(lines)


def _how_far(size: str | None, *, is_alone: bool) -> str:
    if not size:
        return _("Siden starten er tallet næsten som ventet.")
    if is_alone:
        return _("Siden starten er tallet %(size)s, end hvis det var gået videre som før.") % {"size": size}
    return _("Siden starten er tallet %(size)s end ventet ud fra de andre områder.") % {"size": size}


def _how_sure(low: str | None, high: str | None) -> str:
    """What the interval says; an end that is None is open, one that is "" lies at no difference."""
    none = _("slet ingen forskel")
    if low is None and high is None:
        return _("Hvor sikkert det er, kan ikke regnes.")
    if high is None:
        return _("Den rigtige forskel kan være alt fra %(low)s og opad.") % {"low": low or none}
    if low is None:
        return _("Den rigtige forskel kan være alt fra %(high)s og nedad.") % {"high": high or none}
    said = {"low": low or none, "high": high or none}
    return _("Den rigtige forskel kan ligge alle steder mellem %(low)s og %(high)s.") % said


def _why_no_answer(why: str, design: Design, *, holds_none: bool) -> str:
    if why == "periods":
        return _("Det er ikke et svar endnu: %(why)s") % {"why": say(design.too_early.why)}
    if why == "moved_before":
        return _("Det er ikke et svar, for områderne gik hver sin vej allerede før starten.")
    if not holds_none:
        return _("Det er ikke et svar endnu, for chancen for at opdage det, der betyder noget, er for lille.")
    if why == "power":
        return _("Det er ikke et svar endnu, for tilfældet alene kan gøre så meget.")
    return _("Det er ikke et svar, for tilfældet alene kan gøre så meget.")


def _aside(figure: Figure, unit: str | None) -> str:
    """A difference as people say it, 2,5 procentpoint lavere; "" where nothing is left of it when it is rounded."""
    if round(figure.value, figure.places) == 0:
        return ""
    size = replace(figure, value=abs(figure.value), unit=unit_words(unit) if unit != "" else "")
    return (_("%(size)s lavere") if figure.value < 0 else _("%(size)s højere")) % {"size": size}


def level_today(outcome: Told, design: Design) -> str:
    """What the figure was when it was last measured in the programme's areas; "" where that is not told."""
    if (last := _last(outcome)) is None:
        return ""
    title, when = bilingual(outcome["title"]), say(design.periods.called(last.period))
    said = {"title": title, "when": when, "level": _level(last, outcome)}
    if shown_unit(outcome) is None:
        return _("%(title)s i %(when)s i programmets områder: %(level)s af børnene.") % said
    return _("%(title)s i %(when)s i programmets områder: %(level)s i gennemsnit.") % said


def _level(last: Last, outcome: Told) -> str:
    """The figure, with no more digits than it carries where counts are hidden."""
    [level] = (
        replace(figure, unit=level_words(shown_unit(outcome)))
        for figure in beside([last.mean], shown_unit(outcome))
        if figure
    )
    if not last.is_rough:
        return str(level)
    carried = decimals_of(Decimal(str(last.mean))) - (2 if shown_unit(outcome) is None else 0)
    return _("omkring %(level)s") % {"level": replace(level, places=min(level.places, max(0, carried)))}


def as_levels(effect: float, outcome: Told, design: Design) -> str:
    """How large an effect is beside the figure that is; "" where no direction is good or the figure is not told.

    Args:
        effect: above 0, in the outcome's own unit.
    """
    last, better = _last(outcome), design.primary.better
    if last is None or last.is_rough or better == "neither":
        return ""
    now = last.mean
    then = now + effect if better == "higher" else now - effect
    if shown_unit(outcome) is None and not 0 <= then <= 1:
        return _("Så meget kan tallet slet ikke ændre sig.")
    before, after = (figure for figure in beside([now, then], shown_unit(outcome)) if figure)
    said = {"before": before, "after": replace(after, unit=level_words(shown_unit(outcome)))}
    return _("Det er lige så meget, som hvis tallet gik fra %(before)s til %(after)s.") % said


class Last(NamedTuple):
    """The last figure that is told of the programme's areas.

    Attributes:
        period: when.
        mean: the figure.
        is_rough: whether it is rounded so far that no count follows from it.
    """

    period: int
    mean: float
    is_rough: bool


def _last(outcome: Told) -> Last | None:
    described = outcome.get("description") or {}
    side = described.get("treated") or {}
    columns = described.get("periods", ()), side.get("mean", ()), side.get("n", ())
    told = [Last(period, mean, n is None) for period, mean, n in zip(*columns, strict=False) if mean is not None]
    return told[-1] if told else None
