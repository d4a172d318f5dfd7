"""A definition's texts in one's own words, Danish and English side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Fault, Text
from landsby.blueprint.adaptation import Patch
from landsby.blueprint.definition import Described
from landsby.blueprint.editable import SHORT, EditableText, GrowingList, editable_texts, growing_lists
from landsby.web.kit.forms import Form
from landsby.web.kit.problems import Sentence
from landsby.web.kit.text import say

LANGUAGES = ("da", "en")
_TOLD = {"da": _("på dansk"), "en": _("på engelsk")}
_NAMES = {"da": _("På dansk"), "en": _("På engelsk")}
_OWN = "own_"
"""What the ids of a programme's own ideas begin with, so that no version takes them."""


@dataclass(frozen=True)
class Pair:
    """The two fields of one text.

    Attributes:
        label: what the text is called.
        fields: the name of each language, and its field.
        upstream: what the version says, where the programme says otherwise.
        is_new: whether it is room for one more.
    """

    label: str
    fields: tuple[tuple[Sentence, forms.BoundField], ...]
    upstream: Text | None
    is_new: bool = False


class AdaptForm(Form):
    """All texts of one definition, and room for one more in each list that grows."""

    def __init__(self, *args: Any, today: Described, upstream: Described | None, patch: Patch, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts: tuple[EditableText, ...] = tuple(editable_texts(today))
        self.lists: tuple[GrowingList, ...] = tuple(growing_lists(today))
        self.before = {each.path: each.text for each in editable_texts(upstream)} if upstream else {}
        self._patch = patch
        for text in self.texts:
            self._add(text.path, _named(text.labels), text.limit, text.text)
        for growing in self.lists:
            self._add(_room(growing), _named(growing.labels), growing.limit, None)
        self.dress()

    def _add(self, path: str, label: str, limit: int, text: Text | None) -> None:
        """The fields of a text, one for each language."""
        for lang in LANGUAGES:
            widget = forms.TextInput() if limit <= SHORT else forms.Textarea({"rows": 4})
            self.fields[_name(path, lang)] = forms.CharField(
                label=_("%(label)s, %(language)s") % {"label": label, "language": _TOLD[lang]},
                max_length=limit,
                required=False,
                initial=text.say(lang) if text else "",  # type: ignore[arg-type]  # the two languages are known
                widget=widget,
            )

    @property
    def pairs(self) -> Iterator[Pair]:
        """The texts in order, each list followed by room for one more."""
        for text in self.texts:
            before = self.before.get(text.path)
            is_own = before is not None and before != text.text
            yield Pair(_named(text.labels), self._bound(text.path), before if is_own else None)
        for growing in self.lists:
            yield Pair(_named(growing.labels), self._bound(_room(growing)), None, is_new=True)

    def clean(self) -> dict[str, Any]:
        """A text stands in both languages or in none, and what must be said is said."""
        told = super().clean() or self.cleaned_data
        for path, text in self._said().items():
            empty = [lang for lang in LANGUAGES if not text[lang]]
            if len(empty) == 1:
                message = _("Skriv teksten %(language)s også.") % {"language": _TOLD[empty[0]]}
                self.add_error(_name(path, empty[0]), forms.ValidationError(message, code="one_language"))
        for each in self.texts:
            if each.is_required and not self._is_our_item(each.path) and not self._said()[each.path]["da"]:
                self.add_error(_name(each.path, "da"), forms.ValidationError(_("Skriv en tekst."), code="required"))
        return told

    @property
    def patch(self) -> dict[str, Any]:
        """What the programme then says otherwise than the version."""
        said, made = self._said(), deepcopy(dict(self._patch))
        values = made.setdefault("set", {})
        for each in self.texts:
            text = said[each.path] if said[each.path]["da"] else None
            if self._is_our_item(each.path):
                _write_item(made, each.path, text)
                continue
            before = self.before.get(each.path)
            values.pop(each.path, None)
            if text != (before.model_dump() if before else None):
                values[each.path] = text
        for growing in self.lists:
            text = said[_room(growing)]
            if text["da"]:
                item = {"id": _free_id(text["da"], growing.ids), "text": text}
                made.setdefault("add", {}).setdefault(growing.path, []).append(item)
        made["add"] = {path: items for path, items in made.get("add", {}).items() if items}
        return {sort: value for sort, value in made.items() if value}

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show what the loader finds at the texts that it finds it in."""
        for fault in faults:
            found = next((each.path for each in self.texts if f"{fault.field}.".startswith(f"{each.path}.")), None)
            lang = "en" if fault.field.endswith(".en") else "da"
            self.add_error(_name(found, lang) if found else None, f"{say(fault.message)} {say(fault.cure)}")

    def _said(self) -> dict[str, dict[str, str]]:
        paths = [*(each.path for each in self.texts), *map(_room, self.lists)]
        return {path: {lang: self.cleaned_data.get(_name(path, lang), "") for lang in LANGUAGES} for path in paths}

    def _is_our_item(self, path: str) -> bool:
        """Whether a text is that of an item that the programme has added itself."""
        items: dict[str, list[dict[str, Any]]] = self._patch.get("add", {})
        return any(path == f"{where}.{item['id']}.text" for where, found in items.items() for item in found)

    def _bound(self, path: str) -> tuple[tuple[Sentence, forms.BoundField], ...]:
        return tuple((_NAMES[lang], self[_name(path, lang)]) for lang in LANGUAGES)


def _write_item(patch: dict[str, Any], path: str, text: dict[str, str] | None) -> None:
    """Change one of the programme's own items; an emptied one is taken away."""
    where, id_, _text = path.rsplit(".", 2)
    items = patch["add"][where]
    if text is None:
        patch["add"][where] = [item for item in items if item["id"] != id_]
    else:
        next(item for item in items if item["id"] == id_)["text"] = text


def _room(growing: GrowingList) -> str:
    return f"new.{growing.path}"


def _name(path: str, lang: str) -> str:
    """The name of a field; no id has a hyphen."""
    return f"{path}.{lang}".replace(".", "-")


def _named(labels: tuple[Text, ...]) -> str:
    return ", ".join(say(label) for label in labels)


def _free_id(text: str, taken: tuple[str, ...]) -> str:
    """An id for a new item, made of its first words."""
    stem = f"{_OWN}{slugify(text).replace('-', '_')[:40].strip('_')}".rstrip("_")
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return next(id_ for id_ in (stem, *numbered) if id_ not in taken)
