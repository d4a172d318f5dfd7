"""Long forms in parts: what nearly everybody answers stands open, the rest behind headings that say what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django import forms
from django.utils.translation import gettext as _

from landsby.web.kit.numbers import CountField
from landsby.web.kit.problems import Sentence


@dataclass(frozen=True)
class Fold:
    """Fields behind one heading. It opens by itself when something in it is wrong.

    Attributes:
        key: a word for the stylesheet and for tests.
        opens_with: a choice elsewhere in the form that opens it, as ``name=value``.
        is_asked_for: whether it stands open from the beginning.
        by_first: whether its first field says what is chosen, and the others only more about it.
    """

    key: str
    title: Sentence
    fields: Sequence[forms.BoundField]
    opens_with: str = ""
    is_asked_for: bool = False
    by_first: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether a field in it has an error."""
        return any(bound.errors for bound in self.fields)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self.is_wrong or self.is_asked_for

    @property
    def is_single(self) -> bool:
        """Whether it holds one field, whose label the heading then is."""
        return len(self.fields) == 1

    @property
    def nothing(self) -> str:
        """What stands in the heading while nothing is chosen: whether that will do."""
        return "" if any(_is_asked(bound.field) for bound in self.fields) else _("(kan udelades)")

    @cached_property
    def chosen(self) -> str:
        """What is chosen or typed, as one line; "" when nothing is.

        One field says its values. Of several, each that has been answered says its label, and a
        count also how many. `frontend/folds.js` says the same while the form is being filled in.
        """
        if self.is_single or self.by_first:
            return ", ".join(_values(self.fields[0]))
        told = [(bound, _values(bound)) for bound in self.fields]
        return ", ".join(_briefly(bound, values) for bound, values in told if values)


@dataclass(frozen=True)
class Section:
    """A part of a long form: some fields that stand open, and after them some folds."""

    title: Sentence
    fields: Sequence[forms.BoundField] = ()
    folds: Sequence[Fold] = field(default=())


def _is_asked(asked: forms.Field) -> bool:
    """Whether a field must be answered, or one of it and others, as `is_one_of_several` on it says."""
    return asked.required or getattr(asked, "is_one_of_several", False)


def _values(bound: forms.BoundField) -> list[str]:
    """The values of a field in words."""
    value = bound.value()
    several = value if isinstance(value, list | tuple) else [value]
    wanted = [str(one) for one in several if one not in (None, "")]
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return wanted
    return [str(title) for key, title in choices if str(key) in wanted]


def _briefly(bound: forms.BoundField, values: list[str]) -> str:
    return f"{bound.label} {values[0]}" if isinstance(bound.field, CountField) else str(bound.label)
