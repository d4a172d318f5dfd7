"""What an import of figures would do, in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.known import Amounts, Known
from landsby.web.indicators.importing.plan import FigurePlan, PlannedFigure
from landsby.web.indicators.models import COUNTRY
from landsby.web.indicators.models.at_area import place_key
from landsby.web.indicators.presenters.left_out import LeftOutGroup, left_out_groups
from landsby.web.indicators.presenters.words import amount, when
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.imports.findings import Finding

MOST_SHOWN = 50
"""So many rows of each sort are shown; how many more there are is said."""

MOST_OPEN = 10
"""So many figures lie open; beneath mistakes none do, for those come first."""


@dataclass(frozen=True)
class FigureRow:
    """A figure that would be written."""

    row: int
    place: str
    when: str
    stratum: str
    value: str
    before: str
    people: str


@dataclass(frozen=True)
class FigurePreview:
    """The dry run as its page shows it."""

    plan: FigurePlan
    known: Known

    @property
    def rows(self) -> list[FigureRow]:
        """The first of what would be written; what would be changed comes first."""
        return [self._row(figure) for figure in [*self.plan.changed, *self.plan.new][:MOST_SHOWN]]

    @property
    def folds_rows(self) -> bool:
        """Whether what would be written is folded."""
        return bool(self.plan.blockers) or len(self.plan.figures) > MOST_OPEN

    @property
    def left_out(self) -> list[LeftOutGroup]:
        """The rows that are not read, by why they are not."""
        return list(left_out_groups(self.plan.left_out))

    @property
    def more(self) -> dict[str, int]:
        """How many of each sort are not shown."""
        plan = self.plan
        counts = {"rows": len(plan.figures), "blockers": len(plan.blockers), "warnings": len(plan.warnings)}
        return {name: max(0, count - MOST_SHOWN) for name, count in counts.items()}

    @property
    def blockers(self) -> list[Finding]:
        """The first of what keeps the file from being imported."""
        return self.plan.blockers[:MOST_SHOWN]

    @property
    def warnings(self) -> list[Finding]:
        """The first of what is worth a look."""
        return self.plan.warnings[:MOST_SHOWN]

    def _row(self, figure: PlannedFigure) -> FigureRow:
        place, period, stratum = figure.key
        before = self.known.figures.get(figure.key)  # not one that waits, which is told to nobody
        name = _("Hele landet") if place == place_key(None, COUNTRY) else self.known.place_name(place)
        return FigureRow(
            figure.row,
            name,
            when(period, self.known.indicator),
            stratum,
            self._value(figure.amounts),
            self._value(before) if before else "",
            _people(figure.amounts.denominator),
        )

    def _value(self, amounts: Amounts) -> str:
        return amount(float(amounts.value), self.known.indicator)


def _people(number: Decimal | None) -> str:
    return "" if number is None else in_digits(round(number))
