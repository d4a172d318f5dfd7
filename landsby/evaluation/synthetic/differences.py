"""Synthetic difference-in-differences (Arkhangelsky, Athey, Hirshberg, Imbens & Wager 2021, AER 111:4088)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.comparison.simplex import simplex_weights
from landsby.evaluation.inference.randomisation import reached
from landsby.evaluation.numbers import Floats
from landsby.evaluation.problems import refuse
from landsby.evaluation.synthetic.paths import Paths


@dataclass(frozen=True, eq=False)
class SyntheticDifference:
    """A synthetic difference in differences.

    Attributes:
        omega: (J,) weights of the donors.
        lambda_: (T0,) weights of the periods before the start.
        effect: the effect.
    """

    omega: Floats
    lambda_: Floats
    effect: float


def synthetic_difference(paths: Paths) -> SyntheticDifference:
    """Donors weighted to run parallel to the treated areas before the start, and periods to resemble those after it.

    The ridge on donors is theirs: ``zeta^2 T0`` with zeta the fourth root of treated cells times the deviation of the
    donors' first differences before the start; on periods it is a millionth of that deviation, to make weights unique.
    """
    T0 = paths.T0
    Y0, y1 = paths.Y0, paths.y1
    noise = float(np.std(np.diff(Y0[:, :T0], axis=1), ddof=1))
    cells = len(paths.treated) * (len(paths.periods) - T0)
    zeta = cells**0.25 * noise
    A = Y0[:, :T0].T
    omega = simplex_weights(A - A.mean(axis=0), y1[:T0] - y1[:T0].mean(), zeta**2 * T0)
    later = Y0[:, T0:].mean(axis=1)
    B = Y0[:, :T0]
    lambda_ = simplex_weights(B - B.mean(axis=0), later - later.mean(), (1e-6 * noise) ** 2 * len(Y0))
    change = y1[T0:].mean() - float(lambda_ @ y1[:T0])
    return SyntheticDifference(omega, lambda_, change - float(omega @ (later - B @ lambda_)))


def overall(every: Sequence[Paths], effect: Callable[[Paths], float]) -> float:
    """The mean effect over starts, by treated areas times periods from the start on.

    Args:
        every: the paths for each start.
        effect: the effect for one start.
    """
    cells = np.array([len(paths.treated) * (len(paths.periods) - paths.T0) for paths in every], dtype=np.float64)
    return float(np.sum(cells * [effect(paths) for paths in every]) / cells.sum())


@dataclass(frozen=True, eq=False)
class Placebos:
    """What the donors show when each stands for the treated.

    Attributes:
        effects: (J,) each donor's effect with the other donors as its comparison.
        se: their standard deviation (J - 1), the error of an effect of one area.
        p: share of donors and treated whose effect is as far from 0 as the treated's.
    """

    effects: Floats
    se: float
    p: float


def placebos(paths: Paths, effect: Callable[[Paths], float]) -> Placebos:
    """Every donor in turn in the place of one treated area; all of them, so that nothing is left to chance.

    Raises:
        Refused: `few_donors` with fewer than three.
    """
    if len(paths.donors) < 3:
        refuse("few_donors", count=len(paths.donors), least=3)
    effects = np.array([effect(paths.placebo(donor)) for donor in range(len(paths.donors))])
    p = reached(np.abs(np.concatenate([[effect(paths)], effects])))
    return Placebos(effects, float(np.std(effects, ddof=1)), p)
