"""What differs, told to people: word by word, with what it means to the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from landsby.blueprint import Text
from landsby.blueprint.blueprint import MANIFEST
from landsby.blueprint.change import SORTS, Change, FieldChange, Sort
from landsby.blueprint.labels import kind_name
from landsby.blueprint.wordwise import Fate, wordwise
from landsby.web.blueprints.presenters.facts import Fact, Telling, facts_of
from landsby.web.blueprints.referring import Use
from landsby.web.blueprints.upgrade import Upgrade
from landsby.web.kit.problems import Sentence
from landsby.web.kit.text import say

_HEADINGS: Mapping[Sort, Sentence] = {
    "removed": gettext_lazy("Væk"),
    "ended": gettext_lazy("Bruges ikke længere"),
    "renamed": gettext_lazy("Føres videre"),
    "changed": gettext_lazy("Ændret"),
    "added": gettext_lazy("Nyt"),
    "reopened": gettext_lazy("I brug igen"),
    "moved": gettext_lazy("Uden forskel i ordene"),
}
_OTHER = {"da": gettext_lazy("på engelsk"), "en": gettext_lazy("på dansk")}


@dataclass(frozen=True)
class ToldField:
    """One field as it was and is, word by word.

    Attributes:
        runs: what stayed, went and came.
        note: what the words do not tell by themselves.
    """

    label: str
    runs: Sequence[tuple[Fate, str]]
    note: str = ""


@dataclass(frozen=True)
class ToldChange:
    """What becomes of one definition, and how much refers to it.

    Attributes:
        former: the title it had, where it is carried on under another.
        last_day: the last day that it is used, where it ends.
        planned: what is planned after that day.
        summary: what it is about, and `facts` what else it says, where all of it is new.
        is_kept: whether the version has it no more, and it stays as ended.
        is_role: whether people hold it, and not records.
    """

    title: str
    kind: str
    fields: Sequence[ToldField]
    former: str = ""
    uses: Sequence[Use] = ()
    last_day: date | None = None
    planned: Sequence[Use] = ()
    summary: str = ""
    facts: Sequence[Fact] = ()
    is_kept: bool = False
    is_role: bool = False


@dataclass(frozen=True)
class Group:
    """The changes of one sort."""

    sort: Sort
    title: str
    changes: Sequence[ToldChange]


def groups_of(upgrade: Upgrade) -> list[Group]:
    """What an upgrade changes, by sort; what only moved in the order comes last."""
    found = upgrade.difference
    return [
        Group(sort, str(_HEADINGS[sort]), [_change_in(upgrade, change) for change in found.of(sort)])
        for sort in SORTS
        if found.of(sort)
    ]


def told_change(change: Change) -> ToldChange:
    """One change in the reader's language."""
    return ToldChange(
        say(change.title),
        _("Programmet selv") if change.folder == MANIFEST else say(kind_name(change.folder).one),
        told_fields(change.fields),
        is_role=change.folder == "roles",
    )


def _change_in(upgrade: Upgrade, change: Change) -> ToldChange:
    """One change, with all that it means: what refers to it, what lies ahead, and what something new is."""
    told, today = told_change(change), (change.folder, change.former or change.id)
    if change.folder == MANIFEST:
        return told
    before, after = getattr(upgrade.before, change.folder).get(today[1]), getattr(upgrade.after, change.folder)
    former = say(before.title) if before and change.former else ""
    told = replace(
        told,
        former=former if former != told.title else "",
        uses=upgrade.uses.get(today, ()),
        last_day=after[change.id].ended_on if change.id in after else None,
        planned=upgrade.planned.get(today, ()),
        is_kept=today in upgrade.kept,
    )
    if change.sort != "added":
        return told
    new = after[change.id]
    # What a role gives is told field by field already.
    facts = () if told.is_role else facts_of(new, Telling(upgrade.after, _nowhere, is_alone=False))
    return replace(told, summary=say(new.summary), facts=facts)


def _nowhere(_folder: str, _key: str) -> str:
    """No address: what is new has no page yet."""
    return ""


def told_fields(fields: Iterable[FieldChange]) -> list[ToldField]:
    """Fields in the reader's language; where only the other language changed, that one is shown, and said to be."""
    left, told = list(fields), []
    while left:
        field = left.pop(0)
        twin = next((each for each in left if _are_alike(field, each)), None)
        if twin is None:
            told.append(_told(field))
        else:
            left.remove(twin)
            told.append(_asked_anew(field))
    return told


def _are_alike(gone: FieldChange, new: FieldChange) -> bool:
    """Whether one part went and another came with the very same words."""
    same_place = gone.labels == new.labels and gone.after is None and new.before is None
    return same_place and gone.before is not None and gone.before == new.after


def _asked_anew(field: FieldChange) -> ToldField:
    """A part that was put in the place of another with the same words."""
    label = ", ".join(say(each) for each in field.labels)
    note = _("Ordene er de samme, men det regnes for noget nyt. Det, der er svaret, bliver ved det gamle.")
    return ToldField(label, [("same", say(field.before))], note)


def _told(field: FieldChange) -> ToldField:
    label = ", ".join(say(each) for each in field.labels)
    was, now = say(field.before), say(field.after)
    if was == now:
        mine = "en" if (get_language() or "da").startswith("en") else "da"
        label = f"{label} ({_OTHER[mine]})"
        was, now = (_other(text, mine) for text in (field.before, field.after))
    return ToldField(label, wordwise(was, now))


def _other(text: Text | None, mine: str) -> str:
    return "" if text is None else (text.en if mine == "da" else text.da)
