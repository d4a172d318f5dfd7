"""Tables of fields in Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from landsby.blueprint.contents import KINDS
from landsby.blueprint.labels import kind_name
from landsby.blueprint.labels.parts import PARTS
from landsby.blueprint.reference.fields import DescribedField
from landsby.blueprint.text import Language, Text

MUST = "●"
"""Marks a field that must be there."""

_HEAD = (
    Text(da="felt", en="field"),
    Text(da="hedder", en="is called"),
    Text(da="skrives som", en="is written as"),
    Text(da="hvad det er", en="what it is"),
)


def table_of(fields: Iterable[DescribedField], lang: Language) -> str:
    """The fields as a table, one line for each."""
    lines = ["| " + " | ".join(head.say(lang) for head in _HEAD) + " |", "|---" * len(_HEAD) + "|"]
    for field in fields:
        name = f"`{field.name}` {MUST}" if field.required else f"`{field.name}`"
        cells = (name, field.label.say(lang), _written(field, lang), field.help.say(lang))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _written(field: DescribedField, lang: Language) -> str:
    """What may be written: choices by what they are called, kinds and shared parts with links to where they stand."""
    said = field.sort.said().say(lang)
    for choice, label in field.choices:
        if label.say(lang) != choice:
            said = said.replace(f"`{choice}`", f"`{choice}` ({label.say(lang)})")
    if field.sort.to is not None:
        heading = kind_heading(field.sort.to, lang) if field.sort.to in KINDS else GROUPS_HEADING.say(lang)
        said = said.replace(f"`{field.sort.to}`", f"[`{field.sort.to}`](#{anchor(heading)})")
    if field.sort.part is not None and field.sort.part.__name__ in PARTS:
        link = linked(part_heading(field.sort.part.__name__, lang))
        said = f"{said.rsplit(':', 1)[0]}: {link}" if field.sort.many else link
    return said


GROUPS_HEADING = Text(da="Grupper af aktører", en="Groups of actors")
"""The heading under which the code list of groups stands."""


def kind_heading(folder: str, lang: Language) -> str:
    """The heading under which a kind stands."""
    return f"{kind_name(folder).many.say(lang)} (`{folder}/`)"


def part_heading(part: str, lang: Language) -> str:
    """The heading under which the fields of a shared part stand."""
    da, en = PARTS[part]
    return Text(da=f"{da} (`{part}`)", en=f"{en} (`{part}`)").say(lang)


def linked(heading: str) -> str:
    """A link to a heading of the same page."""
    return f"[{heading.split(' (`', maxsplit=1)[0]}](#{anchor(heading)})"


def anchor(heading: str) -> str:
    """The name by which a heading is linked to."""
    kept = "".join(letter for letter in heading.casefold() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")
