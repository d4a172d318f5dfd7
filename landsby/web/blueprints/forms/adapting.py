"""A definition's texts in one's own words, Danish and English side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from landsby.blueprint.rewording import Half, lack_of
from landsby.web.blueprints.forms.merging import LANGUAGES, ROOM, Merged, Theirs, merged, name_of, plain, said_in
from landsby.web.blueprints.rules import words_changed_meanwhile
from landsby.web.kit.forms import Form
from landsby.web.kit.problems import Sentence
from landsby.web.kit.text import say

_TOLD = {"da": _("på dansk"), "en": _("på engelsk")}
_NAMES = {"da": _("På dansk"), "en": _("På engelsk")}
_OWN = "own_"
"""What the ids of a programme's own ideas begin with, so that no version takes them."""


@dataclass(frozen=True)
class Pair:
    """The two fields of one text.

    Attributes:
        label: what the text is called.
        fields: the name of each language, its field, and whether it was left as it was when the other was changed.
        upstream: what the version says, where the programme says otherwise.
        is_new: whether it is room for one more.
        theirs: what another has written in it since the form was opened.
    """

    label: str
    fields: tuple[tuple[Sentence, forms.BoundField, bool], ...]
    upstream: Text | None
    is_new: bool = False
    theirs: Theirs | None = None


