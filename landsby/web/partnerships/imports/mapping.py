"""Which column says what: the map from a file's headings to what we keep, and a good guess at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Target(StrEnum):
    """What a column can tell about an actor."""

    NAME = "name"
    KIND = "kind"
    REGISTER_ID = "register_id"
    MUNICIPALITY_CODE = "municipality_code"
    MUNICIPALITY_NAME = "municipality_name"
    COMMUNITY = "community"
    ADDRESS = "address"
    POSTCODE = "postcode"
    TOWN = "town"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    PARENT = "parent"


# Headings as registers and spreadsheets write them, folded by `_folded`; the surest first.
HEADINGS: Mapping[Target, str] = {
    Target.NAME: "navn name institutionsnavn skolenavn enhedsnavn dagtilbudsnavn foreningsnavn institution skole aktør",
    Target.KIND: "slags type institutionstype skoletype enhedsart enhedstype dagtilbudstype kategori art kind",
    Target.REGISTER_ID: "nummeriregister registernummer institutionsnummer institutionsnr instnr institutionsid"
    " dagtilbudsid enhedsid skolekode registerid id nummer nr",
    Target.MUNICIPALITY_CODE: "kommunekode kommunenummer kommunenr kommnr komkode municipalitycode",
    Target.MUNICIPALITY_NAME: "kommune kommunenavn beliggenhedskommune municipality municipalityname",
    Target.COMMUNITY: "lokalområde lokalsamfund skoledistrikt distrikt community",
    Target.ADDRESS: "adresse vejadresse gadeadresse adresse1 address",
    Target.POSTCODE: "postnr postnummer postcode zip",
    Target.TOWN: "by bynavn postdistrikt town city",
    Target.LATITUDE: "lat latitude breddegrad geobreddegrad",
    Target.LONGITUDE: "lon lng long longitude længdegrad geolængdegrad",
    Target.PARENT: "hovedinstitutionensnummer hovedinstitutionsnummer hovedinstitution hovedskole parent parentid"
    " parentregisterid",
}


@dataclass(frozen=True)
class ColumnMap:
    """How a file is to be understood.

    Attributes:
        columns: the heading that tells each target; a target that is absent is not told.
        kind: the id of the one kind of everything in the file, or "" when a column tells it.
        kinds: for each value of the kind's column the id of our kind, or "" to leave its rows out.
        municipality: the code of the one municipality of everything in the file, or "".
        departments_by_name: whether "X, afdeling Y" becomes a department of "X".
    """

    columns: Mapping[Target, str] = field(default_factory=dict)
    kind: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    municipality: str = ""
    departments_by_name: bool = True

    def to_data(self) -> dict[str, Any]:
        """The map as JSON-able data."""
        return {
            "columns": {target.value: heading for target, heading in self.columns.items()},
            "kind": self.kind,
            "kinds": dict(self.kinds),
            "municipality": self.municipality,
            "departments_by_name": self.departments_by_name,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ColumnMap:
        """The map from what `to_data` gave."""
        columns = {Target(target): heading for target, heading in data["columns"].items()}
        return cls(columns, data["kind"], data["kinds"], data["municipality"], data["departments_by_name"])

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether a file with these headings can be understood in this way."""
        return set(self.columns.values()) <= set(headings)


def guessed_columns(headings: Iterable[str]) -> dict[Target, str]:
    """The heading that most likely tells each target; no heading tells two."""
    open_headings = {_folded(heading): heading for heading in reversed(list(headings))}
    found: dict[Target, str] = {}
    for target, words in HEADINGS.items():
        for word in words.split():
            if word in open_headings:
                found[target] = open_headings.pop(word)
                break
    return found


def _folded(heading: str) -> str:
    """Small letters and digits only, so that "Post-nr." and "postnr" are the same word."""
    return re.sub(r"[\W_]", "", heading.casefold())
