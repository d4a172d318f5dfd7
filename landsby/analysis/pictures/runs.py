"""The pictures of a run, made from what result.json says, so that a page and a file show the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from landsby.analysis.pictures.leaning import NameOf, leaning_pictures
from landsby.analysis.pictures.picture import Mark, Picture
from landsby.analysis.pictures.shown import EFFECT, Outcome, capitalised, factor_of, times, title_of, unit_of
from landsby.blueprint.figures import figure
from landsby.blueprint.text import Text
from landsby.evaluation.comparison.matching import ALIKE
from landsby.evaluation.designs.periods import YEARS, PeriodWords
from landsby.evaluation.inference.calibration import band
from landsby.evaluation.inference.statistics import statistic_told


def pictures_of(
    outcome: Outcome,
    matched: Sequence[Mapping[str, Any]] = (),
    name_of: NameOf = str,
    periods: PeriodWords = YEARS,
) -> Iterator[Picture]:
    """Every picture of one outcome that its figures carry.

    Args:
        outcome: one of result.json's `outcomes`.
        matched: result.json's `balance`, of the outcome that decides.
        name_of: what an area or unit is called, by its code.
        periods: what the design calls its periods.
    """
    if outcome.get("course"):
        yield course_picture(outcome, periods)
    if outcome["path"]:
        yield event_study_picture(outcome, periods)
    if outcome["calibration"]:
        yield calibration_picture(outcome)
    yield from leaning_pictures(outcome, name_of, periods)
    if outcome["role"] == "primary" and matched:
        yield balance_picture(outcome, matched)


def event_study_picture(outcome: Outcome, periods: PeriodWords = YEARS) -> Picture:
    """Effects by time since the start, with intervals where they may be given, and what chance alone gave."""
    by = factor_of(outcome)
    marks = []
    for each in outcome["path"]:
        value, low, high, chance_low, chance_high = (times(each[key], by) for key in _OF_PATH)
        marks.append(Mark(each["time"], value, low, high, chance_low, chance_high))
    return Picture(
        f"{outcome['id']}-event_study",
        _EVENT.filled(title=title_of(outcome)),
        _SINCE.filled(periods=capitalised(periods.many)),
        EFFECT.filled(unit=unit_of(outcome)),
        marks,
        before=-0.5,
    )


def course_picture(outcome: Outcome, periods: PeriodWords = YEARS) -> Picture:
    """Areas that are compared with nothing: what was measured, within what chance does, and their course carried on."""
    by, course = factor_of(outcome), outcome["course"]
    empty = [None] * len(course["times"])
    limits = course["control"] or {"low": empty, "high": empty}
    marks = []
    every = zip(course["times"], course["mean"], course["expected"], limits["low"], limits["high"], strict=True)
    for at, mean, expected, low, high in every:
        if mean is not None:
            chance = times(low, by), times(high, by)
            marks += [Mark(at, times(mean, by), None, None, *chance), Mark(at, times(expected, by), kind=1)]
    return Picture(
        f"{outcome['id']}-course",
        _COURSE.filled(title=title_of(outcome)),
        _SINCE.filled(periods=capitalised(periods.many)),
        Text(da="Gennemsnit ({unit})", en="Mean ({unit})").filled(unit=_SHARE if by != 1.0 else unit_of(outcome)),
        sorted(marks, key=lambda mark: mark.kind),
        kinds=(Text(da="Målt", en="Measured"), Text(da="Som før starten", en="As before the start")),
        zero=None,
        before=-0.5,
        is_joined=True,
    )


def calibration_picture(outcome: Outcome) -> Picture:
    """How often each procedure gives a false alarm in this design; the band is what one may give that holds."""
    level = outcome["level"]
    low, high = band(level)
    named = [(statistic_told(each), each["size"]) for each in outcome["calibration"]]
    marks = [Mark(statistic.text, 100 * size) for statistic, size in named if statistic]
    return Picture(
        f"{outcome['id']}-calibration",
        _CALIBRATION.filled(title=title_of(outcome)),
        Text(da="Metode", en="Procedure"),
        _ALARMS.filled(level=figure(100 * level)),
        marks,
        between=(100 * low, 100 * high),
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
        Text(da="Det, der er sammenlignet på", en="What is compared"),
        Text(da="Forskel i standardafvigelser", en="Difference in standard deviations"),
        marks,
        kinds=kinds if any(mark.kind for mark in marks) else kinds[:1],
        between=(-ALIKE, ALIKE),
    )


_OF_PATH = ("estimate", "ci_low", "ci_high", "chance_low", "chance_high")
_EVENT = Text(da="{title}: forskellen før og efter starten", en="{title}: the difference before and after the start")
_SINCE = Text(da="{periods} siden starten (0: da det begyndte)", en="{periods} since the start (0: when it began)")
_COURSE = Text(
    da="{title}: før og efter hvert områdes egen start, uden noget at sammenligne med",
    en="{title}: before and after each area's own start, with nothing to compare with",
)
_SHARE = Text(da="procent", en="per cent")
_CALIBRATION = Text(
    da="{title}: hvilke metoder kan man stole på her?", en="{title}: which procedures can be trusted here?"
)
_ALARMS = Text(da="Falske alarmer i procent ({level} må der være)", en="False alarms in per cent ({level} allowed)")
_FEATURES: Mapping[str, Text] = {
    "level": Text(da="niveau", en="level"),
    "last": Text(da="niveau lige før starten", en="level just before the start"),
    "trend": Text(da="udvikling", en="trend"),
    "size": Text(da="størrelse", en="size"),
}
