"""Reference tables read from the publisher's own file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

import numpy as np

from landsby.evaluation.growth.reference import BOY, GIRL, AgeUnit, Reference, ReferenceRules
from landsby.evaluation.growth.tables import rows_of_table
from landsby.evaluation.problems import refuse

AGES: Mapping[str, AgeUnit | None] = {
    "age": None,
    "day": "day",
    "days": "day",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
}
"""Names of the column of ages, and the unit that they tell."""
SEXES = {"1": BOY, "2": GIRL, "m": BOY, "f": GIRL, "male": BOY, "female": GIRL, "boys": BOY, "girls": GIRL}


def read_reference(content: bytes, rules: ReferenceRules, licence: str, *, girls: bytes = b"") -> Reference:
    """The reference in a file with columns of sex, age, L, M and S, or in two without sex.

    Names of columns may be in any case, and L, M and S may carry the measure as in "L.bmi". WHO's text files, WHO's
    workbooks of one sex each, and the IOTF table are of this form.

    Args:
        content: the file's bytes, as `rows_of_table` takes them.
        rules: what the table is.
        licence: the licence under which it is used.
        girls: the bytes of the girls' file where the publisher has one for each sex; then `content` is the boys'.

    Raises:
        Refused: `table_columns`, `table_value`, `table_ages`, `table_sexes`, `table_unit`.
    """
    values = [*_of_one(content, rules, BOY), *_of_one(girls, rules, GIRL)] if girls else _of_one(content, rules, None)
    table = np.array(values, dtype=np.float64).reshape(-1, 5)
    counts = {code: int((table[:, 0] == code).sum()) for code in (BOY, GIRL)}
    if min(counts.values()) < 2:
        refuse("table_sexes", boys=counts[BOY], girls=counts[GIRL])
    age, lms = {}, {}
    for code in (BOY, GIRL):
        mine = table[table[:, 0] == code]
        if not (np.diff(mine[:, 1]) > 0).all():
            refuse("table_ages")
        age[code], lms[code] = mine[:, 1], mine[:, 2:]
    return Reference(rules, age, lms, licence, hashlib.sha256(content + girls).hexdigest())


def _of_one(content: bytes, rules: ReferenceRules, sex: int | None) -> list[list[float]]:
    """The lines of one file as sex, age, L, M and S.

    Args:
        sex: whose file it is; None where a column says it.
    """
    header, *rows = rows_of_table(content) or [[]]
    columns = _columns(header, rules, has_sex=sex is None)
    told = [] if sex is None else [str(sex)]
    return [_values(row, columns, told, number) for number, row in enumerate(rows, start=2)]


def _columns(header: list[str], rules: ReferenceRules, *, has_sex: bool) -> list[int]:
    """The places of sex, where there is a column of it, age, L, M and S."""
    names = [re.sub(rf"[._ ]?{rules.measure}$", "", cell.strip().strip('"').lower()) for cell in header]
    ages = [name for name in names if name in AGES]
    needed = ["sex", "l", "m", "s"][0 if has_sex else 1 :]
    if not ages or not set(needed) <= set(names):
        refuse("table_columns", found=", ".join(header[:12]) or "–")
    if AGES[ages[0]] not in (None, rules.age_unit):
        refuse("table_unit", found=ages[0], expected=rules.age_unit)
    places = [names.index(name) for name in needed]
    places.insert(1 if has_sex else 0, names.index(ages[0]))
    return places


def _values(row: list[str], columns: list[int], told: list[str], number: int) -> list[float]:
    try:
        cells = [*told, *(row[column].strip() for column in columns)]
        sex = SEXES[cells[0].lower()]
        age, L, M, S = (float(cell) for cell in cells[1:])
    except (IndexError, KeyError, ValueError):
        refuse("table_value", row=number, found=" ".join(row)[:80])
    if not (age >= 0 and np.isfinite(L) and 0 < M < np.inf and 0 < S < 1):
        refuse("table_value", row=number, found=" ".join(row)[:80])
    return [float(sex), age, L, M, S]
