"""Whether measures are in the units, and sex in the coding, that they are said to be in."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from landsby.evaluation.growth.reference import BOY, GIRL
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import Problem, named, problem, refuse_on_blockers

PLAUSIBLE = {
    "height": (45.0, 200.0, "cm"),
    "weight": (2.0, 120.0, "kg"),
    "age": (1.0, 19 * 365.25, "dage / days"),
    "bmi": (9.0, 45.0, "kg/m2"),
}
"""Where the median of a group of children lies, whatever their ages between birth and nineteen."""


def problems_of_measure(name: str, values: Floats) -> Iterator[Problem]:
    """Whether the median lies where the unit says that it can: height in cm, weight in kg, age in days, bmi in kg/m2.

    Args:
        name: "height", "weight", "age" or "bmi".
        values: (N,) NaN where missing.
    """
    known = values[np.isfinite(values)]
    low, high, unit = PLAUSIBLE[name]
    if len(known) and not low <= (middle := float(np.median(known))) <= high:
        yield problem("wrong_unit", name=name, median=f"{middle:.6g}", low=f"{low:g}", high=f"{high:g}", unit=unit)


def problems_of_coding(sex: Ints) -> Iterator[Problem]:
    """Whether sex is coded 1 boy, 2 girl, and both occur where there are many."""
    codes = np.unique(sex)
    if len(strange := codes[(codes != BOY) & (codes != GIRL)]):
        yield problem("sex_coding", found=named(strange))
    elif len(sex) >= 100 and len(codes) < 2:
        yield problem("sex_one", found=int(codes[0]), count=len(sex))


def refuse_on_coding(sex: Ints) -> None:
    """Raise `Refused` if sex is not coded 1 and 2."""
    refuse_on_blockers(each for each in problems_of_coding(sex) if each.code == "sex_coding")


def body_mass_index(weight_kg: Floats, height_cm: Floats) -> Floats:
    """(N,) kg/m2 from kg and cm.

    Raises:
        Refused: `wrong_unit` if the medians say that a unit is another.
    """
    refuse_on_blockers(problems_of_measure("weight", weight_kg))
    refuse_on_blockers(problems_of_measure("height", height_cm))
    with np.errstate(divide="ignore", invalid="ignore"):  # a height of nothing is told as implausible
        return np.asarray(weight_kg / (height_cm / 100) ** 2, dtype=np.float64)
