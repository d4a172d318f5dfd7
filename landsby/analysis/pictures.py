"""The pictures of a run, made from what result.json says, so that a page and a file show the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from landsby.analysis.picture import Mark, Picture
from landsby.blueprint.text import Text
from landsby.evaluation.calibration import HELD
from landsby.evaluation.choice import NAMES
from landsby.evaluation.powering import Patience

Outcome = Mapping[str, Any]
"""One of result.json's `outcomes`."""


def pictures_of(outcome: Outcome, matched: Sequence[Mapping[str, Any]] = ()) -> Iterator[Picture]:
    """Every picture of one outcome that its figures carry.

    Args:
        outcome: one of result.json's `outcomes`.
        matched: result.json's `balance`, of the outcome that decides.
    """
    if outcome["path"]:
        yield event_study_picture(outcome)
    if outcome["calibration"]:
        yield calibration_picture(outcome)
    if outcome["sensitivity"] and outcome["sensitivity"]["leave_one_out"]:
        yield leave_one_out_picture(outcome)
    if outcome["role"] == "primary" and matched:
        yield balance_picture(outcome, matched)


def factor_of(outcome: Outcome) -> float:
    """By what figures are multiplied to be shown: shares are shown in percentage points."""
    share = outcome["unit"] is None and outcome["low"] >= -1 and outcome["high"] <= 1
    return 100.0 if share else 1.0


def unit_of(outcome: Outcome) -> Text:
    """The unit that figures are shown in."""
    if factor_of(outcome) == 1.0:
        unit = outcome["unit"] or "–"
        return Text(da=unit, en=unit)
    return Text(da="procentpoint", en="percentage points")


def event_study_picture(outcome: Outcome) -> Picture:
    """Effects by time since the start, with intervals where they may be given, and what chance alone gave."""
    by = factor_of(outcome)
    marks = []
    for each in outcome["path"]:
        value, low, high, chance_low, chance_high = (_times(each[key], by) for key in _OF_PATH)
        marks.append(Mark(each["time"], value, low, high, chance_low, chance_high))
    return Picture(
        f"{outcome['id']}-event_study",
        _EVENT.filled(title=_title(outcome)),
        Text(da="Perioder siden starten", en="Periods since the start"),
        _EFFECT.filled(unit=unit_of(outcome)),
        marks,
        before=-0.5,
    )


def calibration_picture(outcome: Outcome) -> Picture:
    """How often each procedure gives a false alarm in this design; the band is what a 5 % test may give."""
    marks = [Mark(NAMES[each["procedure"]], 100 * each["size"]) for each in outcome["calibration"]]
    return Picture(
        f"{outcome['id']}-calibration",
        _CALIBRATION.filled(title=_title(outcome)),
        Text(da="Metode", en="Procedure"),
        Text(da="Falske alarmer i procent; 5 er rigtigt", en="False alarms in per cent; 5 is right"),
        marks,
        between=(100 * HELD[0], 100 * HELD[1]),
    )


def leave_one_out_picture(outcome: Outcome) -> Picture:
    """The effect without each treated area or unit."""
    by = factor_of(outcome)
    left = outcome["sensitivity"]["leave_one_out"]
    marks = [Mark(_without(each["without"]), _times(each["estimate"], by)) for each in left]
    return Picture(
        f"{outcome['id']}-leave_one_out",
        _WITHOUT.filled(title=_title(outcome)),
        Text(da="Udeladt", en="Left out"),
        _EFFECT.filled(unit=unit_of(outcome)),
        marks,
    )


def balance_picture(outcome: Outcome, matched: Sequence[Mapping[str, Any]]) -> Picture:
    """How alike treated and comparison areas were before the first start, before and after areas were chosen."""
    marks = []
    for each in matched:
        name = _FEATURES.get(each["name"], Text(da=each["name"], en=each["name"]))
        marks.append(Mark(name, each["before"], kind=0))
        if each["after"] != each["before"]:
            marks.append(Mark(name, each["after"], kind=1))
    kinds = (Text(da="Alle områder", en="All areas"), Text(da="De valgte områder", en="The areas chosen"))
    return Picture(
        f"{outcome['id']}-balance",
        Text(da="Var områderne ens før starten?", en="Were the areas alike before the start?"),
        Text(da="Træk", en="Feature"),
        Text(da="Forskel i standardafvigelser", en="Difference in standard deviations"),
        marks,
        kinds=kinds if any(mark.kind for mark in marks) else kinds[:1],
        between=(-0.25, 0.25),
    )


def patience_picture(found: Patience, outcome: Outcome) -> Picture:
    """The smallest effect that would be found after each period: when can we know?

    Args:
        found: from `patience_for`.
        outcome: the outcome that decides, as data.
    """
    by = factor_of(outcome)
    finite = [each for each in found.known if each.smallest < float("inf")]
    matters = found.smallest_that_matters
    return Picture(
        f"{found.outcome}-patience",
        _PATIENCE.filled(title=_title(outcome)),
        Text(da="Sidste målte periode", en="Last measured period"),
        _SMALLEST.filled(unit=unit_of(outcome)),
        [Mark(each.last, each.smallest * by) for each in finite],
        between=None if matters is None else (0.0, matters * by),
    )


def _times(value: float | None, by: float) -> float | None:
    return None if value is None else value * by


def _title(outcome: Outcome) -> Text:
    return Text(**outcome["title"])


def _without(name: str) -> Text:
    return Text(da=f"uden {name}", en=f"without {name}")


_OF_PATH = ("estimate", "ci_low", "ci_high", "chance_low", "chance_high")
_EVENT = Text(da="{title}: forskellen før og efter starten", en="{title}: the difference before and after the start")
_EFFECT = Text(da="Forskel ({unit})", en="Difference ({unit})")
_CALIBRATION = Text(
    da="{title}: hvilke metoder kan man stole på her?", en="{title}: which procedures can be trusted here?"
)
_WITHOUT = Text(da="{title}: hvad betyder hvert enkelt sted?", en="{title}: what does each single place mean?")
_PATIENCE = Text(da="{title}: hvornår kan vi vide det?", en="{title}: when can we know?")
_SMALLEST = Text(da="Mindste synlige virkning ({unit})", en="Smallest visible effect ({unit})")
_FEATURES: Mapping[str, Text] = {
    "level": Text(da="niveau", en="level"),
    "trend": Text(da="udvikling", en="trend"),
    "size": Text(da="størrelse", en="size"),
}
