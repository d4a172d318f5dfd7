"""What a calibration run asks: each procedure on the figure of one estimator, and what people call it.

A procedure that a design declares is told by one statistic or another: whole schedules may be exchanged on the static
coefficient or on group-time effects, as they are or measured against something. Each of them holds its size by itself,
so calibrations, verdicts and estimates name the statistic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from landsby.blueprint.text import Text
from landsby.evaluation.designs.methods import PROCEDURES, Estimator, Procedure

StatisticId = Literal[
    "exchange_coefficient",
    "exchange_group_time",
    "exchange_scaled",
    "exchange_studentised",
    "ferman_pinto",
    "conley_taber",
    "cr3",
    "cr2",
    "wild_bootstrap",
    "influence",
    "wild_unrestricted",
    "cr1",
]


@dataclass(frozen=True)
class Statistic:
    """One procedure on the figure of one estimator.

    Attributes:
        id: its name in results.
        estimator: whose figure it asks.
        declared_as: how a design names the procedure; None where no design can.
        is_last_resort: whether it is asked where nothing that the design names holds.
        text: what people call it.
        formerly: how what results of earlier versions say of it begins.
    """

    id: StatisticId
    estimator: Estimator
    declared_as: Procedure | None
    is_last_resort: bool
    text: Text
    formerly: tuple[str, ...]


def _exchanged(da: str, en: str) -> Text:
    name = PROCEDURES["exchange"]
    return Text(da=f"{name.da}, {da}", en=f"{name.en}, {en}")


_WILD = PROCEDURES["wild_bootstrap"]
STATISTICS: Mapping[StatisticId, Statistic] = {
    each.id: each
    for each in (
        Statistic(
            "exchange_coefficient",
            "two_way",
            "exchange",
            is_last_resort=True,
            text=_exchanged("én koefficient", "one coefficient"),
            formerly=("exchange, coefficient", "exchange (coefficient"),
        ),
        Statistic(
            "exchange_group_time",
            "group_time",
            "exchange",
            is_last_resort=False,
            text=_exchanged("effekt for effekt", "effect by effect"),
            formerly=("exchange, group-time", "exchange (group-time"),
        ),
        Statistic(
            "exchange_scaled",
            "group_time",
            "exchange",
            is_last_resort=False,
            text=_exchanged("målt mod størrelse", "scaled by size"),
            formerly=("exchange, scaled", "exchange (scaled"),
        ),
        Statistic(
            "exchange_studentised",
            "two_way",
            "exchange",
            is_last_resort=True,
            text=_exchanged("målt mod usikkerhed", "studentised"),
            formerly=("exchange, studentised", "exchange (studentised"),
        ),
        Statistic(
            "ferman_pinto",
            "two_way",
            "ferman_pinto",
            is_last_resort=True,
            text=PROCEDURES["ferman_pinto"],
            formerly=("Ferman-Pinto", "ferman_pinto"),
        ),
        Statistic(
            "conley_taber",
            "two_way",
            "conley_taber",
            is_last_resort=True,
            text=PROCEDURES["conley_taber"],
            formerly=("Conley-Taber", "conley_taber"),
        ),
        Statistic("cr3", "two_way", "cr3", is_last_resort=True, text=PROCEDURES["cr3"], formerly=("CR3", "cr3,")),
        Statistic("cr2", "two_way", "cr2", is_last_resort=True, text=PROCEDURES["cr2"], formerly=("CR2", "cr2,")),
        Statistic(
            "wild_bootstrap",
            "two_way",
            "wild_bootstrap",
            is_last_resort=True,
            text=_WILD,
            formerly=("WCR", "wild_bootstrap"),
        ),
        Statistic(
            "influence",
            "group_time",
            "influence",
            is_last_resort=True,
            text=PROCEDURES["influence"],
            formerly=("influence",),
        ),
        Statistic(
            "wild_unrestricted",
            "two_way",
            None,
            is_last_resort=False,
            text=Text(da=f"{_WILD.da} uden nulhypotesen", en=f"{_WILD.en}, null not imposed"),
            formerly=("WCU",),
        ),
        Statistic("cr1", "two_way", "cr1", is_last_resort=True, text=PROCEDURES["cr1"], formerly=("CR1", "cr1,")),
    )
}
"""In the order in which they are asked, but for what the design names first."""


def declared_as(procedure: Procedure, estimator: Estimator) -> tuple[StatisticId, ...]:
    """The statistics of an estimator by which a declared procedure is told."""
    mine = (each for each in STATISTICS.values() if each.estimator == estimator)
    return tuple(each.id for each in mine if each.declared_as == procedure)


BY_COEFFICIENT = declared_as("exchange", "two_way")
"""Exchange of the static coefficient: as it is, and measured against its own uncertainty."""
BY_GROUP = declared_as("exchange", "group_time")
"""Exchange of group-time effects: as they are, and measured against what chance would do to areas of that size."""


SUMMARY = ("all", "treated")
"""The terms that tell the whole effect in one figure."""


class Asked(NamedTuple):
    """A statistic of which it is asked whether it holds its size.

    Attributes:
        statistic: which.
        part: "" for the one figure; else its term ("e2", "g2020"), "before", or the placebo date ("date 1").
    """

    statistic: StatisticId
    part: str = ""

    @classmethod
    def of(cls, statistic: StatisticId, term: str) -> Asked:
        """What is asked of a term of a result."""
        return cls(statistic, "" if term in SUMMARY else term)


def statistic_told(line: Mapping[str, Any]) -> Statistic | None:
    """The statistic by which a line of a result may speak, None where it has none.

    Args:
        line: one of a calibration, estimate or bound; results of earlier versions tell it in words alone.
    """
    if "statistic" in line:
        return STATISTICS.get(line["statistic"])
    said = line.get("procedure") or line.get("by") or ""
    return next((each for each in STATISTICS.values() if said.startswith(each.formerly)), None)
