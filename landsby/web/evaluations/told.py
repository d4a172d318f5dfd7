"""What is told of an evaluation, as the actions take it."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.web.partnerships.models import Community, Municipality


@dataclass(frozen=True)
class ToldPlace:
    """A place where the programme works.

    Attributes:
        code: as the data write it.
        starts: the first year in which the programme can have had an effect.
    """

    place: Community | Municipality
    code: str
    starts: int


@dataclass(frozen=True)
class ToldOutcome:
    """Something else that is followed.

    Attributes:
        column: its column in the data.
        is_share: whether it is yes or no for each child, else a measure.
    """

    title: str
    column: str
    is_share: bool


@dataclass(frozen=True)
class ToldStart:
    """The first words of a design, from which its text is written.

    Attributes:
        column: the outcome's column in the data.
        is_share: whether the outcome is yes or no for each child, else a measure.
        smallest_effect: the smallest that would matter, in the outcome's own unit; of a share, in per cent points.
        fared_badly: whether the places were chosen because the outcome was bad there.
        is_matched: whether places are compared with those that were most like them before the start.
        kept_out: codes of places that nothing may be compared with, and why.
        secondary: what else is followed; None for nothing.
        placebo: what the programme cannot have changed; None for nothing.
        looks: the years in which it is to be read.
        title_en, question_en, outcome_en: the same in English; "" where nobody has written it.
    """

    title: str
    question: str
    outcome: str
    column: str
    is_share: bool
    better: str
    smallest_effect: float
    first: int
    last: int
    why: str
    periods_after_start: int
    why_so_long: str
    places: tuple[ToldPlace, ...]
    in_municipalities: bool
    fared_badly: bool
    is_matched: bool
    kept_out: tuple[str, ...]
    why_kept_out: str
    secondary: ToldOutcome | None
    placebo: ToldOutcome | None
    looks: tuple[int, ...]
    title_en: str = ""
    question_en: str = ""
    outcome_en: str = ""
