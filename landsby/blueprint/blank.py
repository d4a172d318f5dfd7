"""A blank blueprint to begin from: sound at once, with explanations in the language of the one who writes.

The files lie in the definitions; their lines of explanation begin with ``#da`` or ``#en``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from landsby.blueprint.blueprint import MANIFEST
from landsby.blueprint.files import DEFINITIONS, files_below
from landsby.blueprint.text import Language, Text
from landsby.blueprint.values import ID_PATTERN

BLANK = DEFINITIONS / "blank"

BLANK_NAME = Text(da="vores_program", en="our_programme")
"""What a blank blueprint is called until it is called something else; an id in both languages."""

_EXPLANATION = re.compile(r"^( *)#(da|en)( .*)?\n", re.MULTILINE)

NOT_AN_ID = Text(
    da="»{name}« kan ikke være navnet. Brug små bogstaver a-z, cifre og _, og begynd med et bogstav.",
    en="“{name}” cannot be the name. Use small letters a-z, digits and _, and begin with a letter.",
)
IS_THERE = Text(
    da="{folder} er der allerede. Vælg et andet navn, eller en anden mappe med --dir.",
    en="{folder} is there already. Choose another name, or another folder with --dir.",
)


class CannotBegin(Exception):
    """A blank blueprint cannot be written; `text` says why, and what to do."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.da)


def blank_files(id_: str, lang: Language) -> Mapping[str, str]:
    """The files of a blank blueprint, by their paths in its folder.

    Args:
        lang: the language of the explanations.

    Raises:
        CannotBegin: when the id cannot be one.
    """
    if not re.fullmatch(ID_PATTERN, id_):
        raise CannotBegin(NOT_AN_ID.filled(name=id_))
    return {
        Path(file.shown).relative_to(BLANK).as_posix(): _explained(file.content.decode(), lang).replace(
            f"id: {BLANK.name}\n", f"id: {id_}\n"
        )
        for file in files_below(BLANK)
    }


def write_blank(parent: Path, id_: str, lang: Language) -> tuple[Path, ...]:
    """Write a blank blueprint into a new folder of that name. Gives the files, the blueprint's own first.

    Raises:
        CannotBegin: when the name cannot be an id, or something is there already.
    """
    files = blank_files(id_, lang)
    folder = parent / id_
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        raise CannotBegin(IS_THERE.filled(folder=folder)) from None
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tuple(folder / name for name in sorted(files, key=lambda name: (name != f"{MANIFEST}.yaml", name)))


def _explained(content: str, lang: Language) -> str:
    """The file with the explanations of one language."""
    return _EXPLANATION.sub(lambda found: f"{found[1]}#{found[3] or ''}\n" if found[2] == lang else "", content)
