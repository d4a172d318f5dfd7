"""What is known before a file is checked: the areas that figures may be of, and the figures that hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.models.at_area import COUNTRY, place_key
from landsby.web.kit.small_cells import differs_by_few
from landsby.web.partnerships.imports.municipalities import Municipalities, folded

Key = tuple[str, int, str]
"""What a figure is of: the place as cells call it, the number of the period, and the stratum."""

_COUNTRY = frozenset(folded(name) for name in ("Hele landet", "Danmark", "Denmark", "Landet", "All Denmark"))
_TOTAL = frozenset(
    folded(name) for name in ("I alt", "Alle", "Alle kommuner", "Kommuner i alt", "Samlet", "Sum", "Total")
)


@dataclass(frozen=True)
class Amounts:
    """What a figure says.

    Attributes:
        value: in the unit that people read; the others as `models.Observation` holds them.
    """

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    spread: Decimal | None = None

    @property
    def people(self) -> tuple[float | None, float | None]:
        """How many were counted, and among how many."""
        return _float(self.numerator), _float(self.denominator)


@dataclass(frozen=True)
class KnownCommunity:
    """A community of the programme; `code` is that of its municipality."""

    pk: int
    name: str
    code: str


@dataclass(frozen=True)
class Known:
    """Everything that a file with figures is checked against.

    Attributes:
        municipalities: every municipality that a cell may mean.
        ours: the codes of the programme's municipalities.
        writable: those of `ours` that the one who imports may import figures of.
        writes_country: whether the one who imports may tell the country's figures, which everybody is compared with.
        communities: the programme's.
        figures: what is told now of the indicator, by what it is of.
        waiting: what is known otherwise by so few people that it is not told.
        shown: everything that has ever been told, also what was replaced or taken back.
    """

    indicator: Indicator
    today: date
    municipalities: Municipalities
    ours: frozenset[str]
    writable: frozenset[str]
    writes_country: bool = False
    communities: tuple[KnownCommunity, ...] = ()
    figures: Mapping[Key, Amounts] = field(default_factory=dict)
    waiting: Mapping[Key, Amounts] = field(default_factory=dict)
    shown: Mapping[Key, Collection[Amounts]] = field(default_factory=dict)

    def before(self, key: Key) -> Amounts | None:
        """The latest that is known, told or not."""
        return self.waiting.get(key) or self.figures.get(key)

    def differs_by_few(self, key: Key, amounts: Amounts) -> bool:
        """Whether somebody who knows what has been told would learn something of a few people."""
        told = [*self.shown.get(key, ()), *([self.figures[key]] if key in self.figures else ())]
        return amounts not in told and any(differs_by_few(one.people, amounts.people) for one in told)

    def code_meant_by(self, text: str) -> str:
        """The code of a municipality, `COUNTRY` for the country, or "" when a cell means neither."""
        bare = text.strip()
        code, _space, rest = bare.partition(" ")
        if folded(bare) in _COUNTRY or (code and not code.strip("0") and folded(rest) in {"", *_COUNTRY, *_TOTAL}):
            return COUNTRY
        return self.municipalities.meant_by(bare)

    def communities_meant_by(self, text: str, code: str) -> list[KnownCommunity]:
        """The communities of that name, in a municipality where that is told."""
        name = " ".join(text.casefold().split())
        return [one for one in self.communities if one.name.casefold() == name and (not code or one.code == code)]

    def place_name(self, key: str) -> str:
        """What a place that cells call so is called in words."""
        if key.startswith("c"):
            return next((one.name for one in self.communities if place_key(one.pk, "") == key), key)
        return self.municipalities.names.get(key[1:], key[1:])

    def may_write(self, code: str) -> bool:
        """Whether one may import figures of a municipality or the country; municipalities outside are nobody's."""
        if code == COUNTRY:
            return self.writes_country
        return code in self.writable or (code in self.municipalities.names and code not in self.ours)


def is_total(text: str) -> bool:
    """Whether a cell among the places says »i alt«, which may be the country or only the places in the file."""
    return folded(text.strip()) in _TOTAL


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
