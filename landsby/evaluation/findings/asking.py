"""Which procedures a design is held to, in which order, and what it means when another than the declared one answers.

A procedure is asked for one statistic: the one figure of the group-time effects, or the static coefficient. Those of
the declared estimator come first, in the order in which the design names procedures; then the other estimators'; then
procedures that the design does not name. Whoever comes later is a deviation from the design, and is told as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import Estimator, Procedure
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.inference.calibrated_paths import BY_GROUP, whole_of
from landsby.evaluation.inference.choice import IN_TURN, NAMES, Choice
from landsby.evaluation.problems import Problem, warning

STATIC = ("exchange, coefficient", "exchange, studentised")
"""Exchange of the static coefficient."""
OF_PROCEDURE: dict[Procedure, str] = {
    "cr1": "CR1",
    "cr2": "CR2",
    "cr3": "CR3",
    "wild_bootstrap": "WCR",
    "ferman_pinto": "Ferman-Pinto",
    "conley_taber": "Conley-Taber",
}
"""Procedures of the static coefficient beside its exchange."""
LAST = {
    "group_time": ("influence",),
    "two_way": tuple(name for name in IN_TURN if name in (*STATIC, *OF_PROCEDURE.values())),
}
"""What is asked of an estimator when nothing that the design names holds."""


def declared(design: Design, choice: Choice) -> tuple[str, ...]:
    """The procedures that the design names for its estimators, in the order in which they are asked."""
    return tuple(dict.fromkeys(name for each in design.estimators for name in _named(each, design, choice)))


def in_turn(design: Design, choice: Choice) -> tuple[str, ...]:
    """The declared procedures, then those that the design's estimators can report beside them."""
    others = (name for each in design.estimators for name in LAST.get(each, ()))
    return tuple(dict.fromkeys([*declared(design, choice), *others]))


def _named(estimator: Estimator, design: Design, choice: Choice) -> Iterator[str]:
    for procedure in design.inference.procedures:
        if estimator == "group_time" and procedure == "exchange":
            yield from BY_GROUP
        elif estimator == "two_way":
            yield choice.procedure if procedure == "exchange" else OF_PROCEDURE[procedure]
    if estimator == "group_time" and "exchange" not in design.inference.procedures:
        yield "influence"


def estimator_of(procedure: str) -> Estimator:
    """The estimator whose statistic a procedure asks."""
    return "group_time" if whole_of(procedure) in (*BY_GROUP, "influence") else "two_way"


def deviations(design: Design, choice: Choice, given: str | None) -> Iterator[Problem]:
    """What differs from the design when a procedure speaks: the effect that is estimated, or how sure one is of it."""
    if given is None:
        return
    first, second = design.estimators[0], estimator_of(given)
    if first != second:
        yield warning("other_estimator", first=first, second=second)
    if given not in declared(design, choice):
        yield warning("other_procedure", name=NAMES[given])


def statistic_of(estimate: Estimate) -> str:
    """The name in a calibration run of exactly the statistic of an estimate; "" where nothing is asked of it."""
    said, term = estimate.procedure, estimate.term
    exchanged = f"exchange, {said.partition('(')[2].partition(',')[0]}" if said.startswith("exchange") else ""
    if estimate.estimator == "group_time" and exchanged:
        return exchanged if term == "all" else f"{exchanged}: {term}"
    if estimate.estimator == "group_time":
        return "influence" if term == "all" else ""
    if estimate.estimator != "two_way" or term != "treated":
        return ""
    return exchanged or next((name for start, name in OF_PROCEDURE.items() if said.startswith(start)), "")
