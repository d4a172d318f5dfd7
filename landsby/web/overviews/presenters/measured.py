"""The indicators that show a box of a theory of change, with their latest figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.blueprint.kinds import TheoryNode
from landsby.web.indicators.lines import Lines
from landsby.web.indicators.presenters import Latest, latest_of
from landsby.web.kit.text import say


@dataclass(frozen=True)
class Shown:
    """An indicator that shows a box, with its latest figure."""

    title: str
    url: str
    latest: Latest


def indicators_of(node: TheoryNode, slug: str, measured: Mapping[str, Lines]) -> list[Shown]:
    """The indicators of a box."""
    told = [measured[key] for key in node.indicators if key in measured]
    return [
        Shown(
            say(lines.indicator.title),
            reverse("indicators:detail", args=[slug, lines.indicator.id])
            + ("" if lines.first == lines.main else f"?place={lines.main}"),
            latest_of(lines),
        )
        for lines in told
    ]


def note_of(node: TheoryNode, measured: Mapping[str, Lines]) -> str:
    """What stands in the box of the drawing: the figure of the only indicator, or how many are measured."""
    told = [latest_of(measured[key]) for key in node.indicators if key in measured]
    known = [latest for latest in told if latest.value]
    if len(told) == len(known) == 1:
        # A figure never stands without how sure it is.
        return f"{known[0].value} ({known[0].interval})"
    return _("%(known)s af %(all)s indikatorer målt") % {"known": len(known), "all": len(told)} if told else ""
