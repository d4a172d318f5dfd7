"""Rows of measured children with their scores under a growth reference beside them: for whoever holds the rows.

The shares of an area are counted from what comes out; no row of it belongs in the product's pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import csv, parquet

from landsby.analysis.problems import refuse_rows
from landsby.analysis.rows.inspecting import problems_of_identity
from landsby.analysis.rows.sources import PARQUET, opened
from landsby.evaluation.growth.categories import Grade, WhoGrade, iotf_grades, who_grades
from landsby.evaluation.growth.checks import body_mass_index, problems_of_coding, problems_of_measure
from landsby.evaluation.growth.lms import Scores, scores
from landsby.evaluation.growth.reading import SEXES
from landsby.evaluation.growth.reference import DAYS, Reference
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import Severity, refuse_on_blockers

Columns = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Scored:
    """How many rows there were, and what became of them.

    Attributes:
        scored: had a plausible score; outside: were of an age outside the table; implausible: had a score beyond what
            the publisher holds possible; without: lacked the measure, the age or the sex.
    """

    rows: int
    scored: int
    outside: int
    implausible: int
    without: int


def score_rows(source: Path, reference: Reference, out: Path) -> Scored:
    """Write the rows of a file with a score, a centile, a grade and a flag beside each, and the reference used.

    Args:
        source: Parquet or CSV with ``sex`` (1 or M boy, 2 or F girl), ``age_days``, ``age_months`` or ``age_years``,
            and the reference's measure: ``bmi``, or ``weight_kg`` and ``height_cm``.
        reference: an installed one.
        out: Parquet or CSV.

    Raises:
        Refused: `source_absent`, `source_unknown`, `column_absent`, `civil_registration_numbers`, `wrong_unit`,
            `sex_coding`, `sex_one`.
    """
    with opened(source) as rows:
        refuse_on_blockers(problems_of_identity(rows))
        told = rows.fetched(rows.table)
    scored, sex = _scored(told, reference)
    flags = np.where(scored.implausible, "implausible", np.where(scored.outside, "outside", ""))
    name = reference.rules.measure
    added = {
        # Where there is no score the cell is empty.
        f"{name}_z": pa.array(scored.z, from_pandas=True),
        f"{name}_centile": pa.array(scored.centile, from_pandas=True),
        f"{name}_grade": _grades(reference, scored, sex),
        f"{name}_flag": flags.tolist(),
        "growth_reference": [f"{scored.reference} {scored.fingerprint[:12]}"] * len(flags),
    }
    _written(pa.table({**told, **added}), out)
    counted = {flag: int((flags == flag).sum()) for flag in ("implausible", "outside")}
    plausible = int((np.isfinite(scored.z) & ~scored.implausible).sum())
    return Scored(len(flags), plausible, without=len(flags) - plausible - sum(counted.values()), **counted)


def _scored(told: Columns, reference: Reference) -> tuple[Scores, Ints]:
    sex, days = _sex(told), _age(told)
    value = _measure(told, reference.rules.measure)
    found = [*problems_of_measure("age", days), *problems_of_coding(sex[sex != 0])]
    refuse_on_blockers(each for each in found if each.severity is Severity.BLOCKER)
    known = sex != 0
    # A child whose sex is not told has no score; the reference knows two.
    value = np.where(known, value, np.nan)
    return scores(reference, value, days, np.where(known, sex, 1)), sex


def _sex(told: Columns) -> Ints:
    """(N,) 1 boy, 2 girl; 0 where it is not told, and what else stands there as it is."""
    codes = [str(each).strip().lower() if each is not None else "" for each in _column(told, "sex")]
    numbers = [SEXES.get(code, int(code) if code.isdecimal() else -1) if code else 0 for code in codes]
    # A nought is a code of another coding, and never »not told«.
    return np.array([-1 if code == "0" else number for code, number in zip(codes, numbers, strict=True)], np.int64)


def _age(told: Columns) -> Floats:
    for unit, days in DAYS.items():
        if f"age_{unit}s" in told:
            return _numbers(told, f"age_{unit}s") * days
    return _numbers(told, "age_days")


def _measure(told: Columns, measure: str) -> Floats:
    if measure != "bmi":
        value = _numbers(told, {"weight": "weight_kg", "height": "height_cm"}.get(measure, measure))
    elif "bmi" in told:
        value = _numbers(told, "bmi")
    else:
        return body_mass_index(_numbers(told, "weight_kg"), _numbers(told, "height_cm"))
    if measure in ("bmi", "height", "weight"):
        refuse_on_blockers(problems_of_measure(measure, value))
    return value


def _numbers(told: Columns, name: str) -> Floats:
    """(N,) NaN where there is none; a decimal comma is a point."""
    return np.array([_number(each) for each in _column(told, name)], dtype=np.float64)


def _number(cell: object) -> float:
    try:
        return float(str(cell).replace(",", "."))
    except ValueError:
        return float("nan")


def _column(told: Columns, name: str) -> list[Any]:
    if name not in told:
        refuse_rows("column_absent", name=name, known=", ".join(told))
    return told[name]


def _grades(reference: Reference, scored: Scores, sex: Ints) -> list[str]:
    """The publisher's grade of each child in words; "" where there is none."""
    if reference.rules.measure != "bmi":
        return [""] * len(sex)
    by_who = reference.rules.tail
    numbers = who_grades(scored) if by_who else iotf_grades(reference, scored, sex)
    names: type[Grade] | type[WhoGrade] = WhoGrade if by_who else Grade
    return ["" if number == names.NONE else names(int(number)).name.lower() for number in numbers]


def _written(table: pa.Table, out: Path) -> None:
    if out.name.lower().endswith(PARQUET):
        parquet.write_table(table, out)
    else:
        csv.write_csv(table, out)
