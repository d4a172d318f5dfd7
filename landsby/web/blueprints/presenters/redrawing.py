"""A change of a theory of change that is under way, in the reader's words."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from landsby.blueprint.theory.chart import chart_from
from landsby.blueprint.theory.comparing import compared, parts_of
from landsby.web.blueprints.access import Redrawing
from landsby.web.blueprints.models import blueprint_of
from landsby.web.blueprints.presenters.changes import told_change
from landsby.web.blueprints.presenters.theory_drawing import Marks, drawing_of
from landsby.web.blueprints.theory_words import stage_name
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing


def redrawing_page(redrawing: Redrawing, standing: Standing) -> dict[str, Any]:
    """What the page of a change needs: the drawing with what differs, the same in words, and another's changes."""
    programme, wanted = redrawing.programme, redrawing.wanted
    blueprint = blueprint_of(programme)
    found = compared(redrawing.today, wanted, blueprint)
    urls = {id_: reverse("blueprints:theory_box", args=[programme.slug, wanted.id, id_]) for id_ in wanted.nodes}
    draft = redrawing.draft
    theirs = compared(chart_from(draft.base), redrawing.today, blueprint) if draft and redrawing.is_behind else None
    parts = parts_of(found.union)
    both = [(folder, id_) for folder, id_ in draft.both_changed] if draft else []
    return {
        "programme": programme,
        "standing": standing,
        "chart": wanted,
        "redrawing": redrawing,
        "stages": [(stage_name(stage), nodes) for stage, nodes in wanted.by_stage.items()],
        "drawing": drawing_of(found.union, Marks(urls=urls, boxes=found.boxes, links=found.links)),
        "changes": [(change.sort, told_change(change)) for change in found.changes],
        "theirs": [(change.sort, told_change(change)) for change in theirs.changes] if theirs else [],
        "both_changed": [say(parts[key].title) for key in both if key in parts],
    }
