"""Which statistics a design is held to, in which order, and what it means when another than the declared one answers.

Those of the declared estimator come first, in the order in which the design names procedures; then the other
estimators'; then procedures that the design does not name. Whoever comes later is a deviation from the design, and is
told as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import Estimator
from landsby.evaluation.inference.choice import Choice
from landsby.evaluation.inference.statistics import BY_COEFFICIENT, STATISTICS, StatisticId, declared_as
from landsby.evaluation.problems import Problem, warning


def declared(design: Design, choice: Choice) -> tuple[StatisticId, ...]:
    """What the design names for its estimators, in the order in which it is asked."""
    return tuple(dict.fromkeys(name for each in design.estimators for name in _named(each, design, choice)))


def in_turn(design: Design, choice: Choice) -> tuple[StatisticId, ...]:
    """What is declared, then what the design's estimators can report beside it."""
    last = [each for each in STATISTICS.values() if each.is_last_resort]
    others = (each.id for estimator in design.estimators for each in last if each.estimator == estimator)
    return tuple(dict.fromkeys([*declared(design, choice), *others]))


def _named(estimator: Estimator, design: Design, choice: Choice) -> Iterator[StatisticId]:
    for procedure in design.inference.procedures:
        for name in declared_as(procedure, estimator):
            if name not in BY_COEFFICIENT or name == choice.statistic:
                yield name
    if estimator == "group_time" and "exchange" not in design.inference.procedures:
        yield "influence"


def deviations(design: Design, choice: Choice, given: StatisticId | None) -> Iterator[Problem]:
    """What differs from the design when a statistic speaks: the effect that is estimated, or how sure one is of it."""
    if given is None:
        return
    first, second = design.estimators[0], STATISTICS[given].estimator
    if first != second:
        yield warning("other_estimator", first=first, second=second)
    if given not in declared(design, choice):
        yield warning("other_procedure", name=STATISTICS[given].text)
