"""What differs, told to people: word by word, with what it means to the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from landsby.blueprint import Text
from landsby.blueprint.blueprint import MANIFEST
from landsby.blueprint.change import SORT_NAMES, SORTS, Change, FieldChange, Sort
from landsby.blueprint.labels import kind_name
from landsby.blueprint.wordwise import Fate, wordwise
from landsby.web.blueprints.referring import Use
from landsby.web.blueprints.upgrade import Upgrade
from landsby.web.kit.text import say

_OTHER = {"da": gettext_lazy("på engelsk"), "en": gettext_lazy("på dansk")}


@dataclass(frozen=True)
class ToldField:
    """One field as it was and is, word by word.

    Attributes:
        runs: what stayed, went and came.
    """

    label: str
    runs: Sequence[tuple[Fate, str]]


@dataclass(frozen=True)
class ToldChange:
    """What becomes of one definition, and how much refers to it.

    Attributes:
        is_kept: whether the version has it no more, and it stays as ended.
        is_role: whether people hold it, and not records.
    """

    title: str
    kind: str
    former: str
    fields: Sequence[ToldField]
    uses: Sequence[Use]
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
    former = {(folder, after): before for (folder, before), after in upgrade.renames.items()}
    return [
        Group(
            sort,
            say(SORT_NAMES[sort]),
            [
                told_change(
                    change,
                    upgrade.uses.get((change.folder, former.get((change.folder, change.id), change.id)), ()),
                    is_kept=(change.folder, change.id) in upgrade.kept,
                )
                for change in found.of(sort)
            ],
        )
        for sort in SORTS
        if found.of(sort)
    ]


def told_change(change: Change, uses: Sequence[Use] = (), *, is_kept: bool = False) -> ToldChange:
    """One change in the reader's language."""
    return ToldChange(
        say(change.title),
        _("Programmet selv") if change.folder == MANIFEST else say(kind_name(change.folder).one),
        change.former,
        told_fields(change.fields),
        uses,
        is_kept=is_kept,
        is_role=change.folder == "roles",
    )


def told_fields(fields: Iterable[FieldChange]) -> list[ToldField]:
    """Fields in the reader's language; where only the other language changed, that one is shown, and said to be."""
    return [_told(field) for field in fields]


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
