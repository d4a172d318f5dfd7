"""What a run found, for those who read it in five seconds and for those who want all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.web.evaluations.access import latest_result
from landsby.web.evaluations.analysing import drawn, drawn_patience
from landsby.web.evaluations.figures import bilingual
from landsby.web.evaluations.models import PlaceCode, Run, Sort
from landsby.web.evaluations.presenters.gist import Fact, Gist
from landsby.web.evaluations.presenters.patience import PatiencePage
from landsby.web.evaluations.presenters.runs import RunPage
from landsby.web.evaluations.presenters.sections import Section, Sections
from landsby.web.evaluations.presenters.tables import Table, areas_table, children_table
from landsby.web.kit.charts import Chart


@dataclass(frozen=True)
class ResultPage(RunPage):
    """The page of a finished run."""

    @cached_property
    def gist(self) -> Gist:
        """What a reader must know who reads no further."""
        return Gist(self.run, self.run.told, self.primary, self.names, self.ahead, self.how_much)

    @property
    def facts(self) -> list[Fact]:
        """What stands beside the sentence, under its headings."""
        if not self.run.is_patience:
            return self.gist.facts
        sooner = [line for line in (self.patience.more_places, self.patience.more_compared) if line]
        return [Fact(_("Hvad kunne gøre det hurtigere?"), sooner)] if sooner else []

    @property
    def carried(self) -> list[str]:
        """What the design can and cannot carry, in the words of those who make figures."""
        told = [self.primary.get("carried"), (self.primary.get("verdict") or {}).get("because")]
        return [bilingual(each) for each in told if each]

    @cached_property
    def by_topic(self) -> Mapping[str, Chart]:
        """The pictures of the outcome that decides, by what they show."""
        if self.run.is_patience:
            return drawn_patience(self.run.told, self.run.declaration.design)
        return (
            drawn(self.primary, self.run.told.get("balance", []), self.run.declaration.design, self.names.of)
            if self.primary
            else {}
        )

    @property
    def charts(self) -> list[Chart]:
        """The pictures, the one that says most first."""
        return list(self.by_topic.values())

    @property
    def first_chart(self) -> Chart | None:
        """The course of time, or when one can know."""
        if self.run.is_patience:
            return self.by_topic.get("patience")
        return self.by_topic.get("event_study") or self.by_topic.get("course")

    @property
    def caption(self) -> str:
        """How the first picture is read."""
        if self.run.is_patience:
            return self.patience.how
        if self.primary.get("course"):
            return _(
                "Linjerne er, hvad der blev målt, og hvordan det ville være gået, hvis udviklingen fra før starten var "
                "fortsat. Det grå er, hvad tilfældet alene plejer at gøre. Tiden regnes fra hvert områdes egen start."
            )
        return _(
            "Prikken er forskellen til de andre områder. Stregen viser, hvor sikker den er. Det grå er, hvad tilfældet "
            "alene gav, hvor intet var begyndt. Alt måles ud fra det sidste tal før starten, som derfor ingen prik har."
        )

    @cached_property
    def patience(self) -> PatiencePage:
        """When one can know, and what would make it sooner."""
        return PatiencePage(self.run.told, self.run.declaration.design, self.by_topic)

    @cached_property
    def _sections(self) -> Sections:
        return Sections(self.run.told, self.primary, self.run.declaration.design, self.names, self.by_topic)

    @property
    def sections(self) -> list[Section]:
        """What may be opened."""
        return self.patience.sections if self.run.is_patience else self._sections.all()

    @property
    def doubts(self) -> list[tuple[str, str]]:
        """What is doubtful, each with its cure."""
        return [(bilingual(one["text"]), bilingual(one["cure"])) for one in self.run.told.get("problems", [])]

    @property
    def children(self) -> Table:
        """How many children stand behind the outcome that decides."""
        return children_table(self.run.shown, self.names, is_hiding=self.run.is_hiding)

    @property
    def tables(self) -> list[Table]:
        """What stands behind the pictures, as tables: all of it, for the files."""
        tables = [section.table for section in self.sections if section.table]
        if not self.run.is_patience:
            tables += [self.children, areas_table(self._sections.areas, self.names)]
        return [table.filled for table in tables if table.rows]


def page_of(run: Run, codes: list[PlaceCode], twin: Run | None = None) -> ResultPage:
    """The page of a run, with what the latest look ahead at the same design told."""
    is_result = run.is_done and not run.is_patience
    ahead = latest_result(run.declaration, Sort.PATIENCE) if is_result else None
    return ResultPage(run, codes, twin, ahead.told if ahead else {})
