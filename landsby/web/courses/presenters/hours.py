"""Hours and sums in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.courses.models import HoursStatus, SessionHours
from landsby.web.courses.rates import amount_of, rate_on
from landsby.web.kit.listing import Column
from landsby.web.kit.periods import HalfYear

BADGES = {
    HoursStatus.HANDED_IN: "badge-info",
    HoursStatus.SENT_BACK: "badge-warning",
    HoursStatus.APPROVED: "badge-success",
}


def kroner(amount: Decimal | None) -> str:
    """»1.350,00«, or a dash where there is no amount."""
    return "–" if amount is None else number_format(amount, 2, use_l10n=True, force_grouping=True)


def decimal_hours(hours: Decimal | None) -> str:
    """»1,5«: as few decimals as it takes."""
    if hours is None:
        return ""
    whole = hours == hours.to_integral_value()
    told = hours.to_integral_value() if whole else hours.normalize()
    return number_format(told, use_l10n=True, force_grouping=True)


@dataclass(frozen=True)
class HoursRow:
    """Hours, with what they come to."""

    row: SessionHours
    kinds: Mapping[str, ActivityKind]

    @property
    def rate(self) -> Decimal | None:
        """The rate that it was approved at, or would be."""
        if self.row.is_approved:
            return self.row.rate
        return self.row.corrects.rate if self.row.corrects else rate_on(self.kinds.get(self.row.kind), self.row.held_on)

    @property
    def told_rate(self) -> str:
        """The rate in words."""
        return decimal_hours(self.rate) or _("ingen sats")

    @property
    def amount(self) -> str:
        """Kroner, in words."""
        return kroner(amount_of(self.row.hours, self.rate))

    @property
    def hours(self) -> str:
        """The hours, in words; a correction says its sign."""
        told = decimal_hours(self.row.hours)
        return f"+{told}" if self.row.corrects_id and self.row.hours > 0 else told

    @property
    def badge(self) -> str:
        """The colour of its status."""
        return BADGES[HoursStatus(self.row.status)]


def hours_rows(rows: Iterable[SessionHours], blueprint: Blueprint) -> list[HoursRow]:
    """Hours for a page."""
    return [HoursRow(row, blueprint.activity_kinds) for row in rows]


def hours_columns(blueprint: Blueprint) -> list[Column]:
    """The columns of the list of hours, and after them those that only the export holds."""
    kinds = blueprint.activity_kinds
    told: list[tuple[str, str, Any]] = [
        ("reason", _("Begrundelse"), lambda h: h.reason),
        ("word", _("Besked"), lambda h: h.word),
        ("proposed", _("Foreslået"), lambda h: h.proposed),
        ("half_year", _("Halvår"), lambda h: str(HalfYear.from_number(h.half_year))),
        ("corrects", _("Retter nummer"), lambda h: h.corrects_id),
        ("decided_on", _("Afgjort"), lambda h: h.decided_at and h.decided_at.date()),
        ("number", _("Nummer"), lambda h: h.pk),
    ]
    shown = [
        Column("held_on", _("Dato"), lambda h: h.held_on, ("held_on",)),
        Column("title", _("Forløb"), lambda h: h.title, ("title",)),
        Column("host", _("Forening"), lambda h: h.host.name, ("host__name",)),
        Column("hours", _("Timer"), lambda h: h.hours, ("hours",), is_number=True),
        Column("rate", _("Sats"), lambda h: HoursRow(h, kinds).rate, is_number=True),
        Column("amount", _("Kroner"), lambda h: amount_of(h.hours, HoursRow(h, kinds).rate), is_number=True),
        Column("status", _("Status"), lambda h: h.get_status_display(), ("status",)),
    ]
    return [*shown, *(Column(key, title, value, export_only=True) for key, title, value in told)]


@dataclass(frozen=True)
class SumRow:
    """What one association is paid for in one half-year."""

    half_year: HalfYear
    host: int
    name: str
    hours: Decimal
    kroner: Decimal
    unpaid: Decimal

    @classmethod
    def of(cls, sums: Mapping[str, Any]) -> SumRow:
        """From a row of `SessionHoursQuerySet.sums`."""
        half = HalfYear.from_number(sums["half_year"])
        return cls(half, sums["host"], sums["host__name"], sums["hours_sum"], sums["kroner"], sums["unpaid"])

    @property
    def cells(self) -> list[Any]:
        """As the export writes it."""
        return [str(self.half_year), self.name, self.hours, self.kroner, self.unpaid]

    @property
    def told(self) -> dict[str, str]:
        """The numbers in words."""
        numbers = {"hours": decimal_hours(self.hours), "kroner": kroner(self.kroner)}
        return {**numbers, "unpaid": decimal_hours(self.unpaid) if self.unpaid else ""}


def sum_headings() -> list[str]:
    """The headings of the sums."""
    return [_("Halvår"), _("Forening"), _("Timer"), _("Kroner"), _("Timer uden sats")]


def total_of(rows: Sequence[SumRow]) -> dict[str, str]:
    """All of it together, in words."""
    hours, amount = sum((row.hours for row in rows), Decimal(0)), sum((row.kroner for row in rows), Decimal(0))
    return {"hours": decimal_hours(hours), "kroner": kroner(amount)}
