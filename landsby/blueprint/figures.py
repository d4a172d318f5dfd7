"""Figures as people write them in each language: a decimal comma or point, thousands set apart, a true minus."""

from __future__ import annotations

from landsby.blueprint.text import Text

_SWAPPED = str.maketrans(",.", ".,")


def figure(value: float, form: str = ",.4g") -> Text:
    """A figure in both languages.

    Args:
        form: how Python is to write it, with "," where thousands are to be set apart.
    """
    english = format(value, form).replace("-", "−")
    return Text(da=english.translate(_SWAPPED), en=english)


def counted(count: int) -> Text:
    """A count, thousands set apart: 66.300, in English 66,300."""
    return figure(count, ",d")
