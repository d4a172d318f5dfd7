"""What a translator has left: texts that stand in one language only, or the same in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel

from landsby.blueprint.document import Way, written_way
from landsby.blueprint.files import RawFile
from landsby.blueprint.loading import files_meant
from landsby.blueprint.reading import read_document
from landsby.blueprint.schema import MODELS
from landsby.blueprint.shape import model_in
from landsby.blueprint.text import Language, Text

Lack = Literal["da", "en", "either", "same"]
"""The language that is missing; or it is not said which language stands there; or both say the same."""

_LANGUAGES: tuple[Language, Language] = ("da", "en")

_TOLD: Mapping[Lack, Text] = {
    "da": Text(da="mangler på dansk", en="is missing in Danish"),
    "en": Text(da="mangler på engelsk", en="is missing in English"),
    "either": Text(da="står kun på ét sprog", en="stands in one language only"),
    "same": Text(da="er ens på begge sprog", en="is the same in both languages"),
}


@dataclass(frozen=True)
class Untranslated:
    """One text that a translator should look at.

    Attributes:
        file, line, field: where it stands, as for a `Fault`.
        lack: what is missing.
        text: what stands there in the other language; empty when nothing does.
    """

    file: str
    line: int | None
    field: str
    lack: Lack
    text: str

    def say(self, lang: Language) -> str:
        """The finding on one line: ``file:line: field what is missing: text``."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        shown = f": {' '.join(self.text.split())}" if self.text else ""
        return f"{where}: {self.field} {_TOLD[self.lack].say(lang)}{shown}"


def untranslated(paths: Iterable[Path | str], into: Language | None = None) -> list[Untranslated]:
    """The texts below some paths that are missing in one language, or the same in both, by file and line.

    Args:
        paths: blueprints, code lists, or single folders and files of them.
        into: only what is missing in this language, and what may be the other language repeated.
    """
    found = [each for file in files_meant(paths) for each in _in_file(file)]
    wanted = [each for each in found if into is None or each.lack in (into, "either", "same")]
    return sorted(dict.fromkeys(wanted), key=lambda each: (each.file, each.line or 0, each.field))


def _in_file(file: RawFile) -> Iterator[Untranslated]:
    model = MODELS.get(file.folder or Path(file.shown).stem)
    document = read_document(file.shown, file.content)
    if model is None or document.data is None:
        return
    for way, said in _texts(model, document.data, ()):
        lack, text = _lack_of(said)
        if lack:
            yield Untranslated(file.shown, document.line_of(way), written_way(way), lack, text)


def _texts(model: type[BaseModel], data: Mapping[str, Any], way: Way) -> Iterator[tuple[Way, Any]]:
    """What is written where a text should stand, with the way to it."""
    for name, info in model.model_fields.items():
        within = model_in(info.annotation)
        value = data.get(name)
        if within is None or value is None:
            continue
        places = enumerate(value) if isinstance(value, list) else [(None, value)]
        for place, item in places:
            here = (*way, name) if place is None else (*way, name, place)
            if within is Text:
                yield here, item
            elif isinstance(item, dict):
                yield from _texts(within, item, here)


def _lack_of(said: Any) -> tuple[Lack | None, str]:
    """What a text lacks, and what stands there; what is no text is the check's business."""
    if isinstance(said, str):
        return ("either", said) if said.strip() else (None, "")
    if not isinstance(said, dict):
        return None, ""
    there = {lang: said[lang].strip() for lang in _LANGUAGES if isinstance(said.get(lang), str) and said[lang].strip()}
    missing = [lang for lang in _LANGUAGES if lang not in there]
    if len(missing) == 1:
        return missing[0], next(iter(there.values()))
    if not missing and there["da"] == there["en"]:
        return "same", there["da"]
    return None, ""
