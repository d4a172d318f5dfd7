"""Who may read a theory of change and its versions, redraw it, and write what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsby.blueprint.kinds import Assumption, TheoryNode
from landsby.blueprint.renaming import renamed_data
from landsby.blueprint.theory.chart import PARTS, Chart, chart_from
from landsby.web.blueprints.access.definitions import versions_for
from landsby.web.blueprints.models import (
    TheoryDraft,
    TheoryEvidence,
    TheoryVersion,
    TheoryVersionQuerySet,
    blueprint_of,
    chart_today,
    renames_of_steps,
    steps_of,
)
from landsby.web.kit.numbers import keys_in
from landsby.web.partnerships.access import Standing, Visitor, programme_for
from landsby.web.partnerships.models import Programme, Right

TODAY = "today"
"""Stands in addresses for the theory as it holds, where a version is asked for."""


@dataclass(frozen=True)
class Redrawing:
    """A theory of change as it stands, and as somebody wants it.

    Attributes:
        draft: what they have begun; None before the first change.
    """

    programme: Programme
    today: Chart
    draft: TheoryDraft | None

    @property
    def wanted(self) -> Chart:
        """As they want it; as it stands where they have changed nothing."""
        return chart_from(self.draft.content) if self.draft else self.today

    @property
    def is_behind(self) -> bool:
        """Whether another has saved a version since they began."""
        return self.draft is not None and chart_from(self.draft.base).content_hash != self.today.content_hash


def theory_for(user: Visitor, slug: str, theory_id: str) -> tuple[Programme, Chart, Standing]:
    """A theory of change that is in use, for every member.

    Raises:
        Http404: to a stranger, and where there is none.
    """
    programme, standing = programme_for(user, slug)
    chart = chart_today(programme, theory_id)
    if chart is None:
        raise Http404
    return programme, chart, standing


def redrawing_for(user: Visitor, slug: str, theory_id: str) -> tuple[Redrawing, Standing]:
    """A theory of change that the user may redraw: the right must hold everywhere, for it is everybody's.

    Raises:
        Http404: to a stranger, and where there is none.
        PermissionDenied: as `versions_for`.
    """
    programme, standing = versions_for(user, slug)
    chart = chart_today(programme, theory_id)
    if chart is None:
        raise Http404
    draft = TheoryDraft.objects.of_owner(programme, theory_id, standing.user).first()
    return Redrawing(programme, chart, draft), standing


def box_for(user: Visitor, slug: str, theory_id: str, node_id: str) -> tuple[Redrawing, TheoryNode, Standing]:
    """A box of it that the user may redraw.

    Raises:
        Http404, PermissionDenied: as `redrawing_for`; the former also where there is no such box.
    """
    redrawing, standing = redrawing_for(user, slug, theory_id)
    node = redrawing.wanted.nodes.get(node_id)
    if node is None:
        raise Http404
    return redrawing, node, standing


def assumption_for(user: Visitor, slug: str, assumption_id: str) -> tuple[Programme, Assumption, Standing]:
    """An assumption for and against which the user may write what they have seen.

    Raises:
        Http404: to a stranger, and where there is none.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.ADAPT_BLUEPRINT)
    found = blueprint_of(programme).assumptions.get(assumption_id)
    if found is None:
        raise Http404
    return programme, found, standing


def evidence_for(user: Visitor, slug: str, pk: int) -> tuple[TheoryEvidence, Standing]:
    """Evidence that the user may take away: their own, or anybody's where they lead the whole programme.

    Raises:
        Http404: to a stranger, and where there is none.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.ADAPT_BLUEPRINT)
    found = TheoryEvidence.objects.of(programme).filter(pk=pk).first()
    if found is None:
        raise Http404
    if found.author != standing.user and not standing.reach(Right.ADAPT_BLUEPRINT).everywhere:
        raise PermissionDenied
    return found, standing


def evidence_in(programme: Programme) -> dict[str, list[TheoryEvidence]]:
    """What speaks for and against each assumption, by its id."""
    return TheoryEvidence.objects.of(programme).by_assumption()


def theory_versions_of(programme: Programme, theory: str) -> TheoryVersionQuerySet:
    """The versions of a theory, the latest first, without their contents."""
    return TheoryVersion.objects.of(programme, theory).defer("content")


def version_charts(programme: Programme, today: Chart, asked: list[str]) -> list[Chart]:
    """Versions by their keys, under the names of today; `TODAY` is the theory as it holds.

    Raises:
        Http404: where one is no version of it.
    """
    keys = set(keys_in(asked))
    rows = {str(row.pk): row for row in TheoryVersion.objects.of(programme, today.id).filter(pk__in=keys)}
    steps = steps_of(programme)
    found = []
    for key in asked:
        if key == TODAY:
            found.append(today)
        elif key in rows:
            row = rows[key]
            renames = renames_of_steps(step for step in steps if step.at > row.at)
            content = {of: [renamed_data(of, each, renames) for each in row.content[of]] for of in PARTS}
            found.append(chart_from(content))
        else:
            raise Http404
    return found
