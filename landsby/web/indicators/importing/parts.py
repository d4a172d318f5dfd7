"""Which column counts, and which says among how many: numbers tell it where headings do not."""

from __future__ import annotations

from itertools import permutations

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.figures import PER
from landsby.web.indicators.importing.columns import COUNTS, NUMBERS, Told
from landsby.web.indicators.importing.numbers import decimal_sign, is_no_figure, number_in
from landsby.web.indicators.periods import looks_like_period
from landsby.web.partnerships.imports.table import Table

_ROUNDED = 0.0051
"""So far, as a part of one, a share in whole per cent lies from what it was worked out of."""

Numbers = list[float | None]
"""A column; None where it has no number."""


def with_parts_of_wholes(columns: dict[Told, str], table: Table, indicator: Indicator) -> dict[Told, str]:
    """A guess made better: one column divided by another gives a third, or is never more than the other."""
    if indicator.form not in ("share", "rate") or all(told in columns for told in COUNTS):
        return columns
    about = {told: heading for told, heading in columns.items() if told not in NUMBERS}
    numbers = _numbers_of(table, [heading for heading in table.headings if heading not in about.values()])
    pairs = [pair for pair in permutations(numbers, 2) if _is_part(*(numbers[heading] for heading in pair))]
    per = 100 if indicator.form == "share" else PER
    for part, whole in pairs:
        worked_out = _divided(numbers[part], numbers[whole], per)
        for value, cells in numbers.items():
            if value not in (part, whole) and _are_alike(cells, worked_out, per):
                return {**about, Told.NUMERATOR: part, Told.DENOMINATOR: whole, Told.VALUE: value}
    if len(numbers) == 2 and len(pairs) == 1 and Told.VALUE not in columns:
        return {**about, Told.NUMERATOR: pairs[0][0], Told.DENOMINATOR: pairs[0][1]}
    return columns


def _numbers_of(table: Table, headings: list[str]) -> dict[str, Numbers]:
    """The columns that hold numbers; what can be read in two ways is taken to count."""
    found: dict[str, Numbers] = {}
    for heading in headings if not any(map(looks_like_period, headings)) else ():
        cells = ["" if is_no_figure(cell) else cell for cell in table.column(heading)]
        sign = decimal_sign([cell for cell in cells if cell], are_whole=True)
        numbers = [number_in(cell, sign) if cell else None for cell in cells]
        if any(cells) and all(number is not None for cell, number in zip(cells, numbers, strict=True) if cell):
            found[heading] = [None if number is None else float(number) for number in numbers]
    return found


def _is_part(part: Numbers, whole: Numbers) -> bool:
    """Whether both count, and one is never more than the other, and is less somewhere."""
    pairs = [(a, b) for a, b in zip(part, whole, strict=True) if a is not None and b is not None]
    if any(a != round(a) or b != round(b) for a, b in pairs):
        return False
    return all(a <= b for a, b in pairs) and any(a < b for a, b in pairs)


def _divided(part: Numbers, whole: Numbers, per: int) -> Numbers:
    return [a * per / b if a is not None and b else None for a, b in zip(part, whole, strict=True)]


def _are_alike(told: Numbers, worked_out: Numbers, per: int) -> bool:
    """Whether what is told is what was worked out, as it is rounded, in whole units or as parts of one."""
    pairs = [(a, b) for a, b in zip(told, worked_out, strict=True) if a is not None and b is not None]
    return bool(pairs) and any(all(abs(a * times - b) <= _ROUNDED * per for a, b in pairs) for times in (1, per))
