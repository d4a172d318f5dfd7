"""Own words that were written in one language only: the other still says what the version says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from landsby.blueprint.definition import Described
from landsby.blueprint.editable import EditableText, editable_texts
from landsby.blueprint.text import Language, Text

Half = Literal["da", "en", "same"]
"""The language that was left as it was; or both say the same, though the version's did not."""

_TOLD: Mapping[Half, Text] = {
    "da": Text(da="er skrevet om på engelsk og ikke på dansk", en="is reworded in English and not in Danish"),
    "en": Text(da="er skrevet om på dansk og ikke på engelsk", en="is reworded in Danish and not in English"),
    "same": Text(da="er ens på begge sprog", en="is the same in both languages"),
}


@dataclass(frozen=True)
class HalfSaid:
    """One text that a translator should look at.

    Attributes:
        text: as it stands in the programme today.
    """

    text: EditableText
    lack: Half

    def say(self, lang: Language) -> str:
        """What it is called, what it lacks, and what stands where somebody wrote, in one language."""
        named = ", ".join(label.say(lang) for label in self.text.labels)
        stands = self.text.text.say("da" if self.lack == "en" else "en") if self.text.text else ""
        return f"{named} {_TOLD[self.lack].say(lang)}: {' '.join(stands.split())}"


def half_said(today: Described, upstream: Described | None) -> Iterator[HalfSaid]:
    """The texts that a programme has put in its own words in one language only.

    Args:
        upstream: the definition as the version says it; None where the programme alone has it.
    """
    before = {each.path: each.text for each in editable_texts(upstream)} if upstream else {}
    for each in editable_texts(today):
        lack = lack_of(each.text, before.get(each.path))
        if lack:
            yield HalfSaid(each, lack)


def lack_of(now: Text | None, before: Text | None) -> Half | None:
    """What an own wording lacks beside the wording that it took the place of, if there was one."""
    if now is None or now == before:
        return None
    if before is not None and now.da != before.da and now.en == before.en:
        return "en"
    if before is not None and now.en != before.en and now.da == before.da:
        return "da"
    return "same" if now.da == now.en else None
