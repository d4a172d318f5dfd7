"""A programme's definitions as a page of sections, and a search among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint import ActivityKind, Blueprint, Definition, OwnField, Role
from landsby.web.kit.dates import short_day
from landsby.web.kit.problems import Sentence
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Right, ScopeLevel

ORIGINS: Mapping[str, Sentence] = {
    "source": gettext_lazy("fra programmets egne kilder"),
    "literature": gettext_lazy("fra litteraturen"),
    "ours": gettext_lazy("vores egen"),
}
ANSWERS: Mapping[str, Sentence] = {
    "text": gettext_lazy("kort tekst"),
    "long_text": gettext_lazy("tekst"),
    "number": gettext_lazy("tal"),
    "choice": gettext_lazy("et valg"),
    "yes_no": gettext_lazy("ja eller nej"),
}
COUNTED: Mapping[str, Sentence] = {
    "children": gettext_lazy("børn"),
    "parents": gettext_lazy("forældre"),
    "staff": gettext_lazy("medarbejdere"),
    "volunteers": gettext_lazy("frivillige"),
    "new_families": gettext_lazy("nye familier"),
}


@dataclass(frozen=True)
class Entry:
    """One definition, with its facts as (label, sentences).

    Attributes:
        anchor: its id on the page.
        origin: where it comes from, in words; `source` is the reference.
    """

    definition: Definition
    anchor: str
    facts: Sequence[tuple[str, Sequence[str]]] = field(default_factory=tuple)

    @property
    def origin(self) -> str:
        """Where it comes from, in words."""
        return str(ORIGINS[self.definition.origin])

    def speaks_of(self, words: str) -> bool:
        """Whether every word stands in its title, its summary or its facts, in the reader's language."""
        told = " ".join(
            [
                say(self.definition.title),
                say(self.definition.summary),
                *(sentence for _label, sentences in self.facts for sentence in sentences),
            ]
        ).casefold()
        return all(word in told for word in words.casefold().split())


@dataclass(frozen=True)
class Section:
    """One kind of definition."""

    key: str
    title: str
    about: str
    entries: Sequence[Entry]


def sections_of(blueprint: Blueprint, words: str = "") -> list[Section]:
    """The definitions in reading order; with words, only those that speak of them."""
    all_sections = (
        Section("goals", _("Målsætninger"), _("Det, vi vil have mere af i børns liv."), _plain("goals", blueprint)),
        Section("tracks", _("Programmets spor"), _("De dele, arbejdet er delt op i."), _tracks(blueprint)),
        Section(
            "activity_kinds",
            _("Slags aktiviteter"),
            _("Hvad man kan planlægge og registrere, og hvad hver slags spørger om."),
            _kinds(blueprint),
        ),
        Section("roles", _("Roller"), _("Hvem man kan være i programmet, og hvad man må."), _roles(blueprint)),
    )
    found = (
        Section(s.key, s.title, s.about, [entry for entry in s.entries if entry.speaks_of(words)]) for s in all_sections
    )
    return [section for section in found if section.entries]


def _entry(folder: str, definition: Definition, facts: Iterable[tuple[str, Sequence[str]]] = ()) -> Entry:
    dated = [*facts, *_dates(definition)]
    return Entry(definition, f"{folder}-{definition.id}", [(label, told) for label, told in dated if told])


def _dates(definition: Definition) -> list[tuple[str, Sequence[str]]]:
    def day(value: date | None) -> list[str]:
        return [short_day(value)] if value else []

    return [(_("Bruges fra"), day(definition.starts_on)), (_("Brugt til og med"), day(definition.ended_on))]


def _plain(folder: str, blueprint: Blueprint) -> list[Entry]:
    return [_entry(folder, definition) for definition in getattr(blueprint, folder).values()]


def _titles(definitions: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    return [say(definitions[key].title) for key in keys]


def _tracks(blueprint: Blueprint) -> list[Entry]:
    return [
        _entry("tracks", track, [(_("Bidrager til"), _titles(blueprint.goals, track.goals))])
        for track in blueprint.tracks.values()
    ]


def _kinds(blueprint: Blueprint) -> list[Entry]:
    return [
        _entry(
            "activity_kinds",
            kind,
            [
                (_("Form"), [_form_of(kind)]),
                (_("Målsætninger"), _titles(blueprint.goals, kind.goals)),
                (_("Hører under sporet"), _titles(blueprint.tracks, kind.tracks)),
                (_("Vi tæller"), [str(COUNTED[group]) for group in kind.counts]),
                (_("Vi spørger også om"), [_question(own) for own in kind.fields]),
            ],
        )
        for kind in blueprint.activity_kinds.values()
    ]


def _form_of(kind: ActivityKind) -> str:
    if kind.sessions is None:
        return _("En enkelt aktivitet")
    if kind.sessions.min == kind.sessions.max:
        return _("Et forløb på %(count)s gange") % {"count": kind.sessions.min}
    return _("Et forløb på %(min)s til %(max)s gange") % {"min": kind.sessions.min, "max": kind.sessions.max}


def _question(own: OwnField) -> str:
    told = {"question": say(own.label), "answer": ANSWERS[own.type]}
    if own.choices:
        choices = ", ".join(say(choice.title) for choice in own.choices)
        return _("%(question)s (%(choices)s)") % {**told, "choices": choices}
    return _("%(question)s (%(answer)s)") % told


def _roles(blueprint: Blueprint) -> list[Entry]:
    return [
        _entry(
            "roles",
            role,
            [
                (_("Hører til"), [str(ScopeLevel(role.scope).label)]),
                (_("Kan se"), [str(ScopeLevel(role.sees).label)]),
                (_("Må gøre"), _rights(role)),
            ],
        )
        for role in blueprint.roles.values()
    ]


def _rights(role: Role) -> list[str]:
    return [str(Right(right).label) for right in role.may] or [_("læse med")]
