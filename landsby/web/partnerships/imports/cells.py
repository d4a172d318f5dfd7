"""From a cell's text to a value, or to what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from landsby.web.partnerships.imports.findings import Finding, blocker, warning
from landsby.web.partnerships.imports.mapping import ColumnMap, Target

LENGTHS = {Target.NAME: 160, Target.REGISTER_ID: 30, Target.ADDRESS: 160, Target.TOWN: 80}
"""The longest text that each column of an actor holds."""

_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_POSTCODE = re.compile(r"(\d{3,4})(?:\s+(\D.*))?")

Coordinates = tuple[float | None, float | None]


@dataclass
class Cells:
    """One row of a file, asked for what its columns tell. What is wrong with it gathers in `findings`.

    Attributes:
        row: the row's number.
        told: the cell of each target that the map names.
    """

    row: int
    told: dict[Target, str]
    columns: ColumnMap
    findings: list[Finding] = field(default_factory=list)

    def text(self, target: Target) -> str:
        """The cell as it stands, not longer than we can keep."""
        value = self.told.get(target, "")
        most = LENGTHS.get(target)
        if most and len(value) > most:
            wrong = _("Teksten er på %(length)s tegn. Der er plads til %(most)s.") % {
                "length": len(value),
                "most": most,
            }
            self.report(blocker, "too_long", target, wrong, _("Forkort den."))
            return ""
        return value

    def required(self, target: Target, wrong: str) -> str:
        """The cell, which must not be empty."""
        if not self.told.get(target):
            self.report(blocker, "missing", target, wrong, _("Udfyld cellen, eller slet rækken."))
        return self.text(target)

    def postcode_and_town(self) -> tuple[str, str]:
        """Four digits, and the town, which may stand in the same cell."""
        written, town = self.text(Target.POSTCODE), self.text(Target.TOWN)
        match = _POSTCODE.fullmatch(written)
        if written and not match:
            wrong = _("»%(value)s« er ikke et postnummer.") % {"value": written[:40]}
            self.report(blocker, "postcode", Target.POSTCODE, wrong, _("Skriv fire cifre, eller lad cellen stå tom."))
        if not match:
            return "", town
        return match.group(1).zfill(4), town or (match.group(2) or "")[: LENGTHS[Target.TOWN]]

    def coordinates(self) -> Coordinates:
        """Latitude and longitude in degrees (WGS 84), both or none."""
        latitude, longitude = self._number(Target.LATITUDE), self._number(Target.LONGITUDE)
        if latitude is None and longitude is None:
            return None, None
        target = Target.LATITUDE if latitude is None else Target.LONGITUDE
        if latitude is None or longitude is None:
            if not self._wrong_about(Target.LATITUDE, Target.LONGITUDE):
                wrong = _("Kun den ene koordinat er udfyldt.")
                self.report(blocker, "half_coordinates", target, wrong, _("Udfyld begge, eller slet begge."))
            return None, None
        if latitude == longitude == 0:
            wrong = _("Koordinaterne 0 og 0 er ikke et sted.")
            self.report(warning, "zero_coordinates", target, wrong, _("Rækken indlæses uden koordinater."))
            return None, None
        return self._in_degrees(latitude, longitude)

    def report(self, sort: Callable[..., Finding], code: str, target: Target, wrong: str, cure: str) -> None:
        """Note a finding at this row and the target's column."""
        self.findings.append(sort(code, wrong, cure, row=self.row, column=self.columns.columns.get(target, "")))

    def _wrong_about(self, *targets: Target) -> bool:
        headings = {self.columns.columns.get(target) for target in targets}
        return any(finding.column in headings for finding in self.findings)

    def _number(self, target: Target) -> float | None:
        """A number with a decimal point or a decimal comma."""
        written = self.told.get(target, "")
        if not written:
            return None
        if not _NUMBER.fullmatch(written):
            wrong = _("»%(value)s« er ikke et tal.") % {"value": written[:40]}
            self.report(
                blocker, "number", target, wrong, _("Skriv det som 55,84 eller 55.84, eller lad cellen stå tom.")
            )
            return None
        return float(written.replace(",", "."))

    def _in_degrees(self, latitude: float, longitude: float) -> Coordinates:
        """The pair, where it can lie on the globe and is not turned around."""
        if abs(latitude) > 90 or abs(longitude) > 180:
            wrong = _("Koordinaterne er ikke længde- og breddegrader. De er måske i UTM (meter).")
            cure = _("Omregn dem til WGS 84, eller vælg, at kolonnerne ikke bruges.")
            self.report(blocker, "not_degrees", Target.LATITUDE, wrong, cure)
            return None, None
        if 7 < latitude < 16 and 54 < longitude < 58.5:
            # Denmark turned around lies in the Arabian Sea; no actor does.
            wrong = _("Længde- og breddegrad ser ud til at være byttet om.")
            self.report(
                blocker, "turned_around", Target.LATITUDE, wrong, _("Byt de to kolonner om i trinnet Kolonner.")
            )
            return None, None
        return latitude, longitude
