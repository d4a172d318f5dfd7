"""One plain sentence about one outcome, chosen by a rule that was known before the outcome was.

The rule goes from what forbids a conclusion to what may be concluded: too early by the design's own rule; no procedure
that holds its size; areas that went apart before the start; then better, worse, or no clear difference. It says that
there is an effect only where a p-value may be given and is small enough. Where nothing is compared the
sentence says so, and claims no effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from landsby.blueprint.text import Text
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.periods import YEARS, PeriodWords
from landsby.evaluation.findings.reading_words import WORDS, amount, signed

Code = Literal[
    "too_early",
    "better",
    "worse",
    "different",
    "no_clear_difference",
    "without_comparison",
    "cannot_tell",
    "placebo_moved",
    "placebo_still",
]
Why = Literal[
    "", "periods", "power", "not_estimated", "refused", "moved_before", "too_small", "not_named", "changed", "unchanged"
]


@dataclass(frozen=True)
class Basis:
    """What a reading stands on.

    Attributes:
        outcome: what was followed.
        measured: periods after the last start that have been measured.
        needed: how many the design asks for.
        ended: whether the design's window has been measured to its end.
        estimate: the effect in the outcome's unit, None where it could not be had.
        ci_low: of the interval of the procedure that holds its size; None where it has no end or there is none.
        ci_high: its other end.
        p: of that procedure; None where none may be given.
        alpha: the level of the design.
        power: the chance that the smallest effect that matters would be found; None where it is not known.
        least_power: what the design asks for.
        moved_before: whether the areas went apart before the start, by the same test; None where it cannot be told.
        is_alone: whether nothing is compared, and areas are held against their own earlier course.
        periods: what the design calls its periods.
    """

    outcome: Outcome
    measured: int
    needed: int
    ended: bool
    estimate: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    p: float | None = None
    alpha: float = 0.05
    power: float | None = None
    least_power: float = 0.8
    moved_before: bool | None = None
    is_alone: bool = False
    periods: PeriodWords = YEARS

    @property
    def enough(self) -> bool:
        """Whether it is known that the smallest effect that matters would be found."""
        return self.power is not None and self.power >= self.least_power

    @property
    def excluded(self) -> bool:
        """Whether the interval leaves out every effect that would matter."""
        matters = self.outcome.matters
        if matters is None or self.ci_low is None or self.ci_high is None:
            return False
        return -abs(matters) < self.ci_low and self.ci_high < abs(matters)


@dataclass(frozen=True)
class Reading:
    """The sentence.

    Attributes:
        code: what may be concluded.
        why: for codes with several reasons, which.
        text: the sentence.
    """

    code: Code
    why: Why
    text: Text


def read(basis: Basis) -> Reading:
    """The reading of one outcome."""
    code, why = _ruled(basis)
    return Reading(code, why, _said(basis, code, why))


def _ruled(basis: Basis) -> tuple[Code, Why]:
    early = _too_early(basis)
    if early:
        return "too_early", early
    if basis.estimate is None:
        return "cannot_tell", "not_estimated"
    if basis.p is None:
        return "cannot_tell", "refused"
    found = basis.p <= basis.alpha
    if basis.outcome.role == "placebo":
        return ("placebo_moved" if found else "placebo_still"), ""
    if basis.is_alone:
        # Whatever else changed in those years is part of the figure: it says nothing of better or worse.
        return "without_comparison", "changed" if found else "unchanged"
    if basis.moved_before:
        return "cannot_tell", "moved_before"
    if found:
        return _direction(basis), ""
    if basis.enough or basis.excluded:
        return "no_clear_difference", ""
    # Nobody looked for an effect that nobody named: that it was not seen says nothing.
    return "cannot_tell", "not_named" if basis.power is None else "too_small"


def _too_early(basis: Basis) -> Why:
    """Why it is too early by the design's own rule, or "": what more years cannot cure is not too early."""
    if basis.measured < basis.needed:
        return "periods"
    if not basis.ended and basis.power is not None and not basis.enough and basis.outcome.role != "placebo":
        return "power"
    return ""


def _direction(basis: Basis) -> Code:
    if basis.outcome.better == "neither" or basis.estimate is None:
        return "different"
    return "better" if (basis.estimate > 0) == (basis.outcome.better == "higher") else "worse"


def _said(basis: Basis, code: Code, why: Why) -> Text:
    outcome, estimate = basis.outcome, basis.estimate or 0.0
    side = "higher" if estimate > 0 else "lower"
    return WORDS[code, why].filled(
        title=outcome.title,
        measured=basis.periods.counted(basis.measured),
        needed=basis.periods.counted(basis.needed),
        size=amount(abs(estimate), outcome),
        estimate=signed(estimate, outcome),
        side=WORDS["side", side],
        low=signed(basis.ci_low, outcome),
        high=signed(basis.ci_high, outcome),
        matters=amount(outcome.matters or 0.0, outcome),
        power=f"{100 * (basis.power or 0.0):.0f}",
    )
