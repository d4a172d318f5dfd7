"""A theory of change with what is registered under each of its boxes, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import TheoryNode
from landsby.blueprint.theory.chart import Chart
from landsby.web.activities.status import Status
from landsby.web.blueprints.access import evidence_in
from landsby.web.blueprints.models import TheoryEvidence, blueprint_of
from landsby.web.blueprints.presenters.theory_arrows import numbers_of
from landsby.web.blueprints.presenters.theory_drawing import (
    Drawing,
    Marks,
    drawing_of,
)
from landsby.web.blueprints.theory_words import stage_name, years_of_horizon
from landsby.web.indicators.lines import Lines
from landsby.web.indicators.measured import measured_by
from landsby.web.initiatives.access import initiatives_seen_by
from landsby.web.kit.counts import Count
from landsby.web.kit.text import in_digits, say
from landsby.web.overviews.choice import Choice
from landsby.web.overviews.presenters.boxes import CountedLine, LiveAssumption, LiveBox, Named, Onward, anchor_of
from landsby.web.overviews.presenters.measured import indicators_of, note_of
from landsby.web.overviews.sight import Sight
from landsby.web.overviews.under_boxes import Registered, has_means_to_count, kinds_of, registered_in
from landsby.web.partnerships.access import Standing, communities_within
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class LiveTheory:
    """A theory of change with what is registered.

    Attributes:
        communities: how many communities the reader sees; 0 where the programme has none.
        measured: what is told of the indicators that its boxes name, by id.
    """

    programme: Programme
    blueprint: Blueprint
    chart: Chart
    registered: Registered
    communities: int = 0
    evidence: Mapping[str, Sequence[TheoryEvidence]] = field(default_factory=dict)
    measured: Mapping[str, Lines] = field(default_factory=dict)

    @cached_property
    def stages(self) -> list[tuple[str, list[LiveBox]]]:
        """The boxes stage by stage."""
        return [
            (stage_name(stage), [self._box(node) for node in nodes]) for stage, nodes in self.chart.by_stage.items()
        ]

    @property
    def drawing(self) -> Drawing:
        """The drawing, each box with its number and leading to its place on the page."""
        urls = {id_: f"#{anchor_of(id_)}" for id_ in self.chart.nodes}
        return drawing_of(self.chart, Marks(urls=urls, notes=self._notes))

    @property
    def assumptions(self) -> list[LiveAssumption]:
        """What the theory rests on, by number."""
        numbers, titles = numbers_of(self.chart), self._titles
        return [
            LiveAssumption(
                numbers[id_],
                assumption,
                [(titles[link.source], titles[link.target]) for link in self.chart.links if id_ in link.assumptions],
                self.evidence.get(id_, ()),
            )
            for id_, assumption in self.chart.assumptions.items()
        ]

    @property
    def empty_boxes(self) -> list[LiveBox]:
        """The boxes under which something could be registered, and nothing is."""
        return [box for _stage, boxes in self.stages for box in boxes if box.missing]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {id_: say(node.title) for id_, node in self.chart.nodes.items()}

    @property
    def _notes(self) -> dict[str, str]:
        """The one line that stands in each box of the drawing."""
        return {id_: told for id_, node in self.chart.nodes.items() if (told := self._note(node))}

    def _note(self, node: TheoryNode) -> str:
        if node.activity_kinds:
            count = self.registered.held_of(node)
            told = ngettext("%(count)s aktivitet", "%(count)s aktiviteter", count) % {"count": in_digits(count)}
            return told if count else _("Intet registreret endnu")
        return note_of(node, self.measured)

    def _box(self, node: TheoryNode) -> LiveBox:
        counts = list(self._counts(node))
        lane = self.chart.lanes.get(node.lane or "")
        return LiveBox(
            node=node,
            lane=say(lane.title) if lane else "",
            years=years_of_horizon(node),
            counts=counts,
            reach=self._reach(node),
            offers=self._named("offers", node.offers),
            indicators=indicators_of(node, self.programme.slug, self.measured),
            leads_to=self._onward(node),
            missing=self._missing(node, counts),
        )

    def _counts(self, node: TheoryNode) -> Iterable[CountedLine]:
        """The numbers under a box; each opens the list that it counts."""
        held, registered = ("status", Status.HELD.value), self.registered
        kinds = [("kind", kind) for kind in node.activity_kinds]
        if kinds:
            yield CountedLine(_("aktiviteter afholdt"), Count(registered.held_of(node), self._list([*kinds, held])))
            planned = [*kinds, ("status", Status.PLANNED.value)]
            yield CountedLine(_("planlagt"), Count(registered.planned_of(node), self._list(planned)))
        for name, keys, found, known in (
            ("track", node.tracks, registered.by_track, self.blueprint.tracks),
            ("goal", node.goals, registered.by_goal, self.blueprint.goals),
        ):
            for key in keys:
                label = _("aktiviteter under »%(title)s«") % {"title": say(known[key].title)}
                yield CountedLine(label, Count(found.get(key, 0), self._list([(name, key), held])))

        if count := registered.initiatives.get(node.id, 0):
            url = f"{reverse('initiatives:list', args=[self.programme.slug])}?{urlencode({'theory_node': node.id})}"
            yield CountedLine(ngettext("indsats", "indsatser", count), Count(count, url))

    def _list(self, query: list[tuple[str, str]]) -> str:
        return f"{reverse('activities:list', args=[self.programme.slug])}?{urlencode(query)}"

    def _reach(self, node: TheoryNode) -> str:
        """In how many of the communities it happens, where the programme has any."""
        if not (self.communities and self.registered.held_of(node)):
            return ""
        told = {"count": self.registered.communities_of(node), "all": self.communities}
        return _("I %(count)s af %(all)s lokalområder.") % told

    def _named(self, folder: str, keys: Iterable[str]) -> list[Named]:
        known = getattr(self.blueprint, folder)
        slug = self.programme.slug
        return [
            Named(say(known[key].title), reverse("blueprints:definition", args=[slug, folder, key]))
            for key in keys
            if key in known
        ]

    def _onward(self, node: TheoryNode) -> list[Onward]:
        numbers = numbers_of(self.chart)
        known = self.chart.assumptions
        return [
            Onward(
                self._titles[link.target],
                anchor_of(link.target),
                [(numbers[each], say(known[each].title)) for each in link.assumptions],
            )
            for link in self.chart.links
            if link.source == node.id
        ]

    def _missing(self, node: TheoryNode, counts: Sequence[CountedLine]) -> list[str]:
        """What is not there yet."""
        told = []
        if has_means_to_count(node) and not any(line.count.value for line in counts):
            told.append(_("Intet registreret endnu."))
        if node.stage in ("output", "outcome") and not node.indicators:
            told.append(_("Ingen indikator er valgt."))
        if node.stage == "activity" and not (has_means_to_count(node) or node.offers):
            told.append(_("Ingen slags aktiviteter er knyttet til kassen."))
        return told


def live_theory(standing: Standing, chart: Chart) -> LiveTheory:
    """A theory of change with what is registered, as far as the reader may see."""
    programme = standing.programme
    sight = Sight(standing, Choice(programme), timezone.localdate())
    kinds = kinds_of(chart.nodes.values())
    registered = registered_in(sight.counts, sight.everything.planned(), initiatives_seen_by(standing), kinds)
    communities = len(communities_within(standing))
    blueprint = blueprint_of(programme)
    wanted = dict.fromkeys(key for node in chart.nodes.values() for key in node.indicators)
    measured = measured_by(standing, [blueprint.indicators[key] for key in wanted if key in blueprint.indicators])
    return LiveTheory(programme, blueprint, chart, registered, communities, evidence_in(programme), measured)
