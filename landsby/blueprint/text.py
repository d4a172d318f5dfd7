"""A text in Danish and English: both are always there."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["da", "en"]


class Text(BaseModel):
    """One text in both languages.

    Attributes:
        da: the Danish text.
        en: the English text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True)

    da: str = Field(min_length=1)
    """The text in Danish."""
    en: str = Field(min_length=1)
    """The text in English."""

    def __str__(self) -> str:
        return self.da

    def say(self, lang: Language) -> str:
        """The text in one language."""
        return self.en if lang == "en" else self.da

    def filled(self, **values: object) -> Text:
        """This text with its named placeholders filled in; a value may itself be a `Text`."""
        return Text(
            da=self.da.format(**{name: _said(value, "da") for name, value in values.items()}),
            en=self.en.format(**{name: _said(value, "en") for name, value in values.items()}),
        )


def _said(value: object, lang: Language) -> object:
    return value.say(lang) if isinstance(value, Text) else value
