"""What a run found, as JSON-able data: numbers that are not there are null, small groups are not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from typing import Any

import numpy as np

from landsby.blueprint.text import Text
from landsby.evaluation.designs.design import Design
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.found import Found
from landsby.evaluation.findings.judging import Exchanging, Judged
from landsby.evaluation.findings.looked import Sensitivity
from landsby.evaluation.inference.exchanged_paths import ExchangedPaths, path_tests
from landsby.evaluation.inference.statistics import STATISTICS, StatisticId
from landsby.evaluation.problems import Problem


def plain(value: Any) -> Any:
    """The value as JSON knows it: numbers that are not finite become null, texts both their languages."""
    if isinstance(value, Text):
        return value.model_dump()
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, float):
        return value if np.isfinite(value) else None
    return value


def problem_data(problem: Problem) -> dict[str, Any]:
    """A doubt with its cure."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "text": problem.text.model_dump(),
        "cure": problem.cure.model_dump(),
    }


def outcome_data(
    found: Found, design: Design, how: Exchanging | None, adjusted: dict[str, float], placebos: Iterable[Found]
) -> dict[str, Any]:
    """One outcome.

    Args:
        found: what was found of it.
        design: the declared design.
        how: schedules were exchanged.
        adjusted: p-values adjusted for several outcomes, by outcome.
        placebos: what was found of outcomes that the programme cannot have moved.
    """
    reading = found.reading
    shares = {each.id: each.is_share for each in (found.outcome, *design.covariates)}
    return {
        **{name: value for name, value in found.outcome.to_data().items() if name in _OF_OUTCOME},
        "reading": {"code": reading.code, "why": reading.why, **reading.text.model_dump()},
        "headline": plain(found.headline),
        "carried": plain(how.said) if how else None,
        "choice": _choice(how),
        **_judged(found.judged),
        "description": _description(found),
        "balance": [{**plain(each), "is_share": shares[each.variable]} for each in found.alike],
        "path": _path(found.paths, found.judged),
        "sensitivity": _sensitivity(found.sensitivity, placebos, design.inference.alpha),
        "adjusted": {"p": adjusted.get(found.outcome.id), "of": sorted(adjusted)} if adjusted else None,
        "subgroups": [
            {**plain(asdict(each)), "problems": [problem_data(problem) for problem in each.problems]}
            for each in found.subgroups
        ],
        "course": plain(found.course),
        "behind": dict(found.behind),
        "dose": {**plain(found.dose), "observational": True} if found.dose else None,
    }


_OF_OUTCOME = {"id", "title", "role", "better", "unit", "low", "high", "smallest_effect", "is_share"}


def _choice(how: Exchanging | None) -> dict[str, Any] | None:
    if how is None:
        return None
    choice = how.choice
    return {
        "statistic": choice.statistic,
        "possible": choice.possible,
        "because": plain(choice.because),
    }


def _judged(found: Judged) -> dict[str, Any]:
    return {
        "calibration": [
            {
                "statistic": each.statistic,
                "size": each.size,
                "power": [{"effect": effect, "share": share} for effect, share in each.power.items()],
                "draws": each.draws,
                "error": each.error,
                "holds": each.holds,
            }
            for each in found.calibrated
        ],
        "level": found.alpha,
        "verdict": {"statistic": found.verdict.statistic, "because": plain(found.verdict.because)},
    }


def _description(found: Found) -> dict[str, Any]:
    shown = found.described
    told = {"periods": shown.periods.tolist()}
    for side, name in enumerate(("treated", "comparison")):
        told[name] = {"n": [int(n) for n in shown.n[side]], "mean": plain(shown.mean[side])}
    return told


def _path(paths: ExchangedPaths | None, held: Judged) -> list[dict[str, Any]]:
    """Effects by time since the start, with what schedules that did nothing gave there (the middle of them)."""
    if paths is None:
        return []
    out, level = [], 1 - held.alpha
    for e, (time, test) in enumerate(zip(paths.times.tolist(), path_tests(paths, level)[1:], strict=True)):
        if not np.isfinite(test.estimate):
            continue
        others = paths.beta[:, e] / paths.scale[:, e] * paths.scale[0, e]
        others = others[np.isfinite(others)]
        low, high = np.quantile(others, [(1 - level) / 2, (1 + level) / 2])
        shown = {"ci_low": test.ci_low, "ci_high": test.ci_high, "p": test.p}
        if not held.part_holds(f"e{time}"):
            shown = dict.fromkeys(_INTERVAL, np.nan)
        out.append(plain({"time": time, "estimate": test.estimate, **shown, "chance_low": low, "chance_high": high}))
    return out


_INTERVAL = ("ci_low", "ci_high", "p")


def _sensitivity(found: Sensitivity | None, placebos: Iterable[Found], alpha: float) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "pre_trend": plain(found.pre_trend),
        "bounds": [
            {"kind": kind, "time": time, **plain(bounds), "by": _by(statistic), "statistic": statistic}
            for kind, time, bounds, statistic in found.bounds
        ],
        "leave_one_out": [
            {"without": each.area, "estimate": plain(each.estimate), "n": each.n} for each in found.leave_one_out
        ],
        "placebo_dates": plain(found.placebo_dates),
        "moved_before": found.moved_before(alpha),
        "placebo_outcomes": [
            {"outcome": each.outcome.id, **_short(each.headline), "reading": plain(each.reading.text)}
            for each in placebos
        ],
        "not_had": [problem_data(problem) for problem in found.not_had],
    }


BY_PATH = "normal, by the covariance over exchanged schedules; not calibrated"


def _by(statistic: StatisticId | None) -> str:
    """How a bound was found."""
    return STATISTICS[statistic].text.en if statistic else BY_PATH


def _short(estimate: Estimate | None) -> dict[str, Any]:
    names = ("estimate", "ci_low", "ci_high", "p")
    return dict.fromkeys(names) if estimate is None else {name: getattr(estimate, name) for name in names}


def looks_data(design: Design, last: int) -> list[dict[str, Any]]:
    """The planned readings, and which of them this run is: the last one whose data are there."""
    reached = [look.period for look in design.looks if look.period <= last]
    return [
        {
            "period": look.period,
            "what": plain(look.what),
            "state": "ahead" if look.period > last else "now" if look.period == max(reached) == last else "past",
        }
        for look in design.looks
    ]
