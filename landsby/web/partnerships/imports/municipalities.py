"""Which municipality a cell means: by code where there is one, else by its name however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_NOT_THE_NAME = re.compile(r"\b(regions?)?kommunes?\b|\bmunicipality\b")
_CODE = re.compile(r"\d{3,4}")


def folded(name: str) -> str:
    """A name without what sources write differently.

    "Københavns Kommune", "København" and "KØBENHAVN" are one, so are "Høje Taastrup" and
    "Høje-Tåstrup", and "Bornholms Regionskommune" and "Bornholm". A last s goes, since it is the
    genitive in one source, part of the name in the next, and cut off by mistake in a third ("Aarhu").
    """
    bare = _NOT_THE_NAME.sub("", name.casefold())
    letters = re.sub(r"[\W_]", "", bare).replace("aa", "å")
    return letters.removesuffix("s")


def normal_code(text: str) -> str:
    """A code in four digits: "250" and "0250" are the same municipality. "" when the text is no code."""
    return text.zfill(4) if _CODE.fullmatch(text) else ""


@dataclass(frozen=True)
class Municipalities:
    """All municipalities that may be meant, by code and by folded name."""

    names: Mapping[str, str]
    by_name: Mapping[str, str]

    @classmethod
    def of(cls, *lists: Iterable[tuple[str, str]]) -> Municipalities:
        """From lists of code and name; what stands in an earlier list wins."""
        names: dict[str, str] = {}
        by_name: dict[str, str] = {}
        for pairs in lists:
            for code, name in pairs:
                names.setdefault(code, name)
                by_name.setdefault(folded(name), code)
        return cls(names, by_name)

    def meant_by(self, text: str) -> str:
        """The code of the municipality that a cell means: a code, a name, or both; "" when none is known."""
        code = normal_code(text)
        if not code:
            inside = re.search(r"(?<!\d)\d{3,4}(?!\d)", text)
            code = normal_code(inside.group()) if inside else ""
        if code:
            return code if code in self.names else ""
        return self.by_name.get(folded(text), "")
