"""Numbers as registers write them: with comma or point, with thousands apart, or with a mark for none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

NO_FIGURE = frozenset({"", "..", "...", "…", ".", "-", "–", "*", "na", "n/a", "null"})
"""What stands where a register gives no number: nobody, too few, or not asked. It is never read as nought."""

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_GROUPED = re.compile(r"\d{1,3}(?P<sign>[.,])\d{3}")
_SEVERAL = re.compile(r"\d{1,3}(?:(?P<sign>[.,])\d{3})(?:(?P=sign)\d{3})+")
_DIGITS = re.compile(r"[-−]?\d{1,15}(?:\.\d{1,12})?")

UNCLEAR = "?"


def is_no_figure(text: str) -> bool:
    """Whether a cell says that there is no number."""
    return text.strip().casefold() in NO_FIGURE


def decimal_sign(cells: Iterable[str], *, are_whole: bool = False) -> str:
    """What stands before the decimals in a column: »,«, ».« or `UNCLEAR`, when every cell can be read both ways.

    Where some cells show the one and some the other, it is that of most.

    Args:
        are_whole: whether the column counts, so that what looks like thousands is thousands.
    """
    unclear: set[str] = set()
    shown: Counter[str] = Counter()
    for cell in cells:
        text = _SPACES.sub("", cell).lstrip("-−").rstrip("%")
        signs = [sign for sign in text if sign in ",."]
        if not signs:
            continue
        grouped = _GROUPED.fullmatch(text)
        if grouped:
            unclear.add(grouped["sign"])
        elif len(set(signs)) == 2:
            shown[signs[-1]] += 1
        else:
            shown[other_sign(signs[0]) if _SEVERAL.fullmatch(text) else signs[0]] += 1
    if shown:
        return shown.most_common(1)[0][0]
    if not unclear:
        return "."
    if len(unclear) == 2:
        return UNCLEAR
    return other_sign(unclear.pop()) if are_whole else UNCLEAR


def number_in(text: str, sign: str) -> Decimal | None:
    """The number that a cell holds; None when it holds none.

    Args:
        sign: what stands before its decimals, »,« or ».«; the other parts thousands.
    """
    bare = _SPACES.sub("", text).removesuffix("%")
    thousands = other_sign(sign)
    if thousands in bare:
        whole, _point, decimals = bare.partition(sign)
        first, *groups = whole.lstrip("-−").split(thousands)
        if not 1 <= len(first) <= 3 or any(len(group) != 3 for group in groups) or thousands in decimals:
            return None
        bare = bare.replace(thousands, "")
    plain = bare.replace(sign, ".").replace("−", "-")
    return Decimal(plain) if _DIGITS.fullmatch(plain) else None


def other_sign(sign: str) -> str:
    """The point for the comma, and the comma for the point."""
    return "." if sign == "," else ","
