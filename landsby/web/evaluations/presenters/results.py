"""What a run found, for those who read it in five seconds and for those who want all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from landsby.web.evaluations.analysing import drawn, drawn_patience
from landsby.web.evaluations.figures import bilingual
from landsby.web.evaluations.presenters.patience import PatiencePage
from landsby.web.evaluations.presenters.runs import RunPage
from landsby.web.evaluations.presenters.sections import Section, Sections
from landsby.web.evaluations.presenters.tables import Table, areas_table, children_table
from landsby.web.kit.charts import Chart


@dataclass(frozen=True)
class ResultPage(RunPage):
    """The page of a finished run."""

    @property
    def looks(self) -> list[str]:
        """What the design says of reading it now."""
        return [bilingual(look["what"]) for look in self.run.told.get("looks", []) if look["state"] == "now"]

    @property
    def carried(self) -> list[str]:
        """What the design can and cannot carry, in words."""
        told = [self.primary.get("carried"), (self.primary.get("verdict") or {}).get("because")]
        return [bilingual(each) for each in told if each]

    @property
    def others(self) -> list[tuple[str, str]]:
        """What was found of each other outcome, with a word for the stylesheet."""
        rest = [one for one in self.outcomes if one is not self.primary and one.get("reading")]
        return [(one["reading"]["code"], bilingual(one["reading"])) for one in rest]

    @cached_property
    def by_topic(self) -> Mapping[str, Chart]:
        """The pictures of the outcome that decides, by what they show."""
        if self.run.is_patience:
            return drawn_patience(self.run.told, self.run.declaration.design)
        return drawn(self.primary, self.run.told.get("balance", []), self.names.of) if self.primary else {}

    @property
    def charts(self) -> list[Chart]:
        """The pictures, the one that says most first."""
        return list(self.by_topic.values())

    @property
    def first_chart(self) -> Chart | None:
        """The course of time, or when one can know."""
        return self.by_topic.get("patience" if self.run.is_patience else "event_study")

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
        return [table for table in tables if table.rows]
