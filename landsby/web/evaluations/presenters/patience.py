"""When one can know, and what would make it sooner: more places, or more to compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.figures import beside, bilingual, in_unit, shown_unit, unit_words
from landsby.web.evaluations.presenters.sections import Section
from landsby.web.evaluations.presenters.tables import Table
from landsby.web.kit.charts import Chart
from landsby.web.kit.text import say

Told = Mapping[str, Any]
LEAST_GAIN = 0.05
"""So much smaller must an effect that can be seen become, before more places are said to help."""


@dataclass(frozen=True)
class PatiencePage:
    """A look ahead.

    Attributes:
        told: it, as `patience_data` gives it; older ones know only the design as it is.
        charts: its pictures, by what they show.
    """

    told: Told
    design: Design
    charts: Mapping[str, Chart]

    @property
    def ways(self) -> Sequence[Told]:
        """The design with other numbers of places, itself among them, the fewest areas first."""
        return sorted(self.told.get("ways", ()), key=lambda way: (way["areas"], way["compared_areas"]))

    @property
    def declared(self) -> Told | None:
        """The design as it is."""
        return next((way for way in self.ways if way["is_declared"]), None)

    @property
    def how(self) -> str:
        """How it was tried, and from when anything could be seen at all."""
        return f"{self._tried} {self._unseen}".strip()

    @property
    def _unseen(self) -> str:
        """That nothing that was tried would be seen at first; "" where it would."""
        known = self.told.get("known", ())
        seen = next((each["last"] for each in known if each["smallest"] is not None), None)
        if seen is None or not known or known[0]["last"] == seen or not known[0].get("power"):
            return ""
        said = {"period": self._called(seen), "most": self._amount(known[0]["power"][-1]["effect"])}
        return _("Før %(period)s ville end ikke %(most)s blive set så ofte, så linjen begynder der.") % said

    @property
    def _tried(self) -> str:
        if self.told.get("smallest_that_matters") is None:
            return _(
                "Det er prøvet i mange tænkte forløb, hvor stor en forskel skal være, før den ses, efterhånden som "
                "tiden går."
            )
        said = {
            "share": round(100 * self.told.get("least_power", self.design.too_early.least_power)),
            "effect": self._amount(self.told["smallest_that_matters"]),
        }
        return (
            _(
                "Det er prøvet i mange tænkte forløb, hvor stor en virkning skal være, før den bliver set %(share)s "
                "gange ud af 100, efterhånden som tiden går. Når linjen når ned i det farvede bånd, kan den mindste "
                "forskel ses, der betyder noget: %(effect)s."
            )
            % said
        )

    @property
    def more_places(self) -> str:
        """What more areas would give; "" where that was not tried."""
        here = self.declared
        more = [way for way in self._beside("compared_areas") if here and way["areas"] > here["areas"]]
        return self._sooner(more, "areas", _("Med %(count)s områder i stedet for %(now)s kan det ses fra %(year)s."))

    @property
    def more_compared(self) -> str:
        """What more areas to compare with would give; "" where that was not tried."""
        here = self.declared
        more = [way for way in self._beside("areas") if here and way["compared_areas"] > here["compared_areas"]]
        words = _("Med %(count)s områder at sammenligne med i stedet for %(now)s kan det ses fra %(year)s.")
        return self._sooner(more, "compared_areas", words)

    def _sooner(self, more: Sequence[Told], number: str, words: str) -> str:
        """What the first that is sooner than the design gives; that none is, where so."""
        here = self.declared
        if here is None or not more:
            return ""
        for way in more:
            if way["since"] and (not here["since"] or way["since"] < here["since"]):
                return words % {"count": way[number], "now": here[number], "year": self._called(way["since"])}
        return self._smaller(more[-1], number)

    def _smaller(self, most: Told, number: str) -> str:
        """What the most places give where they make nothing sooner: the effect that would be seen at last."""
        here = self.declared
        ends = [way["known"][-1]["smallest"] if way and way["known"] else None for way in (most, here)]
        if here is None or ends[0] is None or ends[1] is None:
            return ""
        if ends[0] > (1 - LEAST_GAIN) * ends[1]:
            few = _("Flere områder hjælper næsten ikke.")
            return few if number == "areas" else _("Flere at sammenligne med hjælper næsten ikke.")
        said = {"count": most[number], "now": here[number], "last": self._called(self.design.window.last)}
        said |= {"small": self._amount(ends[0]), "here": self._amount(ends[1])}
        words = _("Med %(count)s områder i stedet for %(now)s kan %(small)s ses i %(last)s. Nu er det %(here)s.")
        if number != "areas":
            words = _(
                "Med %(count)s områder at sammenligne med i stedet for %(now)s kan %(small)s ses i %(last)s. "
                "Nu er det %(here)s."
            )
        return words % said

    def _beside(self, fixed: str) -> list[Told]:
        """Those that differ from the design in one number only."""
        here = self.declared
        return [way for way in self.ways if here and way[fixed] == here[fixed]]

    @property
    def sections(self) -> list[Section]:
        """What may be opened."""
        here = self.declared
        if here is None:
            return []
        both = [
            Section("areas", _("Med færre eller flere områder"), _filled(self.more_places), self.charts.get("areas")),
            Section(
                "donors",
                _("Med færre eller flere at sammenligne med"),
                _filled(self.more_compared),
                self.charts.get("donors"),
            ),
        ]
        table = self.table
        line = _("Den mindste virkning, der bliver set, i %(unit)s. En streg betyder, at der skal mere til.")
        line %= {"unit": unit_words(shown_unit(self.design.primary.to_data()))}
        by_procedure = Section("procedure", _("Hvordan det er regnet"), [bilingual(self.told["because"]), self._noise])
        return [*(one for one in both if one.chart), Section("ways", table.title, [line], table=table), by_procedure]

    @property
    def table(self) -> Table:
        """The smallest effect that is found, by numbers of places and last year."""
        known = [each for way in self.ways for each in way["known"] if each["smallest"] is not None]
        lasts = sorted({each["last"] for each in known})
        rows, unit = [], shown_unit(self.design.primary.to_data())
        for way in self.ways:
            by_last = {each["last"]: each["smallest"] for each in way["known"]}
            smallest = beside([by_last.get(last) for last in lasts], unit, digits=2)
            since = self._called(way["since"]) if way["since"] else None
            rows.append([self._places(way), way["compared_areas"], since, *smallest])
        headings = [_("Områder"), _("At sammenligne med"), _("Kan ses fra"), *map(self._called, lasts)]
        return Table("ways", _("Hele forløbet, med færre og flere steder"), headings, rows)

    @staticmethod
    def _places(way: Told) -> str:
        if way["areas"] == way["units"]:
            return _("%(areas)s (designet)") % way if way["is_declared"] else str(way["areas"])
        words = (
            _("%(areas)s i %(units)s enheder (designet)") if way["is_declared"] else _("%(areas)s i %(units)s enheder")
        )
        return words % {"areas": way["areas"], "units": way["units"]}

    @property
    def _noise(self) -> str:
        noise, unit = self.told["noise"], shown_unit(self.design.primary.to_data())
        said = {"area": in_unit(noise["area"], unit), "cluster": in_unit(noise["cluster"], unit)}
        return (
            _(
                "Tallene svinger af sig selv: typisk %(area)s i et område og %(cluster)s i områder, der deler gode og "
                "dårlige år. Det er lært af tiden før starten."
            )
            % said
        )

    def _called(self, period: int) -> str:
        return say(self.design.periods.called(period))

    def _amount(self, value: float) -> str:
        return in_unit(value, shown_unit(self.design.primary.to_data()))


def _filled(line: str) -> list[str]:
    return [line] if line else []
