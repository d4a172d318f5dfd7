"""A place's wheel of one year: what is drawn, and the same month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from landsby.blueprint import Blueprint
from landsby.web.kit.dates import month_name
from landsby.web.kit.text import in_digits, say
from landsby.web.partnerships.models import Place
from landsby.web.wheel.drawing import MONTHS, SIZE, Shape, name_shape, shape
from landsby.web.wheel.marks import Band, Mark
from landsby.web.wheel.models.at_place import level_of
from landsby.web.wheel.rhythm import TOO_OFTEN

BANDS = {
    Band.ACTIVITIES: gettext_lazy("Aktiviteter"),
    Band.PLANS: gettext_lazy("Planer og opfølgning"),
    Band.TOGETHER: gettext_lazy("Møder, milepæle og egne datoer"),
}
"""What each band shows, the outermost first."""
_SHADES = (1, 3, 10)
"""From how many things on a month is shaded stronger."""


@dataclass(frozen=True)
class Cell:
    """One month of one band."""

    shape: Shape
    count: int
    band: Band
    told: str

    @property
    def shade(self) -> int:
        """From 0, nothing, to 3."""
        return sum(self.count >= least for least in _SHADES)


@dataclass(frozen=True)
class Month:
    """One month of the wheel."""

    number: int
    marks: Sequence[Mark]
    is_now: bool

    @property
    def name(self) -> str:
        """»Maj«."""
        return str(capfirst(month_name(self.number)))

    @property
    def short(self) -> str:
        """»maj«, in three or four letters."""
        return month_name(self.number, is_short=True).rstrip(".")

    @property
    def label(self) -> Shape:
        """Where the name stands on the drawing."""
        return name_shape(self.number)

    @property
    def cells(self) -> list[Cell]:
        """Its part of each band."""
        return [_cell(self, band) for band in Band]


def _cell(month: Month, band: Band) -> Cell:
    count = sum(mark.count for mark in month.marks if mark.band is band)
    things = ngettext("%(count)s ting", "%(count)s ting", count) % {"count": in_digits(count)}
    words = {"month": month.name, "band": BANDS[band], "things": things}
    return Cell(shape(month.number, band, len(Band)), count, band, _("%(month)s, %(band)s: %(things)s") % words)


@dataclass(frozen=True)
class WheelPage:
    """The wheel of a place."""

    place: Place
    blueprint: Blueprint
    year: int
    marks: Sequence[Mark]
    today: date

    size = SIZE
    middle = SIZE // 2
    bands = tuple(BANDS.items())

    @cached_property
    def months(self) -> list[Month]:
        """The twelve months."""
        now = self.today.month if self.today.year == self.year else 0
        return [
            Month(number, sorted((m for m in self.marks if m.month == number), key=_in_order), number == now)
            for number in range(1, MONTHS + 1)
        ]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on it."""
        return not self.marks

    @property
    def often(self) -> list[tuple[str, str]]:
        """The boards that meet so often that they stand beside the wheel, and how often."""
        often = {"week": _("hver uge"), "fortnight": _("hver anden uge")}
        return [
            (say(board.title), often[board.rhythm.every])
            for board in self.blueprint.boards.values()
            if board.level == level_of(self.place) and board.rhythm and board.rhythm.every in TOO_OFTEN
        ]


def _in_order(mark: Mark) -> tuple[int, int, str]:
    """Days first and in order, then what only the month is known of; the outermost band first."""
    return (mark.day.day if mark.day else 32, -mark.band, mark.text)
