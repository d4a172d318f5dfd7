"""Reference tables read from the publisher's own file."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Mapping

import numpy as np

from landsby.evaluation.growth.reference import BOY, GIRL, AgeUnit, Recipe, Reference
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


def read_reference(content: bytes, recipe: Recipe, licence: str) -> Reference:
    """The reference in a file with columns of sex, age, L, M and S.

    Columns may be parted by tabs, commas, semicolons (then with decimal commas) or spaces; their names may be in any
    case, and L, M and S may carry the measure as in "L.bmi". WHO's text files and the IOTF table are of this form.

    Args:
        content: the file's bytes.
        recipe: what the table is.
        licence: the licence under which it is used.

    Raises:
        Refused: `table_columns`, `table_value`, `table_ages`, `table_sexes`, `table_unit`.
    """
    rows = _rows(content)
    columns = _columns(rows[0] if rows else [], recipe)
    number, values = 1, []
    for row in rows[1:]:
        number += 1
        values.append(_values(row, columns, number))
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
    return Reference(recipe, age, lms, licence, hashlib.sha256(content).hexdigest())


def _rows(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig", errors="replace")
    first = text.split("\n", 1)[0]
    if (delimiter := next((d for d in "\t;," if d in first), None)) is None:
        return [line.split() for line in text.splitlines() if line.strip()]
    decimal = text.replace(",", ".") if delimiter == ";" else text
    return [row for row in csv.reader(io.StringIO(decimal), delimiter=delimiter) if any(cell.strip() for cell in row)]


def _columns(header: list[str], recipe: Recipe) -> list[int]:
    """The places of sex, age, L, M and S."""
    names = [re.sub(rf"[._ ]?{recipe.measure}$", "", cell.strip().strip('"').lower()) for cell in header]
    ages = [name for name in names if name in AGES]
    if not ages or not {"sex", "l", "m", "s"} <= set(names):
        refuse("table_columns", found=", ".join(header[:12]) or "–")
    if AGES[ages[0]] not in (None, recipe.age_unit):
        refuse("table_unit", found=ages[0], expected=recipe.age_unit)
    return [names.index(name) for name in ("sex", ages[0], "l", "m", "s")]


def _values(row: list[str], columns: list[int], number: int) -> list[float]:
    try:
        cells = [row[column].strip() for column in columns]
        sex = SEXES[cells[0].lower()]
        age, L, M, S = (float(cell) for cell in cells[1:])
    except (IndexError, KeyError, ValueError):
        refuse("table_value", row=number, found=" ".join(row)[:80])
    if not (age >= 0 and np.isfinite(L) and 0 < M < np.inf and 0 < S < 1):
        refuse("table_value", row=number, found=" ".join(row)[:80])
    return [float(sex), age, L, M, S]
