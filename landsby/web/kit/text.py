"""Texts in two languages, said in the one that the reader uses."""

from django.utils.formats import number_format
from django.utils.translation import get_language

from landsby.blueprint import Text

__all__ = ["Text", "in_digits", "say"]


def in_digits(count: int) -> str:
    """A whole number with the separators of the active language."""
    return number_format(count, use_l10n=True, force_grouping=True)


def say(text: Text | str | None) -> str:
    """The text in the active language; a plain string is itself and nothing is ''."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    return text.say("en" if (get_language() or "da").startswith("en") else "da")
