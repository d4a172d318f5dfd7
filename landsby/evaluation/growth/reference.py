"""A growth reference: three curves for each sex, and its publisher's rules for using them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.interpolate import CubicSpline

from landsby.evaluation.numbers import Floats, Ints

AgeUnit = Literal["day", "month", "year"]
Between = Literal["day", "linear", "natural_spline"]
Measure = Literal["bmi", "height", "weight", "head"]

DAYS: dict[AgeUnit, float] = {"day": 1.0, "month": 30.4375, "year": 365.25}
"""Days in each unit of age, as the publishers count them."""
BOY, GIRL = 1, 2
"""The coding of sex that WHO and the IOTF tables share."""


@dataclass(frozen=True)
class ReferenceRules:
    """What a publisher says about using a table.

    Attributes:
        name: the reference's name, kept with every figure.
        measure: what is measured: bmi in kg/m2, height and head in cm, weight in kg.
        age_unit: the table's unit of age.
        between: how L, M and S are had between its ages: "day" (age in whole days), "linear" or "natural_spline".
        tail: whether z beyond 3 is by WHO's rule, equal steps of the distance from 2 to 3.
        implausible: z below the first or above the second is flagged; None where nothing is published.
        source: where it is published.
    """

    name: str
    measure: Measure
    age_unit: AgeUnit
    between: Between
    tail: bool
    implausible: tuple[float, float] | None
    source: str


WHO_2006_BMI = ReferenceRules(
    name="WHO 2006 BMI",
    measure="bmi",
    age_unit="day",
    between="day",
    tail=True,
    implausible=(-5.0, 5.0),
    source="WHO Child Growth Standards, 2006, BMI-for-age",
)
WHO_2007_BMI = ReferenceRules(
    name="WHO 2007 BMI",
    measure="bmi",
    age_unit="month",
    between="linear",
    tail=True,
    implausible=(-5.0, 5.0),
    source="de Onis et al., Bull World Health Organ 2007;85:660",
)
IOTF_2012_BMI = ReferenceRules(
    name="IOTF 2012 BMI",
    measure="bmi",
    age_unit="year",
    between="natural_spline",
    tail=False,
    implausible=None,
    source="Cole & Lobstein, Pediatr Obes 2012;7:284",
)
RULES = {rules.name: rules for rules in (WHO_2006_BMI, WHO_2007_BMI, IOTF_2012_BMI)}


@dataclass(frozen=True, eq=False)
class Reference:
    """A publisher's rules with the table.

    Attributes:
        rules: the publisher's rules.
        age: by sex, (k,) ages in the unit of the rules, ascending.
        lms: by sex, (k, 3) L, M and S.
        licence: the licence under which the user has the table.
        fingerprint: SHA-256 of the file that it was read from.
    """

    rules: ReferenceRules
    age: dict[int, Floats]
    lms: dict[int, Floats]
    licence: str
    fingerprint: str

    def at(self, age_days: Floats, sex: Ints) -> Floats:
        """(N, 3) L, M and S of each child; NaN outside the table's ages.

        Args:
            age_days: (N,) ages in days.
            sex: (N,) `BOY` or `GIRL`.
        """
        age = age_days / DAYS[self.rules.age_unit]
        if self.rules.between == "day":
            age = np.floor(age + 0.5)
        out = np.full((len(age), 3), np.nan)
        for code, ages in self.age.items():
            mine = np.flatnonzero((sex == code) & (age >= ages[0]) & (age <= ages[-1]))
            out[mine] = self._between(code, age[mine])
        return out

    def _between(self, sex: int, age: Floats) -> Floats:
        ages, lms = self.age[sex], self.lms[sex]
        if self.rules.between == "natural_spline":
            return np.asarray(CubicSpline(ages, lms, bc_type="natural")(age), dtype=np.float64)
        return np.stack([np.interp(age, ages, lms[:, j]) for j in range(3)], axis=1)