class AdaptForm(Form):
    """All texts of one definition, and room for one more in each list that grows.

    What was typed over another wording than today's is laid over today's, and asked about before it is stored.
    """

    def __init__(
        self,
        typed: Mapping[str, str] | None = None,
        *,
        today: Described,
        upstream: Described | None,
        patch: Patch,
        read: Described | None = None,
    ) -> None:
        """
        Args:
            typed: as it was sent; None where the form is only opened.
            today: the definition as it stands.
            read: as it stood when the form was opened, where that is known.
        """
        self.texts: tuple[EditableText, ...] = tuple(editable_texts(today))
        self.lists: tuple[GrowingList, ...] = tuple(growing_lists(today))
        self.merged: Merged | None = None
        if typed is not None and typed.get("seen") != today.content_hash:
            self.merged = merged(typed, today, read, map(_room, self.lists))
            typed = {**self.merged.typed, "seen": today.content_hash}
        super().__init__(typed, initial={"seen": today.content_hash})
        self.before = {each.path: each.text for each in editable_texts(upstream)} if upstream else {}
        self._patch = patch
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput)
        for text in self.texts:
            self._add(text.path, _named(text.labels), text.limit, text.text)
        for growing in self.lists:
            self._add(_room(growing), _named(growing.labels), growing.limit, None)
        self.dress()

    def _add(self, path: str, label: str, limit: int, text: Text | None) -> None:
        """The fields of a text, one for each language."""
        for lang in LANGUAGES:
            widget = forms.TextInput() if limit <= SHORT else forms.Textarea({"rows": 4})
            self.fields[name_of(path, lang)] = forms.CharField(
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
            theirs = self.merged.theirs.get(text.path) if self.merged else None
            lack = lack_of(self._shown(text), before) if before else None
            yield Pair(_named(text.labels), self._bound(text.path, lack), before if is_own else None, theirs=theirs)
        for growing in self.lists:
            yield Pair(_named(growing.labels), self._bound(_room(growing)), None, is_new=True)

    def clean(self) -> dict[str, Any]:
        """A text stands in both languages or in none, what must be said is said, and nothing of another's is lost."""
        told = super().clean() or self.cleaned_data
        if self.merged:
            self.add_problems([words_changed_meanwhile()])
        said = self._said()
        for path, text in said.items():
            empty = [lang for lang in LANGUAGES if not text[lang]]
            if len(empty) == 1:
                message = _("Skriv teksten %(language)s også.") % {"language": _TOLD[empty[0]]}
                self.add_error(name_of(path, empty[0]), forms.ValidationError(message, code="one_language"))
        for each in self.texts:
            if (
                each.is_required
                and not self._is_our_item(each.path)
                and each.path in said
                and not said[each.path]["da"]
            ):
                self.add_error(name_of(each.path, "da"), forms.ValidationError(_("Skriv en tekst."), code="required"))
        return told

    @property
    def patch(self) -> dict[str, Any]:
        """What the programme then says otherwise than the version."""
        said, made = self._said(), deepcopy(dict(self._patch))
        values = made.setdefault("set", {})
        for each in self.texts:
            if each.path not in said:
                continue
            text = said[each.path] if said[each.path]["da"] else None
            if self._is_our_item(each.path):
                _write_item(made, each.path, text)
                continue
            before = self.before.get(each.path)
            values.pop(each.path, None)
            if text != (before.model_dump() if before else None):
                values[each.path] = text
        for growing in self.lists:
            text = said.get(_room(growing), said_in(None))
            if text["da"]:
                item = {"id": _free_id(text["da"], growing.ids), "text": text}
                made.setdefault("add", {}).setdefault(growing.path, []).append(item)
        made["add"] = {path: items for path, items in made.get("add", {}).items() if items}
        return {sort: value for sort, value in made.items() if value}

    @property
    def half_said(self) -> list[str]:
        """The texts that were now typed anew in one language only, by what they are called."""
        said = {path: text for path, text in self._said().items() if text["da"]}
        changed = [each for each in self.texts if each.path in said and said[each.path] != said_in(each.text)]
        return [
            _named(each.labels)
            for each in changed
            if lack_of(Text(**said[each.path]), self.before.get(each.path)) in LANGUAGES
        ]

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show what the loader finds at the texts that it finds it in."""
        for fault in faults:
            found = next((each.path for each in self.texts if f"{fault.field}.".startswith(f"{each.path}.")), None)
            lang = "en" if fault.field.endswith(".en") else "da"
            self.add_error(name_of(found, lang) if found else None, f"{say(fault.message)} {say(fault.cure)}")

    def _said(self) -> dict[str, dict[str, str]]:
        """What was typed by the way to each text; one whose fields were not sent stays as it is."""
        paths = [*(each.path for each in self.texts), *map(_room, self.lists)]
        return {
            path: {lang: plain(self.cleaned_data.get(name_of(path, lang), "")) for lang in LANGUAGES}
            for path in paths
            if any(name_of(path, lang) in self.data for lang in LANGUAGES)
        }

    def _shown(self, text: EditableText) -> Text | None:
        """A text as its fields show it; None where a language is empty."""
        shown = {lang: plain(self[name_of(text.path, lang)].value() or "") for lang in LANGUAGES}
        # As it was typed: what does not hold is told at its field, and not here.
        return Text.model_construct(da=shown["da"], en=shown["en"]) if all(shown.values()) else None

    def _is_our_item(self, path: str) -> bool:
        """Whether a text is that of an item that the programme has added itself."""
        items: dict[str, list[dict[str, Any]]] = self._patch.get("add", {})
        return any(path == f"{where}.{item['id']}.text" for where, found in items.items() for item in found)

    def _bound(self, path: str, lack: Half | None = None) -> tuple[tuple[Sentence, forms.BoundField, bool], ...]:
        return tuple((_NAMES[lang], self[name_of(path, lang)], lang == lack) for lang in LANGUAGES)


def _write_item(patch: dict[str, Any], path: str, text: dict[str, str] | None) -> None:
    """Change one of the programme's own items; an emptied one is taken away."""
    where, id_, _text = path.rsplit(".", 2)
    items = patch["add"][where]
    if text is None:
        patch["add"][where] = [item for item in items if item["id"] != id_]
    else:
        next(item for item in items if item["id"] == id_)["text"] = text


def _room(growing: GrowingList) -> str:
    return f"{ROOM}{growing.path}"


def _named(labels: tuple[Text, ...]) -> str:
    return ", ".join(say(label) for label in labels)


def _free_id(text: str, taken: tuple[str, ...]) -> str:
    """An id for a new item, made of its first words."""
    stem = f"{_OWN}{slugify(text).replace('-', '_')[:40].strip('_')}".rstrip("_")
    numbered = (f"{stem}_{number}" for number in range(2, len(taken) + 3))
    return next(id_ for id_ in (stem, *numbered) if id_ not in taken)
