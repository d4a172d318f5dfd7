"""The door that a result goes out by: what is about few children stays inside, whoever reads and in whatever file.

A count of few is left out, and so is the mean, estimate or interval of so few, and that of a yes or no that only one or
two gave; then no mean of that outcome is told, for with the effect the one left out would follow. Where counts are
hidden at all, means are rounded so far that the number of children cannot be had back from their digits: a share of 109
in 1,080, told with sixteen of them, is a fraction of no smaller whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import ceil, floor, log10
from typing import Any

from landsby.evaluation.designs.recipe import is_share_of
from landsby.evaluation.disclosure.few import FEWEST, is_small
from landsby.evaluation.disclosure.terms import few_terms, held_back

Told = Mapping[str, Any]
"""A part of result.json."""
FIGURES = 4
"""Of other numbers so many figures are told where counts are hidden."""
LEVELS = 100
"""What is measured, and no yes or no, is taken to be measured this finely at least, between its limits."""
SIDES = ("treated", "comparison")
_COUNTS = tuple(f"n_{side}" for side in SIDES)


def released(told: Told, *, hides: bool = False, tells_rows: bool = True) -> dict[str, Any]:
    """A result as it may be read. To release what has been released changes nothing.

    An effect is a difference of means, so one mean that is left out follows from those that are told: where one is,
    an outcome tells none of its means, and the whole result tells no counts.

    Args:
        told: the content of result.json.
        hides: counts are hidden in a table that goes out with it, so no other count may give them away.
        tells_rows: how many rows there were in all is told; two results in turn would tell the difference.
    """
    outcomes = told.get("outcomes") or ()
    hides = hides or any(map(_is_closed, outcomes))
    out = dict(told)
    out["outcomes"] = [_outcome(outcome, hides=hides) for outcome in outcomes]
    if "estimates" in told:
        few = {outcome.get("id"): few_terms(outcome.get("behind") or {}) for outcome in outcomes}
        out["estimates"] = [
            each for each in told["estimates"] if each.get("term") not in few.get(each.get("outcome"), ())
        ]
    if (hides or not tells_rows) and "manifest" in told:
        out["manifest"] = {name: value for name, value in told["manifest"].items() if name != "rows"}
    if "balance" in told:
        unsaid = next((_unsaid(each) for each in outcomes if each.get("role") == "primary"), set())
        out["balance"] = [each for each in told["balance"] if each["name"] not in unsaid]
    if hides:
        for name in ("estimates", "balance"):
            if name in told:
                out[name] = [_shortened(each) for each in out[name]]
    return out


def _is_closed(outcome: Told) -> bool:
    """Whether a mean of a side in a period is left out, or was."""
    described = outcome.get("description") or {}
    sides = [side for side in (*map(described.get, SIDES), outcome.get("course")) if side]
    pairs = [pair for side in sides for pair in zip(side["n"], side["mean"], strict=True)]
    return any(n != 0 and _told_of(n, mean, outcome, hides=False)[1] is None for n, mean in pairs)


def _unsaid(outcome: Told) -> set[str]:
    """The features of areas from which a mean that is left out would follow."""
    left_out = {each["variable"] for each in outcome.get("balance") or () if _is_of_few(each)}
    return left_out | ({"level"} if _is_closed(outcome) else set())


def _is_of_few(balance: Told) -> bool:
    counted = [(balance[side], n) for side in SIDES if (n := balance.get(f"n_{side}")) is not None]
    return any(n < FEWEST or (is_share_of(balance) and is_small(round(mean * n), n)) for mean, n in counted)


def _outcome(outcome: Told, *, hides: bool) -> dict[str, Any]:
    out: dict[str, Any] = _shortened(_without_few_times(outcome)) if hides else _without_few_times(outcome)
    is_closed = _is_closed(outcome)
    if described := outcome.get("description"):
        sides = {
            name: _side(described[name], outcome, hides=hides, tells_means=not is_closed)
            for name in SIDES
            if name in described
        }
        out["description"] = {**described, **sides}
    if "balance" in outcome:
        few = {each["variable"] for each in outcome["balance"] if _is_of_few(each)}
        few |= {outcome["id"]} if is_closed else set()
        out["balance"] = [_without(each, _COUNTS) for each in out["balance"] if each["variable"] not in few]
    if (leaning := outcome.get("sensitivity")) and (places := leaning.get("leave_one_out")):
        out["sensitivity"] = {**out["sensitivity"], "leave_one_out": _places(places, out["sensitivity"])}
    if course := outcome.get("course"):
        # What it carries on, and its limits, would tell a mean that is left out.
        out["course"] = None if is_closed else _side(course, outcome, hides=hides, tells_means=True)
    if groups := outcome.get("subgroups"):
        out["subgroups"] = _without_few(groups, ("estimate", "ci_low", "ci_high", "p"), hides=hides)
    if dose := outcome.get("dose"):
        areas = _without_few(dose["areas"], ("effect",), hides=hides)
        out["dose"] = {**out["dose"], "areas": [each for each in areas if each["effect"] is not None]}
    return out


def _without_few_times(outcome: Told) -> dict[str, Any]:
    """The outcome without what is told of times of few, and without the counts that say which they are."""
    few = few_terms(outcome.get("behind") or {})
    out, leaning = _without(outcome, ("behind",)), outcome.get("sensitivity")
    if "path" in out:
        out["path"] = _of_enough(out["path"], few)
    if leaning and "bounds" in leaning:
        out["sensitivity"] = {**leaning, "bounds": _of_enough(leaning["bounds"], few)}
    return out


def _of_enough(parts: Sequence[Told], few: Set[str]) -> list[Told]:
    return [each for each in parts if f"e{each['time']}" not in few]


def _without(told: Told, names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name not in names}


def _side(side: Told, outcome: Told, *, hides: bool, tells_means: bool) -> dict[str, Any]:
    """Counts and means, period by period."""
    means = side["mean"] if tells_means else [None] * len(side["mean"])
    pairs = [_told_of(n, mean, outcome, hides=hides) for n, mean in zip(side["n"], means, strict=True)]
    return {**side, "n": [n for n, _mean in pairs], "mean": [mean for _n, mean in pairs]}


def _told_of(n: int | None, mean: float | None, outcome: Told, *, hides: bool) -> tuple[int | None, float | None]:
    if not n:
        return n, mean
    if n < FEWEST:
        return None, None
    if mean is not None and is_share_of(outcome) and is_small(round(mean * n), n):
        return (None if hides else n), None
    return (None, _rounded(mean, n, outcome)) if hides else (n, mean)


def _rounded(mean: float | None, n: int, outcome: Told) -> float | None:
    """A mean to the nearest 1, 2 or 5 of a decimal, so coarse that half as many children could have it, or any more."""
    if mean is None:
        return None
    finest = 1 if is_share_of(outcome) else (outcome.get("high", 1) - outcome.get("low", 0)) / LEVELS
    least = 2 * finest / n
    decimal = floor(log10(least))
    step = next(one * 10.0**decimal for one in (1, 2, 5, 10) if one * 10.0**decimal >= least)
    return round(round(mean / step) * step, max(0, ceil(-log10(step))))


def _places(places: Sequence[Told], told: Told) -> list[dict[str, Any]]:
    """What is left without each place and each unit, which overlap: where one is of few, none of them is told."""
    is_any_few = any(each.get("n", FEWEST) < FEWEST for each in places)
    return [] if is_any_few else [_without(each, ("n",)) for each in told["leave_one_out"]]


def _without_few(parts: Sequence[Told], figures: Sequence[str], *, hides: bool) -> list[dict[str, Any]]:
    """Parts of a whole: of few nothing is told, nor of so many others that theirs is not what is left over."""
    few = held_back([each.get("n") for each in parts])
    bare = dict.fromkeys(figures)
    out = []
    for place, each in enumerate(parts):
        told = _shortened(each) if hides else dict(each)
        told |= {name: None for name in bare if name in each} if place in few else {}
        out.append({**told, "n": None} if hides or few else told)
    return out


def _shortened(value: Any) -> Any:
    """Numbers with no more figures than anybody reads."""
    if isinstance(value, float):
        return float(f"{value:.{FIGURES}g}")
    if isinstance(value, Mapping):
        short = {key: _shortened(each) for key, each in value.items()}
        # The size of areas is a logarithm, whose digits would tell the children of a lone area.
        return {key: _coarse(each) for key, each in short.items()} if value.get("name") == "size" else short
    if isinstance(value, (list, tuple)):
        return [_shortened(each) for each in value]
    return value


def _coarse(value: Any) -> Any:
    return round(value, 1) if isinstance(value, float) else value
