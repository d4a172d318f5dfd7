"""Texts in two languages, said in the one that the reader uses."""

from django.utils.translation import get_language

from landsby.blueprint import Text

__all__ = ["Text", "say"]


def say(text: Text | str | None) -> str:
    """The text in the active language; a plain string is itself and nothing is ''."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    return text.say("en" if (get_language() or "da").startswith("en") else "da")
