"""Finding what could be a CPR number, however it is written. Landsby keeps none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_DAY_AND_MONTH = r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?P<{0}>[ \t]*[-./_]?[ \t]*)(?:0[1-9]|1[0-2])(?P={0})"
# Six digits that are a date and four more, together or apart; a year of four digits needs a hyphen
# after it, or any day and a clock time would do. Modulus 11 is no test: numbers without it have
# been issued since 2007.
_CPR_LIKE = re.compile(
    _DAY_AND_MONTH.format("short") + r"\d{2}[ \t]*[-./_]?[ \t]*\d{4}(?!\d)"
    "|" + _DAY_AND_MONTH.format("long") + r"(?:18|19|20)\d{2}[ \t]*-[ \t]*\d{4}(?!\d)"
)


class _Plain(dict[int, "str | None"]):
    """Every hyphen as one hyphen, every space as one, every decimal digit as 0-9, and nothing unseen."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        match unicodedata.category(character):
            case "Nd":
                plain: str | None = str(unicodedata.digit(character))
            case "Pd":
                plain = "-"
            case "Zs":
                plain = " "
            case "Cf":
                plain = None
            case _:
                plain = "-" if character == "\N{MINUS SIGN}" else character
        self[code] = plain
        return plain


_PLAIN = _Plain()


def looks_like_cpr(text: str) -> bool:
    """Whether something in the text could be a CPR number."""
    return _CPR_LIKE.search(text if text.isascii() else text.translate(_PLAIN)) is not None


def refuse_cpr(text: str) -> None:
    """Validator for everything people type.

    Raises:
        ValidationError: code ``cpr``; the number itself is never repeated.
    """
    if looks_like_cpr(text):
        raise _refusal()


def refuse_cpr_in(value: Any) -> None:
    """Validator for what is kept as JSON: every text and number in it, keys included.

    Raises:
        ValidationError: code ``cpr``; the number itself is never repeated.
    """
    if any(looks_like_cpr(text) for text in _texts_in(value)):
        raise _refusal()


def _texts_in(value: Any) -> Iterator[str]:
    """Each text and whole number; a number that has lost the zero it began with gets it back."""
    match value:
        case bool() | None:
            return
        case str():
            yield value
        case int():
            yield f"{abs(value):010}"
        case float() | Decimal():
            # A fraction is a measure or a coordinate.
            if float(value).is_integer():
                yield f"{abs(float(value)):010.0f}"
        case Mapping():
            for key, inner in value.items():
                yield from _texts_in(key)
                yield from _texts_in(inner)
        case list() | tuple() | set() | frozenset():
            for inner in value:
                yield from _texts_in(inner)


def _refusal() -> ValidationError:
    return ValidationError(
        _("Teksten ser ud til at rumme et CPR-nummer. Landsby gemmer ikke CPR-numre: Fjern det, og gem igen."),
        code="cpr",
    )
