"""What a reader of a result may open: one thing at a time, a sentence first, then its picture and its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations import sentences
from landsby.web.evaluations.figures import bilingual, shown_unit
from landsby.web.evaluations.names import Names
from landsby.web.evaluations.presenters.tables import (
    Table,
    balance_table,
    bounds_table,
    effects_table,
    feature,
    placebo_outcomes_table,
    subgroups_table,
)
from landsby.web.evaluations.words import NAMES, named
from landsby.web.kit.charts import Chart
from landsby.web.kit.text import in_digits, say

Told = Mapping[str, Any]
MOST_AREAS = 400
"""More names than this help nobody on a page; the files have them all."""


@dataclass(frozen=True)
class Section:
    """One thing to open.

    Attributes:
        key: of its element in the page.
        lines: what is said, the plain sentence first.
        chart: its picture; None where there is none.
        table: figures that no picture tells; None where there are none.
        names: places, by name.
        more: how many there are beside those.
    """

    key: str
    title: str
    lines: Sequence[str]
    chart: Chart | None = None
    table: Table | None = None
    names: Sequence[str] = ()
    more: int = 0


@dataclass(frozen=True)
class Sections:
    """The sections of one result.

    Attributes:
        told: the result.
        primary: the outcome that decides.
        charts: its pictures, by what they show.
    """

    told: Told
    primary: Told
    design: Design
    names: Names
    charts: Mapping[str, Chart]

    @property
    def unit(self) -> str | None:
        """Of the outcome that decides."""
        return shown_unit(self.primary)

    @property
    def leaning(self) -> Told:
        """What the effect leans on; empty where that could not be had."""
        return self.primary.get("sensitivity") or {}

    @property
    def areas(self) -> list[str]:
        """The codes of the areas that are compared with."""
        return [area for area in self.told.get("areas", []) if area not in self.design.starts]

    def all(self) -> list[Section]:
        """Those that the result has figures for, in the order of the questions that are asked."""
        made = (
            self._course,
            self._areas,
            self._balance,
            self._before,
            self._bounds,
            self._placebos,
            self._one_by_one,
            self._groups,
        )
        return [section for make in (*made, self._dose, self._methods, self._trusted) for section in make()]

    def _course(self) -> Iterator[Section]:
        if course := self.primary.get("course"):
            yield Section("course", _("Uden noget at sammenligne med"), sentences.about_course(course))

    def _areas(self) -> Iterator[Section]:
        if not (codes := self.areas):
            return
        comparison = self.design.comparison
        said = {"count": in_digits(len(codes)), "how": named(NAMES, f"matching_{comparison.matching}")}
        lines = [_("Der er sammenlignet med %(count)s områder: %(how)s.") % said, say(comparison.why)]
        for each in comparison.exclude:
            count = len(each.areas)
            left_out = ngettext(
                "%(count)s område er holdt ude: %(why)s", "%(count)s områder er holdt ude: %(why)s", count
            )
            lines.append(left_out % {"count": in_digits(count), "why": say(each.because)})
        shown = [self.names.of(code) for code in codes[:MOST_AREAS]]
        title = _("Hvem der er sammenlignet med")
        yield Section("areas", title, lines, names=shown, more=len(codes) - len(shown))

    def _balance(self) -> Iterator[Section]:
        if not (matched := self.told.get("balance", [])):
            return
        told = {one["name"]: feature(one["name"], self.design.periods) for one in matched}
        lines = [sentences.about_balance(matched, told)]
        table = balance_table(matched, self.unit, self.design.periods)
        yield Section("balance", _("Var områderne ens før starten?"), lines, self.charts.get("balance"), table)

    def _before(self) -> Iterator[Section]:
        dates = self.leaning.get("placebo_dates", [])
        if not self.leaning:
            return
        lines = [
            sentences.about_dates(
                dates, self.design.inference.alpha, moved_before=bool(self.leaning.get("moved_before"))
            ),
            sentences.about_pre_trend(self.leaning.get("pre_trend"), self.unit, say(self.design.periods.one)),
        ]
        title = _("Prøve med en opdigtet start")
        yield Section("placebo_dates", title, [line for line in lines if line], self.charts.get("placebo_dates"))

    def _bounds(self) -> Iterator[Section]:
        if not self.leaning:
            return
        bounds, chart = self.leaning.get("bounds", []), self.charts.get("bounds")
        lines = [sentences.about_bounds(bounds)]
        if times := {one["time"] for one in bounds if "time" in one}:
            # Counted from one, as people count.
            said = {"period": say(self.design.periods.one), "number": max(times) + 1}
            lines.append(
                _("Her gælder tallene kun %(period)s nr. %(number)s, så de er andre end forskellen under ét.") % said
            )
        if chart:
            lines.append(
                _("Grænserne er Rambachan og Roths. Jo længere ned, jo mere må områderne være gledet fra hinanden.")
            )
        table = bounds_table(bounds, [str(row[0]) for row in chart.rows], self.unit) if chart else None
        title = _("Hvis områderne alligevel ikke ville have fulgtes ad")
        yield Section("bounds", title, lines, chart, table)

    def _placebos(self) -> Iterator[Section]:
        if not (told := self.leaning.get("placebo_outcomes")):
            return
        lines = [bilingual(one["reading"]) for one in told]
        table = placebo_outcomes_table(self.leaning, self.told.get("outcomes", []))
        yield Section("placebo_outcomes", _("Prøve: det, der ikke burde ændre sig"), lines, table=table)

    def _one_by_one(self) -> Iterator[Section]:
        if not (left := self.leaning.get("leave_one_out")):
            return
        actual = (self.primary.get("headline") or {}).get("estimate")
        lines = [sentences.about_leaving_out(left, actual, self.unit, self.names)]
        yield Section("leave_one_out", _("Uden ét sted ad gangen"), lines, self.charts.get("leave_one_out"))

    def _groups(self) -> Iterator[Section]:
        if not (groups := self.primary.get("subgroups")):
            return
        lines = [
            sentences.about_groups(groups, self.primary.get("level", self.design.inference.alpha)),
            *(bilingual(doubt["text"]) for one in groups for doubt in one["problems"]),
        ]
        table = subgroups_table(groups, self.unit)
        yield Section("subgroups", _("Grupper af børn"), lines, self.charts.get("subgroups"), table)

    def _dose(self) -> Iterator[Section]:
        if not (dose := self.primary.get("dose")):
            return
        lines = [bilingual(dose["said"]), sentences.about_dose(dose)]
        yield Section("dose", _("Gik det bedre, hvor der blev gjort mere?"), lines, self.charts.get("dose"))

    def _methods(self) -> Iterator[Section]:
        table = effects_table(self.told.get("estimates", []), self.told.get("outcomes", []))
        if table.rows:
            line = _("Den øverste er den, designet valgte på forhånd. De andre viser, om svaret hænger på valget.")
            carried = self.primary.get("carried")
            lines = [line, *([bilingual(carried)] if carried else [])]
            yield Section("effects", table.title, lines, table=table)

    def _trusted(self) -> Iterator[Section]:
        if "calibration" in self.charts:
            told = (self.primary.get("verdict") or {}).get("because")
            lines = [bilingual(told)] if told else []
            title = _("Hvilke metoder kan man stole på her?")
            yield Section("calibration", title, lines, self.charts["calibration"])
