"""What an import of figures would do: the dry run's answer, and what the confirmation carries out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.crypto import salted_hmac

from landsby.web.indicators.importing.known import Amounts, Key
from landsby.web.indicators.importing.left_out import LeftOut
from landsby.web.indicators.importing.once import told_once
from landsby.web.partnerships.imports.findings import Finding


@dataclass(frozen=True)
class PlannedFigure:
    """A figure that would be written.

    Attributes:
        row: the row of the file that tells it; of several that are added together, the first.
        before: the latest that is known; None where there is none.
        waits: whether what is told stays, since it differs from this by too few people.
    """

    row: int
    key: Key
    amounts: Amounts
    before: Amounts | None = None
    waits: bool = False


@dataclass
class FigurePlan:
    """What an import of figures would do, and everything found on the way.

    Attributes:
        figures: what would be written, in the order of the file; a faulty row is not in it.
        unchanged: how many say what holds already.
        left_out: the rows that are not read, and why.
    """

    figures: list[PlannedFigure] = field(default_factory=list)
    unchanged: int = 0
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def new(self) -> list[PlannedFigure]:
        """Those of which nothing was known."""
        return [figure for figure in self.figures if figure.before is None]

    @property
    def changed(self) -> list[PlannedFigure]:
        """Those of which something else was known."""
        return [figure for figure in self.figures if figure.before is not None]

    def latest_at(self, places: Iterable[str]) -> Key | None:
        """The last that is told of the first of some places of which anything is told; everybody before groups."""
        told = {place: [one.key for one in self.figures if one.key[0] == place] for place in places}
        keys = next((keys for keys in told.values() if keys), [])
        return max(keys, key=lambda key: (not key[2], key[1]), default=None)

    @property
    def blockers(self) -> list[Finding]:
        """What keeps the file from being imported, in the order of the file."""
        return told_once(found for found in self.findings if found.blocks)

    @property
    def doubts(self) -> dict[str, Finding]:
        """What looks so wrong that somebody must say that it is right, by a name that no language changes."""
        asked = told_once(found for found in self.findings if found.asks)
        return {f"{found.code}-{found.row}-{at}": found for at, found in enumerate(asked)}

    @property
    def warnings(self) -> list[Finding]:
        """What is shown and left to the one who imports."""
        return told_once(found for found in self.findings if not found.blocks and not found.asks)

    @property
    def faulty(self) -> set[int]:
        """The numbers of the rows that cannot be imported as they are."""
        return {finding.row for finding in self.findings if finding.blocks and finding.row}

    @property
    def can_be_applied(self) -> bool:
        """Whether there is something to do and nothing in the way."""
        return bool(self.figures) and not self.blockers

    @property
    def digest(self) -> str:
        """The same as long as confirming would do the same, and what is said to be right reads the same.

        It is made with the installation's key: what waits is part of it, and must not be found by trying.
        """
        told = [[figure.key, _plain(figure.amounts), _plain(figure.before), figure.waits] for figure in self.figures]
        doubts = [[name, doubt.as_sentence()] for name, doubt in self.doubts.items()]
        return salted_hmac("indicators.plan", json.dumps([told, doubts]), algorithm="sha256").hexdigest()


def _plain(amounts: Amounts | None) -> list[str]:
    if amounts is None:
        return []
    told = (amounts.value, amounts.numerator, amounts.denominator, amounts.spread)
    return ["" if amount is None else format(amount.normalize(), "f") for amount in told]
