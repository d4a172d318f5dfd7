"""A definition's fields as facts: a label, and what is told under it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from pydantic.fields import FieldInfo

from landsby.blueprint import Blueprint, Definition, OwnField, Text, codelist
from landsby.blueprint.contents import KINDS
from landsby.blueprint.kinds import AgeInMonths, Ages, Item, Rhythm, Sessions
from landsby.blueprint.labels import choice_label, field_label
from landsby.blueprint.labels.choices import CHOICES
from landsby.blueprint.values import Frozen, Refers
from landsby.web.kit.dates import short_day
from landsby.web.kit.text import say

Address = Callable[[str, str], str]
"""The address of a definition's page, by folder and id."""

_SAID_ELSEWHERE = frozenset({"id", "title", "summary", "origin", "source", "order", "formerly", "icon", "quick"})
_NAMED_BY = ("title", "label", "text", "what")
"""The field of a part that says what it is; the first one that it has."""


@dataclass(frozen=True)
class Told:
    """One thing that is told: a sentence, perhaps a link, and what belongs under it.

    Attributes:
        anchor: what it can be pointed at by, where it is a part with an id.
        is_ours: whether the programme has added it itself.
    """

    text: str
    url: str = ""
    facts: Sequence[Fact] = field(default_factory=tuple)
    anchor: str = ""
    is_ours: bool = False


@dataclass(frozen=True)
class Fact:
    """A label, and what is told under it."""

    label: str
    told: Sequence[Told]


@dataclass(frozen=True)
class Telling:
    """What telling a definition takes besides itself.

    Attributes:
        ours: the ways to the parts that the programme has added itself.
        is_alone: whether it has a page to itself, so that its parts can be pointed at.
    """

    blueprint: Blueprint
    address: Address
    ours: Container[str] = ()
    is_alone: bool = True

    def anchor(self, path: str) -> str:
        """What a part can be pointed at by, if it can."""
        return anchor_of(path) if self.is_alone else ""


def facts_of(definition: Definition, telling: Telling) -> list[Fact]:
    """What a definition says beyond its title and summary, in the order of the schema.

    What it leaves at its default is left out.
    """
    return _facts(definition, telling, "", leave_out=_SAID_ELSEWHERE)


def anchor_of(path: str) -> str:
    """What a part of a definition can be pointed at by; ids have no hyphen."""
    return path.replace(".", "-")


def _facts(part: Frozen, telling: Telling, above: str, *, leave_out: frozenset[str]) -> list[Fact]:
    """The facts of a definition, or of a part of it.

    Args:
        above: the way to the part, with a dot behind it.
    """
    facts = []
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name in leave_out or value in (None, (), info.default):
            continue
        told = [each for item in _items(value) for each in _told(item, f"{above}{name}", info, telling)]
        if told:
            facts.append(Fact(say(field_label(type(part).__name__, name)), told))
    return facts


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _told(value: Any, way: str, info: FieldInfo, telling: Telling) -> Iterator[Told]:
    """What one value says; the last step of its way is the name of the field."""
    mark = next((mark for mark in info.metadata if isinstance(mark, Refers)), None)
    if mark is not None:
        yield _reference(mark.to, value, telling)
    elif isinstance(value, Rhythm):
        yield Told(_rhythm(value))
    elif isinstance(value, Ages):
        yield Told(_ages(value))
    elif isinstance(value, AgeInMonths):
        yield Told(_span(value.first, value.last))
    elif isinstance(value, Sessions):
        yield Told(_span(value.min, value.max))
    elif isinstance(value, OwnField | Item) and not value.hint:
        yield Told(_question(value), anchor=telling.anchor(f"{way}.{value.id}"))
    elif isinstance(value, Frozen):
        yield _part(value, way, telling)
    else:
        yield Told(_plain(value, way.rpartition(".")[2]))


def _part(part: Frozen, way: str, telling: Telling) -> Told:
    """A part of a definition: what it is called, and its own facts."""
    fields = type(part).model_fields
    naming = next((name for name in _NAMED_BY if name in fields), None)
    references = [
        name
        for name, info in fields.items()
        if any(isinstance(mark, Refers) for mark in info.metadata) and isinstance(getattr(part, name), str)
    ]
    if naming is None and references:
        # An arrow is named by what it points to.
        naming = references[0]
        pointed = next(_told(getattr(part, naming), naming, fields[naming], telling))
    else:
        pointed = Told(say(getattr(part, naming)) if naming else "")
    here = f"{way}.{part.id}" if hasattr(part, "id") else way
    facts = _facts(part, telling, f"{here}.", leave_out=frozenset({"id", naming or ""}))
    anchor = telling.anchor(here) if here != way else ""
    return Told(pointed.text, pointed.url, facts, anchor, is_ours=here in telling.ours)


def _reference(folder: str, key: str, telling: Telling) -> Told:
    if folder in KINDS:
        known: Mapping[str, Definition] = getattr(telling.blueprint, folder)
        # A definition as it once stood may point to what is no more.
        return Told(say(known[key].title), telling.address(folder, key)) if key in known else Told(key)
    return Told(say(codelist(folder)[key].title))


def _plain(value: Any, name: str) -> str:
    match value:
        case Text():
            return say(value)
        case bool():
            return _("ja") if value else _("nej")
        case date():
            return short_day(value)
        case str() if value in CHOICES.get(name, ()):
            return say(choice_label(name, value))
        case _:
            return str(value)


def _question(asked: OwnField | Item) -> str:
    answers = ", ".join(say(choice.title) for choice in asked.choices) or say(choice_label("type", asked.type))
    return _("%(question)s (%(answers)s)") % {"question": say(asked.label), "answers": answers}


def _rhythm(rhythm: Rhythm) -> str:
    every = say(choice_label("every", rhythm.every))
    return every if rhythm.times == 1 else _("%(times)s gange %(every)s") % {"times": rhythm.times, "every": every}


def _span(first: int, last: int) -> str:
    return str(first) if first == last else _("%(first)s til %(last)s") % {"first": first, "last": last}


def _ages(ages: Ages) -> str:
    said = {"first": _("graviditeten") if ages.first < 0 else ages.first, "last": ages.last}
    return _("fra %(first)s til %(last)s år") % said
