"""How much: the difference so far with its interval, and what the figure is today, each in plain words by a rule.

The answer itself says how large a difference is where it may conclude. Where it may not, people see the picture and
draw conclusions of their own; here they are told the figure, and why it is no answer yet. All of it comes of results
as they may be read, so that what is about few children is not in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.figures import Figure, beside, bilingual, shown_unit, unit_words
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
    figures = beside([headline[name] for name in ("estimate", "ci_low", "ci_high")], unit, digits=2)
    size, low, high = (_aside(figure, unit) if figure else "" for figure in figures)
    lines = [_how_far(size, is_alone=bool(outcome.get("course"))), _how_sure(low, high), _why_no_answer(why, design)]
    return " ".join(lines)


def _how_far(size: str, *, is_alone: bool) -> str:
    if not size:
        return _("Siden starten er tallet næsten som ventet.")
    if is_alone:
        return _("Siden starten er tallet %(size)s, end hvis det var gået videre som før.") % {"size": size}
    return _("Siden starten er tallet %(size)s end ventet ud fra de andre områder.") % {"size": size}


def _how_sure(low: str, high: str) -> str:
    if not low or not high:
        return _("Hvor sikkert det er, kan ikke regnes.")
    return _("Den rigtige forskel kan ligge alle steder mellem %(low)s og %(high)s.") % {"low": low, "high": high}


def _why_no_answer(why: str, design: Design) -> str:
    if why == "periods":
        return _("Det er ikke et svar endnu: %(why)s") % {"why": say(design.too_early.why)}
    if why == "power":
        return _("Det er ikke et svar endnu, for tilfældet alene kan gøre så meget.")
    if why == "moved_before":
        return _("Det er ikke et svar, for områderne gik hver sin vej allerede før starten.")
    return _("Det er ikke et svar, for tilfældet alene kan gøre så meget.")


def _aside(figure: Figure, unit: str | None) -> str:
    """A difference as people say it, 2,5 procentpoint lavere; "" where nothing is left of it when it is rounded."""
    if round(figure.value, figure.places) == 0:
        return ""
    size = replace(figure, value=abs(figure.value), unit=unit_words(unit) if unit != "" else "")
    return (_("%(size)s lavere") if figure.value < 0 else _("%(size)s højere")) % {"size": size}


def level_today(outcome: Told, design: Design) -> str:
    """What the figure was when it was last measured where the programme is; "" where that is not told."""
    if (last := _last(outcome)) is None:
        return ""
    period, mean = last
    title, when = bilingual(outcome["title"]), say(design.periods.called(period))
    [level] = (replace(figure, unit=_unit(outcome)) for figure in beside([mean], shown_unit(outcome)) if figure)
    said = {"title": title, "when": when, "level": level}
    if shown_unit(outcome) is None:
        return _("%(title)s i %(when)s, hvor programmet er: %(level)s af børnene.") % said
    return _("%(title)s i %(when)s, hvor programmet er: %(level)s i gennemsnit.") % said


def as_levels(effect: float, outcome: Told, design: Design) -> str:
    """What an effect would make of the figure that is; "" where no direction is good or the figure is not told.

    Args:
        effect: above 0, in the outcome's own unit.
    """
    last, better = _last(outcome), design.primary.better
    if last is None or better == "neither":
        return ""
    now = last[1]
    then = now + effect if better == "higher" else now - effect
    if shown_unit(outcome) is None and not 0 <= then <= 1:
        return _("Så meget kan tallet slet ikke ændre sig.")
    before, after = (figure for figure in beside([now, then], shown_unit(outcome)) if figure)
    said = {"before": before, "after": replace(after, unit=_unit(outcome))}
    return _("Det svarer til, at tallet går fra %(before)s til %(after)s.") % said


def _last(outcome: Told) -> tuple[int, float] | None:
    """The last period whose mean is told, and the mean, where the programme is."""
    described = outcome.get("description") or {}
    means = (described.get("treated") or {}).get("mean", ())
    pairs = [pair for pair in zip(described.get("periods", ()), means, strict=False) if pair[1] is not None]
    return pairs[-1] if pairs else None


def _unit(outcome: Told) -> str:
    """Of means: shares are read in per cent."""
    unit = shown_unit(outcome)
    return _("procent") if unit is None else unit
