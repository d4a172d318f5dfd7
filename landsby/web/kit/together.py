"""Forms in which several people change the same thing: nobody overwrites what somebody else has written meanwhile.

The page carries what stood in each field when it was opened. When it is sent, a field that only the other has changed
keeps the other's words; one that both have changed is shown with both, and nothing is stored until it is settled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.translation import gettext as _

from landsby.web.kit.forms import Form

WAS = "was"
Told = str | list[str]
"""A field's value as the browser sends it: one word, or one for each choice."""


class WrittenTogether(Form):
    """A form over what is stored; its maker calls `share` when all fields stand.

    Attributes:
        now: what is stored, by field.
    """

    now: Mapping[str, Told]
    _contested: frozenset[str] = frozenset()
    """None where the form is of something new, which nobody shares."""

    def share(self) -> None:
        """Let the page carry what is stored now, and take in what others have stored since the page was opened."""
        names = [name for name, field in self.fields.items() if not field.widget.is_hidden]
        self.now = {name: _told(self[name]) for name in names if not self.fields[name].widget.needs_multipart_form}
        self.fields[WAS] = forms.Field(required=False, widget=forms.HiddenInput, initial=json.dumps(self.now))
        self._contested = frozenset[str]()
        if self.is_bound:
            self._take_in()

    def _take_in(self) -> None:
        was = _read(self.data.get(self.add_prefix(WAS)))
        moved = [name for name, told in self.now.items() if was.get(name, told) != told]
        mine = {name for name in moved if _is_changed(self[name], was[name])}
        self._contested = frozenset(name for name in mine if _is_changed(self[name], self.now[name]))
        sent = QueryDict(mutable=True)
        sent.update(self.data)
        for name in set(moved) - mine:
            told = self.now[name]
            sent.setlist(self.add_prefix(name), told if isinstance(told, list) else [told])
        sent[self.add_prefix(WAS)] = json.dumps(self.now)
        self.data = sent

    def full_clean(self) -> None:
        """Refuse what both have changed, once, and say what the other has written."""
        super().full_clean()
        for name in self._contested if self.is_bound else ():
            self.add_error(name, ValidationError(_contest(self[name], self.now[name]), code="changed_meanwhile"))


def _told(bound: forms.BoundField) -> Told:
    """What stands in a field, as the browser would send it untouched."""
    initial = bound.initial
    if isinstance(initial, bool) and isinstance(bound.field, forms.BooleanField):
        return str(initial)
    value = bound.field.widget.format_value(bound.field.prepare_value(initial))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return sorted(str(one) for one in value if one not in (None, ""))
    return "" if value is None else str(value)


def _is_changed(bound: forms.BoundField, before: Told) -> bool:
    """Whether what was sent differs from what stood there before."""
    field = bound.field
    if isinstance(field, forms.ChoiceField):
        several = isinstance(field.widget, forms.SelectMultiple | forms.CheckboxSelectMultiple)
        return field.has_changed(before if several else "".join(before), bound.data)
    try:
        return field.has_changed(field.to_python(before), bound.data)
    except ValidationError:
        return True


def _read(sent: object) -> Mapping[str, Told]:
    """What the page carried; a page that carries nothing readable knows of no other."""
    try:
        was = json.loads(str(sent))
    except ValueError:
        return {}
    return was if isinstance(was, dict) else {}


def _contest(bound: forms.BoundField, theirs: Told) -> str:
    """What the other has written, and what to do."""
    words = _in_words(bound.field, theirs)
    if not words:
        return _("En anden har tømt feltet imens. Se, om dit skal stå, og gem igen.")
    return _("En anden har imens skrevet: »%(theirs)s«. Ret dit til, og gem igen.") % {"theirs": words}


def _in_words(field: forms.Field, told: Told) -> str:
    if not isinstance(field, forms.ChoiceField):
        return "".join(told)
    chosen = set(told) if isinstance(told, list) else {told}
    shapes: Any = field.choices  # Django names their many shapes, and takes them all apart itself
    offered: Iterable[tuple[Any, Any]] = flatten_choices(shapes)
    return ", ".join(str(label) for value, label in offered if str(value) in chosen and str(value))
