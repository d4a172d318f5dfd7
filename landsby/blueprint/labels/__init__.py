"""What people call the kinds of definition, their fields and their choices: on pages, in forms and in the guide."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.blueprint.labels.chapters import CHAPTERS
from landsby.blueprint.labels.choices import CHOICES
from landsby.blueprint.labels.fields import FIELDS, FIELDS_OF
from landsby.blueprint.labels.kinds import KIND_NAMES
from landsby.blueprint.text import Text

__all__ = ["Chapter", "KindName", "chapters", "choice_label", "field_label", "kind_name"]


@dataclass(frozen=True)
class KindName:
    """What a kind of definition is called: one of it, several, and what it is in a sentence."""

    one: Text
    many: Text
    about: Text


@dataclass(frozen=True)
class Chapter:
    """Kinds that people read about together."""

    id: str
    title: Text
    folders: tuple[str, ...]


def kind_name(folder: str) -> KindName:
    """The name of the kind that a folder holds.

    Raises:
        KeyError: for a folder that does not exist.
    """
    return KindName(*(Text(da=da, en=en) for da, en in KIND_NAMES[folder]))


def field_label(owner: str, field: str) -> Text:
    """What a field is called.

    Args:
        owner: the name of the model, such as ``Offer`` or ``Point``.

    Raises:
        KeyError: for a field that no model has.
    """
    da, en = FIELDS_OF.get((owner, field)) or FIELDS[field]
    return Text(da=da, en=en)


def choice_label(field: str, value: str) -> Text:
    """What one of a field's choices is called.

    Raises:
        KeyError: for a choice that the field has not.
    """
    da, en = CHOICES[field][value]
    return Text(da=da, en=en)


def chapters() -> tuple[Chapter, ...]:
    """The kinds in the chapters in which they are read, all of them, each once."""
    return tuple(Chapter(id_, Text(da=da, en=en), folders) for id_, (da, en), folders in CHAPTERS)
