"""Texts in two languages, said in the one that the reader uses."""

from collections.abc import Sequence

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsby.blueprint import Text

__all__ = ["Text", "in_digits", "listed", "say"]


def in_digits(count: int) -> str:
    """A whole number with the separators of the active language."""
    return number_format(count, use_l10n=True, force_grouping=True)


def listed(names: Sequence[str]) -> str:
    """Names one after the other, as people say them: A, B og C; "" where there are none."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s og %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def say(text: Text | str | None) -> str:
    """The text in the active language; a plain string is itself and nothing is ''."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    return text.say("en" if (get_language() or "da").startswith("en") else "da")
