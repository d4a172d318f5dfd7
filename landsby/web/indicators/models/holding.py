"""Which of the figures that were told of one thing hold, when files may be taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class ToldFigure:
    """One figure of a place, a period and a stratum, seen only as where it came from.

    Attributes:
        pk: its primary key; later ones have a greater.
        delivery: the primary key of the file that it came in.
        waits: whether it was never told, since it differs by too few from what was.
        holds: whether it holds now.
    """

    pk: int
    delivery: int
    waits: bool
    holds: bool


def holding(told: Iterable[ToldFigure], gone: Collection[int]) -> set[int]:
    """The primary keys of those that hold: the last that was told, and the last that has waited since.

    Args:
        told: all that were ever told of one place, period and stratum.
        gone: the primary keys of the files that were taken back.
    """
    standing = sorted((one for one in told if one.delivery not in gone), key=lambda one: one.pk)
    shown = [one.pk for one in standing if not one.waits][-1:]
    since = shown[0] if shown else 0
    return {*shown, *[one.pk for one in standing if one.waits and one.pk > since][-1:]}
