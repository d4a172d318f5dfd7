"""Agreements out of answers: what a programme asked about in words of its own before agreements were kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from landsby.web.activities.models import Activity
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.kinds import kinds_for
from landsby.web.gatherings.models import Agreement
from landsby.web.kit.audit import Author, record, record_each
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Problem, Severity, refuse_on_blockers
from landsby.web.partnerships.models import Programme

LONGEST = 300
"""Characters of an agreement; what is longer is a story, and stays an answer."""


@dataclass(frozen=True)
class Moved:
    """How many gatherings' answers became how many agreements, and how many are `left` since a line is too long."""

    gatherings: int
    agreements: int
    left: int


@transaction.atomic
def agreements_from_answers(
    *, programme: Programme, kind: str, question: str, by: Author, since: date | None = None
) -> Moved:
    """Let each line of the answers to a question be an agreement, and the answers go.

    For what a programme asked itself and asks no longer, so that what was agreed stands in one place. A line that is
    an agreement of that gathering already is not made again, so doing it twice changes nothing.

    Args:
        kind, question: the ids of the kind of gathering and of its own field.
        since: only gatherings from that day on; None is all.

    Raises:
        Blocked: while the blueprint still asks the question, or where one does not meet at that kind.
    """
    refuse_on_blockers(_doubts(programme, kind, question))
    rows = Activity.objects.of(programme).of_kinds([kind]).between(since, None).answering(question)
    moved = made = left = 0
    for activity in rows.select_for_update(of=("self",)).in_order():
        lines = _lines(str(activity.extra[question]))
        if any(len(line) > LONGEST for line in lines):
            left += 1
            continue
        made += _agree(activity, lines, by)
        activity.extra = {key: value for key, value in activity.extra.items() if key != question}
        activity.save()
        record(by=by, act=Act.CHANGED, thing=activity, programme=programme.slug, detail={"rows": len(lines)})
        moved += 1
    return Moved(moved, made, left)


def _doubts(programme: Programme, kind: str, question: str) -> list[Problem]:
    blueprint = blueprint_of(programme)
    if kind not in kinds_for(blueprint, "gathering"):
        text = _("Man mødes ikke til »%(kind)s«. Angiv en slags møde.") % {"kind": kind}
        return [Problem("no_gathering", Severity.BLOCKER, text)]
    if question in {own.id for own in blueprint.activity_kinds[kind].fields}:
        text = _("Programmet spørger stadig om »%(question)s«. Gå over til en version, der ikke gør.")
        return [Problem("still_asked", Severity.BLOCKER, text % {"question": question})]
    return []


def _lines(answer: str) -> list[str]:
    """The lines that say something, each once, without the dashes that one writes in front."""
    told = (line.strip().lstrip("-–*•").strip() for line in answer.splitlines())
    return list(dict.fromkeys(filter(None, told)))


def _agree(activity: Activity, lines: list[str], by: Author) -> int:
    """Make those that are not there already; how many."""
    known = {text.casefold() for text in activity.agreements.values_list("text", flat=True)}
    new = [line for line in lines if line.casefold() not in known]
    made = [Agreement(activity=activity, text=line, created_by_id=activity.created_by_id) for line in new]
    for agreement in made:
        agreement.clean_fields(exclude=["activity", "actor", "created_by"])
    Agreement.objects.bulk_create(made)
    things: list[tuple[Agreement, dict[str, Any]]] = [(agreement, {}) for agreement in made]
    record_each(by=by, act=Act.CREATED, things=things, programme=activity.programme.slug)
    return len(made)
