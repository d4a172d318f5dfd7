"""What somebody has typed, laid over what another has written about the same definition meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from landsby.blueprint import Text
from landsby.blueprint.definition import Described
from landsby.blueprint.editable import editable_texts

LANGUAGES = ("da", "en")
ROOM = "new."
"""What the way to the room for one more in a list begins with."""

Said = Mapping[str, str]
"""A text by language; empty where nothing is said."""


@dataclass(frozen=True)
class Theirs:
    """What another has written in a text meanwhile.

    Attributes:
        text: as it stands now; None where it has been emptied.
        is_taken_in: whether it stands in the field already, for nothing of one's own was typed there.
    """

    text: Text | None
    is_taken_in: bool


@dataclass
class Merged:
    """What the form holds then.

    Attributes:
        typed: by the name of the field.
        theirs: by the way to the text.
        lost: what was typed in texts that are no more, so that it can be put elsewhere.
    """

    typed: dict[str, str] = field(default_factory=dict)
    theirs: dict[str, Theirs] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def name_of(path: str, lang: str) -> str:
    """The name of the field of a text in a language; no id has a hyphen."""
    return f"{path}.{lang}".replace(".", "-")


def said_in(text: Text | None) -> dict[str, str]:
    """What a text says in each language."""
    return dict(text.model_dump()) if text else dict.fromkeys(LANGUAGES, "")


def plain(typed: str) -> str:
    """What a browser sends of a text, as it is kept: with line breaks of one sort."""
    return typed.replace("\r\n", "\n").replace("\r", "\n").strip()


def merged(typed: Mapping[str, str], today: Described, read: Described | None, rooms: Iterable[str]) -> Merged:
    """Keep all that was typed, and take in what others have written where nothing was.

    Args:
        typed: by the name of the field.
        today: the definition as it stands.
        read: as it stood when the form was opened; None where nobody knows any more.
        rooms: the ways to the rooms for one more.
    """
    before = {each.path: said_in(each.text) for each in editable_texts(read)} if read else {}
    made = Merged({name_of(room, lang): typed.get(name_of(room, lang), "") for room in rooms for lang in LANGUAGES})
    for each in editable_texts(today):
        names = {lang: name_of(each.path, lang) for lang in LANGUAGES}
        now, was = said_in(each.text), before.get(each.path)
        is_sent = not typed.keys().isdisjoint(names.values())
        mine = {lang: plain(typed.get(name, now[lang])) for lang, name in names.items()}
        is_untouched = not is_sent or mine == was
        if (is_untouched and now != was) or (not is_untouched and now not in (was, mine)):
            made.theirs[each.path] = Theirs(each.text, is_taken_in=is_untouched)
        shown = now if is_untouched else mine
        made.typed |= {name: shown[lang] for lang, name in names.items()}
    old = {name_of(path, lang): said[lang] for path, said in before.items() for lang in LANGUAGES}
    made.lost = [
        plain(text)
        for name, text in typed.items()
        if name.endswith(("-da", "-en")) and name not in made.typed and plain(text) not in ("", old.get(name))
    ]
    return made
