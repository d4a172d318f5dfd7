"""What follows from why the treated areas were treated: those that were chosen for faring badly return to the mean.

They fare better by themselves, since part of what made them bad was chance. Comparison areas that had fared as badly do
so too; but where areas were not chosen by the outcome, likeness in it invites the same return among the comparison (Daw
& Hatfield 2018, Health Serv Res 53:4138).
"""

from __future__ import annotations

from collections.abc import Iterator

from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.problems import Problem, note, warning

AS_BAD = frozenset({"level", "last"})
"""What makes comparison areas as bad as those that were chosen: all the time before, and at last."""


def problems_of_selection(design: Design, outcome: Outcome) -> Iterator[Problem]:
    """What a reader of an outcome should know of how the areas were chosen."""
    if design.selection is None or outcome.id not in design.selection.by:
        return
    if is_answered(design, outcome):
        yield note("return_answered", name=outcome.title)
    else:
        yield warning("returns_to_mean", name=outcome.title)


def is_answered(design: Design, outcome: Outcome) -> bool:
    """Whether the comparison fared as badly in that outcome: likeness is made in the first outcome that decides."""
    made_alike = design.comparison.matching
    if made_alike == "none" or outcome.id != design.primary.id:
        return False
    return made_alike == "synthetic" or set(design.comparison.match_on) >= AS_BAD
