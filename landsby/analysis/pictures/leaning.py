"""The pictures of what an effect leans on: trends, single places, dates, outcomes, groups and doses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from landsby.analysis.pictures.picture import Mark, Picture
from landsby.analysis.pictures.shown import EFFECT, Outcome, factor_of, times, title_of, unit_of
from landsby.blueprint.figures import figure
from landsby.blueprint.text import Text
from landsby.evaluation.designs.periods import YEARS, PeriodWords
from landsby.evaluation.disclosure.results import Told

NameOf = Callable[[str], str]


def leaning_pictures(outcome: Outcome, name_of: NameOf = str, periods: PeriodWords = YEARS) -> Iterator[Picture]:
    """Every one of them that an outcome's figures carry.

    Args:
        outcome: one of result.json's `outcomes`.
        name_of: what an area or unit is called, by its code.
        periods: what the design calls its periods.
    """
    leaning = outcome["sensitivity"] or {}
    if bounds := leaning.get("bounds"):
        yield _picture(outcome, "bounds", [_of_bounds(outcome, one) for one in bounds])
    if left := leaning.get("leave_one_out"):
        by = factor_of(outcome)
        names = (_WITHOUT.filled(name=name_of(each["without"])) for each in left)
        marks = [Mark(name, times(each["estimate"], by)) for name, each in zip(names, left, strict=True)]
        yield _picture(outcome, "leave_one_out", marks)
    if dates := leaning.get("placebo_dates"):
        times_before = (_BEFORE.filled(periods=periods.counted(one["earlier"])) for one in dates)
        marks = [_with_interval(outcome, at, one) for at, one in zip(times_before, dates, strict=True)]
        yield _picture(outcome, "placebo_dates", marks)
    if groups := [one for one in outcome.get("subgroups") or () if one["estimate"] is not None]:
        marks = [_with_interval(outcome, Text(da=one["id"], en=one["id"]), one) for one in groups]
        yield _picture(outcome, "subgroups", marks)
    if dose := outcome.get("dose"):
        yield _of_doses(outcome, dose, name_of)


def _picture(outcome: Outcome, name: str, marks: list[Mark]) -> Picture:
    title, along = _TITLES[name]
    value = EFFECT.filled(unit=unit_of(outcome))
    return Picture(f"{outcome['id']}-{name}", title.filled(title=title_of(outcome)), along, value, marks)


def _with_interval(outcome: Outcome, at: Text, one: Told) -> Mark:
    value, low, high = (times(one[key], factor_of(outcome)) for key in ("estimate", "ci_low", "ci_high"))
    return Mark(at, value, low, high)


def _of_bounds(outcome: Outcome, one: Told) -> Mark:
    """What is left of the effect at the end of the path, when trends may differ so much."""
    by, kind = factor_of(outcome), one["kind"]
    actual = next((each["estimate"] for each in outcome["path"] if each["time"] == one["time"]), None)
    told = _STRAIGHT[one["M"] > 0] if kind == "smooth" else _TIMES.filled(M=figure(one["M"]))
    # The straight line is taken away, so what is left is not the effect itself.
    value = actual if kind == "relative" else None
    return Mark(told, times(value, by), times(one["ci_low"], by), times(one["ci_high"], by))


def _of_doses(outcome: Outcome, dose: Told, name_of: NameOf) -> Picture:
    by = factor_of(outcome)
    title, along = _TITLES["dose"]
    marks = [Mark(each["dose"], each["effect"] * by, name=name_of(each["area"])) for each in dose["areas"]]
    return Picture(
        f"{outcome['id']}-dose",
        title.filled(title=title_of(outcome)),
        along,
        EFFECT.filled(unit=unit_of(outcome)),
        sorted(marks, key=lambda mark: (mark.at, mark.name)),
        is_counted=False,
    )


_BEFORE = Text(da="{periods} før", en="{periods} before")
_WITHOUT = Text(da="uden {name}", en="without {name}")
_TIMES = Text(da="{M} × før starten", en="{M} × before the start")
_STRAIGHT = (Text(da="ret linje", en="straight line"), Text(da="bøjet linje", en="bent line"))
_TITLES: Mapping[str, tuple[Text, Text]] = {
    "bounds": (
        Text(da="{title}: hvis områderne var gledet fra hinanden", en="{title}: if trends had differed"),
        Text(da="Så meget må områderne glide fra hinanden", en="How much trends may differ"),
    ),
    "leave_one_out": (
        Text(da="{title}: hvad nu, hvis ét sted ikke var med?", en="{title}: what if one place were left out?"),
        Text(da="Udeladt", en="Left out"),
    ),
    "placebo_dates": (
        Text(da="{title}: prøve med en opdigtet start", en="{title}: a test with an invented start"),
        Text(da="Så længe før", en="So long before"),
    ),
    "subgroups": (
        Text(da="{title}: grupper af børn", en="{title}: groups of children"),
        Text(da="Gruppe", en="Group"),
    ),
    "dose": (
        Text(da="{title}: hvor meget de gjorde, og hvordan det gik", en="{title}: how much they did, and how it went"),
        Text(da="Hvor meget der blev gjort (dosis)", en="How much was done (dose)"),
    ),
}
