"""What there is to say about a calendar that is read: by line, and in the language of whoever looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from landsby.web.kit.dates import short_day

SKIPPED = {
    "broken": _("Den er ikke skrevet færdig eller kan ikke læses."),
    "no_start": _("Der står ikke, hvornår den begynder."),
    "bad_time": _("Dagen eller klokkeslættet kan ikke læses."),
    "year": _("Årstallet kan ikke passe."),
    "ends_before_start": _("Den slutter, før den begynder."),
    "cpr": _("Teksten ser ud til at rumme et CPR-nummer. Landsby gemmer ikke CPR-numre."),
    "too_much": _("Filen har så mange gentagelser, at denne ikke er læst. Del den i to."),
}
"""Why an event is left out."""

NOTED = {
    "unknown_zone": _("Tidszonen »%(zone)s« kendes ikke. Klokkeslættet er læst som dansk tid."),
    "bad_rule": _("Gentagelsen kan ikke læses. Kun den første gang er med."),
    "too_often": _("Den gentages flere gange om dagen. Kun den første gang er med."),
    "endless": _("Den gentages uden slutning. Den er læst til og med %(last)s."),
    "cut": _("Den gentages mere end %(most)s gange. Resten er ikke læst."),
    "from_here_on": _("En ændring af »denne og alle følgende« er kun læst for den ene gang."),
    "no_title": _("Den har ingen titel og får navn efter den slags aktivitet, du har valgt."),
    "shortened": _("Teksten er for lang og er kortet af."),
    "double": _("Den står flere gange i filen. Den nyeste er taget."),
}
"""What is worth knowing about an event that is taken along."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about one event of the file.

    Attributes:
        line: of the file, where the event begins.
        code: a key of `SKIPPED` or `NOTED`.
        title: what the event is called; "" where that must not be kept.
        told: what the text names.
    """

    line: int
    code: str
    title: str = ""
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def is_skipped(self) -> bool:
        """Whether the event is left out."""
        return self.code in SKIPPED

    @property
    def text(self) -> str:
        """A whole sentence, in the active language."""
        told = {name: _shown(name, value) for name, value in self.told.items()}
        return str({**SKIPPED, **NOTED}[self.code]) % told

    def to_data(self) -> list[Any]:
        """As JSON."""
        return [self.line, self.code, self.title, self.told]

    @classmethod
    def from_data(cls, data: list[Any]) -> Remark:
        """From `to_data`."""
        return cls(*data)


def _shown(name: str, value: Any) -> Any:
    """What a text names, with days as people say them."""
    return short_day(date.fromisoformat(value)) if name == "last" else value
