"""z-scores by the LMS method (Cole & Green 1992, Stat Med 11:1305), with WHO's rule for the tails where it holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from landsby.evaluation.growth.checks import refuse_on_coding
from landsby.evaluation.growth.reference import Reference
from landsby.evaluation.numbers import Flags, Floats, Ints


@dataclass(frozen=True, eq=False)
class Scores:
    """Scores of N children under one reference.

    Attributes:
        reference: its name.
        fingerprint: of its table.
        z: (N,) z-scores; NaN where the measure is missing or not above 0, or the age lies outside the table.
        outside: (N,) measure given, but age outside the table.
        implausible: (N,) z beyond what the publisher holds possible: to be looked at, not counted.
    """

    reference: str
    fingerprint: str
    z: Floats
    outside: Flags
    implausible: Flags

    @property
    def centile(self) -> Floats:
        """(N,) centiles, 0 to 100."""
        return np.asarray(100 * ndtr(self.z), dtype=np.float64)


def scores(reference: Reference, value: Floats, age_days: Floats, sex: Ints) -> Scores:
    """Score each child's measure against the reference.

    Args:
        reference: the reference.
        value: (N,) measures in the reference's unit (bmi kg/m2, height and head cm, weight kg); NaN where missing.
        age_days: (N,) age at measurement in days.
        sex: (N,) 1 boy, 2 girl.

    Raises:
        Refused: `sex_coding` if sex is coded otherwise.
    """
    refuse_on_coding(sex)
    lms = reference.at(age_days, sex)
    given = np.isfinite(value) & (value > 0)
    safe = np.where(given, value, np.nan)
    z = z_with_tail(safe, lms) if reference.rules.tail else z_score(safe, lms)
    limits = reference.rules.implausible
    beyond = np.zeros(len(z), dtype=np.bool_) if limits is None else (z < limits[0]) | (z > limits[1])
    outside = given & np.isnan(lms[:, 0])
    return Scores(reference.rules.name, reference.fingerprint, z, outside, beyond)


def z_score(value: Floats, lms: Floats) -> Floats:
    """(N,) ``((y / M)^L - 1) / (L S)``, or ``ln(y / M) / S`` where L is 0.

    Args:
        value: (N,) measures above 0.
        lms: (N, 3).
    """
    L, M, S = lms.T
    log = np.log(value / M)
    flat = np.abs(L) < 1e-8
    steady = np.where(flat, 1.0, L)
    return np.asarray(np.where(flat, log / S, np.expm1(steady * log) / (steady * S)), dtype=np.float64)


def measure_at(z: Floats, lms: Floats) -> Floats:
    """(N,) the measure that has this z-score; NaN where there is none.

    Args:
        z: (N,) scores.
        lms: (N, 3).
    """
    L, M, S = lms.T
    flat = np.abs(L) < 1e-8
    steady = np.where(flat, 1.0, L)
    with np.errstate(invalid="ignore"):  # a z that no measure has becomes NaN
        power = np.exp(np.log1p(steady * S * z) / steady)
    return np.asarray(M * np.where(flat, np.exp(S * z), power), dtype=np.float64)


def z_with_tail(value: Floats, lms: Floats) -> Floats:
    """(N,) z-scores; beyond 3, equal steps of the distance between the measures at 2 and 3 (WHO 2006, ch. 5)."""
    z = z_score(value, lms)
    for side in (-1.0, 1.0):
        two, three = (measure_at(np.full(len(z), side * at), lms) for at in (2.0, 3.0))
        far = side * z > 3
        z = np.where(far, side * 3 + (value - three) / np.abs(three - two), z)
    return z
