"""Thinness, overweight and obesity by IOTF and by WHO."""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from landsby.evaluation.growth.lms import Scores, z_score
from landsby.evaluation.growth.reference import BOY, GIRL, WHO_2006_BMI, Reference
from landsby.evaluation.numbers import Floats, Ints

ADULT = (16.0, 17.0, 18.5, 25.0, 30.0, 35.0)
"""Adult BMI whose centiles at 18 years make IOTF's limits at every age (Cole & Lobstein 2012), kg/m2."""


class Grade(IntEnum):
    """IOTF's grades; NONE where there is no score."""

    NONE = -99
    THINNESS_3 = -3
    THINNESS_2 = -2
    THINNESS_1 = -1
    NORMAL = 0
    OVERWEIGHT = 1
    OBESITY = 2
    SEVERE_OBESITY = 3


class WhoGrade(IntEnum):
    """WHO's grades of BMI-for-age; AT_RISK exists under WHO 2006 only; NONE where there is no plausible score."""

    NONE = -99
    SEVERE_THINNESS = -2
    THINNESS = -1
    NORMAL = 0
    AT_RISK = 1
    OVERWEIGHT = 2
    OBESITY = 3


def iotf_limits(reference: Reference) -> dict[int, Floats]:
    """By sex the (6,) z-scores that the adult limits have at 18 years: a child beyond one is beyond it at every age."""
    age = np.full(len(ADULT), 18 * 365.25)
    return {
        sex: z_score(np.array(ADULT), reference.at(age, np.full(len(ADULT), sex, dtype=np.int64)))
        for sex in (BOY, GIRL)
    }


def iotf_grades(reference: Reference, scored: Scores, sex: Ints) -> Ints:
    """(N,) `Grade` of each child. A limit belongs to the heavier grade.

    Args:
        reference: the IOTF reference.
        scored: scores under it.
        sex: (N,) 1 boy, 2 girl.
    """
    out = np.full(len(sex), int(Grade.NONE), dtype=np.int64)
    for code, limits in iotf_limits(reference).items():
        mine = (sex == code) & np.isfinite(scored.z)
        # A child who has an adult limit exactly is not to fall below it by the last digit of a logarithm.
        out[mine] = np.searchsorted(limits - 1e-12, scored.z[mine], side="right") - 3
    return out


def who_grades(scored: Scores) -> Ints:
    """(N,) `WhoGrade` of each child, by the limits of the table that scored it, whatever its birthday.

    Those of WHO 2006, to 60 completed months, are -3, -2, 1, 2 and 3; those of WHO 2007, from 61 on, -3, -2, 1 and 2.

    Args:
        scored: BMI scores under WHO 2006 or 2007.
    """
    z = scored.z
    is_2006 = scored.reference == WHO_2006_BMI.name
    out = np.full(len(z), int(WhoGrade.NORMAL), dtype=np.int64)
    out[z < -2] = WhoGrade.THINNESS
    out[z < -3] = WhoGrade.SEVERE_THINNESS
    out[z > 1] = WhoGrade.AT_RISK if is_2006 else WhoGrade.OVERWEIGHT
    out[z > 2] = WhoGrade.OVERWEIGHT if is_2006 else WhoGrade.OBESITY
    out[z > 3] = WhoGrade.OBESITY
    out[~np.isfinite(z) | scored.implausible] = WhoGrade.NONE
    return out
