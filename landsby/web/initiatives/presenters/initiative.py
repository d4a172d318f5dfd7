"""One initiative in the reader's words: its way, what it belongs to, how far it has spread, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.initiatives.beside import Beside
from landsby.web.initiatives.labels import LABELS
from landsby.web.initiatives.models import LINKED, Coverage, Initiative, MunicipalDecision, StageChange, Trial
from landsby.web.initiatives.rules import Readiness
from landsby.web.initiatives.stages import PATH, Newness, Stage
from landsby.web.kit.text import say

BADGES = {
    Stage.IDEA: "badge-info",
    Stage.TRIAL: "badge-info",
    Stage.ADAPTING: "badge-info",
    Stage.SPREADING: "badge-info",
    Stage.OPERATION: "badge-success",
    Stage.POSTPONED: "badge-warning",
    Stage.STOPPED: "badge-error",
}


@dataclass(frozen=True)
class Step:
    """One stage of the way, as it is drawn."""

    title: str
    is_here: bool
    is_passed: bool
    on: date | None


@dataclass(frozen=True)
class Lack:
    """Something that is not told yet, and where one tells it; "" where the reader cannot."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class InitiativePage:
    """One initiative, with everything that its page says."""

    initiative: Initiative
    blueprint: Blueprint
    today: date
    changes: Sequence[StageChange]
    coverages: Sequence[Coverage]
    meant: int
    trials: Sequence[Trial]
    decisions: Sequence[MunicipalDecision]
    readiness: Readiness
    beside: Sequence[Beside]
    may_manage: bool

    @property
    def badge(self) -> str:
        """The badge class of its stage."""
        return BADGES[Stage(self.initiative.stage)]

    @cached_property
    def way(self) -> list[Step]:
        """The stages from idea to operation: which it has stood at, when it came there, and where it is."""
        came = {change.to_stage: change.on for change in self.changes}
        here = PATH.index(Stage(self.initiative.stage)) if not self.initiative.is_aside else -1
        furthest = max((PATH.index(Stage(s)) for s in came if s in PATH), default=0) if here < 0 else here
        return [
            Step(str(stage.label), place == here, place < furthest or (here < 0 and place == furthest), came.get(stage))
            for place, stage in enumerate(PATH)
        ]

    @property
    def why_aside(self) -> StageChange | None:
        """The change by which it was postponed or stopped, if it is."""
        return self.changes[-1] if self.initiative.is_aside and self.changes else None

    @property
    def newness(self) -> str:
        """What it is beside what was done before; "" when it is not told."""
        return str(Newness(self.initiative.newness).label) if self.initiative.newness else ""

    @property
    def depth(self) -> str:
        """The depth at which it works."""
        return self._title("depths", self.initiative.depth) if self.initiative.depth else ""

    @cached_property
    def belongs_to(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What it belongs to, by label: each by title and the address of its page in the programme."""
        told = [(str(LABELS[folder]), folder, self.initiative.linked(folder)) for folder in LINKED]
        return [
            (label if folder != "checklists" else _("Tjeklister"), [self._link(folder, key) for key in keys])
            for label, folder, keys in told
            if keys
        ]

    def _link(self, folder: str, key: str) -> tuple[str, str]:
        is_there = key in getattr(self.blueprint, folder)
        args = [self.initiative.programme.slug, folder, key]
        return self._title(folder, key), reverse("blueprints:definition", args=args) if is_there else ""

    def _title(self, folder: str, key: str) -> str:
        definition = getattr(self.blueprint, folder).get(key)
        return say(definition.title) if definition else key

    @property
    def now(self) -> int:
        """How many actors do it today."""
        return sum(1 for each in self.coverages if _holds(each, self.today))

    @cached_property
    def spread(self) -> list[tuple[date, int]]:
        """How many did it after each day on which somebody began or stopped, the first on top."""
        days = {each.started_on for each in self.coverages} | {
            each.ended_on for each in self.coverages if each.ended_on
        }
        return [(day, sum(1 for each in self.coverages if _holds(each, day))) for day in sorted(days)]

    @property
    def groups(self) -> tuple[int, int] | None:
        """How many groups are reached of how many, where somebody counts them."""
        counted = [each for each in self.coverages if each.groups_total and _holds(each, self.today)]
        if not counted:
            return None
        return sum(each.groups_reached or 0 for each in counted), sum(each.groups_total or 0 for each in counted)

    @property
    def verdicts(self) -> list[MunicipalDecision]:
        """The latest decision of each municipality."""
        latest: dict[int, MunicipalDecision] = {}
        for decision in self.decisions:
            latest.setdefault(decision.municipality_id, decision)
        return sorted(latest.values(), key=lambda decision: decision.municipality.name)

    @cached_property
    def lacks(self) -> list[Lack]:
        """What is not told of it yet."""
        return list(self._lacks())

    def _lacks(self) -> Iterator[Lack]:
        pk = self.initiative.pk
        edit = reverse("initiatives:edit", args=[pk]) if self.may_manage else ""
        if not self.initiative.owner_told:
            yield Lack(_("Ingen har ansvaret endnu."), edit)
        if not self.initiative.newness:
            yield Lack(_("Det er ikke fortalt, om den er ny, ændret eller kendt."), edit)
        if not self.initiative.effort or not self.initiative.depth:
            yield Lack(_("Det er ikke fortalt, hvor meget den kræver, og hvor dybt den virker."), edit)
        if not self.initiative.linked("theory_nodes"):
            yield Lack(_("Den hører ikke til nogen kasse i forandringsteorien."), edit)
        if not self.trials and self.initiative.newness != Newness.ALREADY_DID:
            yield Lack(_("Der er ingen prøvehandling endnu."))
        for beside in self.beside:
            if not beside.count:
                yield Lack(str(beside.nothing), beside.add_url)
        if self.readiness.points_missing and self.initiative.stage != Stage.OPERATION:
            ready = reverse("initiatives:checklist", args=[pk])
            yield Lack(_("Der mangler punkter i »klar til drift«."), ready)


def _holds(coverage: Coverage, day: date) -> bool:
    return coverage.started_on <= day and (coverage.ended_on is None or coverage.ended_on > day)
