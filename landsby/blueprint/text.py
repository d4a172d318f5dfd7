"""A text in Danish and English: both are always there."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

Language = Literal["da", "en"]

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""Unicode's control characters (category Cc) but for the line break."""

MOST_SHOWN = 300
"""Characters of a value that a filled-in text shows."""


def visible(text: str) -> str:
    """The text, if nothing in it but line breaks is a control character, which no database likes.

    Raises:
        PydanticCustomError: as a validator does.
    """
    if _CONTROL.search(text):
        raise PydanticCustomError("strange_character", "see the wording of this code")
    return text


Said = Annotated[str, Field(min_length=1), AfterValidator(visible)]


class Text(BaseModel):
    """One text in both languages.

    Attributes:
        da: the Danish text.
        en: the English text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)

    da: Said
    """The text in Danish."""
    en: Said
    """The text in English."""

    def __str__(self) -> str:
        return self.da

    def say(self, lang: Language) -> str:
        """The text in one language."""
        return self.en if lang == "en" else self.da

    def filled(self, **values: object) -> Text:
        """This text with its named placeholders filled in; a value may itself be a `Text`.

        Values come from what people wrote: long ones are cut, and control characters made visible.
        """
        return Text(
            da=self.da.format(**{name: _said(value, "da") for name, value in values.items()}),
            en=self.en.format(**{name: _said(value, "en") for name, value in values.items()}),
        )


def _said(value: object, lang: Language) -> str:
    said = value.say(lang) if isinstance(value, Text) else str(value)
    shown = "".join("�" if unicodedata.category(character) in ("Cc", "Cs") else character for character in said)
    return shown if len(shown) <= MOST_SHOWN else f"{shown[:MOST_SHOWN]}…"
