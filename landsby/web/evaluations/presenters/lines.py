"""What has been declared, one line for each design."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from landsby.web.evaluations.access import latest_results
from landsby.web.evaluations.models import Declaration
from landsby.web.evaluations.presenters.runs import Told


@dataclass(frozen=True)
class DesignLine:
    """A declared design and the latest that it told, where it has told anything."""

    declaration: Declaration
    told: Told | None


def lines_of(declarations: Iterable[Declaration]) -> list[DesignLine]:
    """The designs in the order given."""
    listed = list(declarations)
    latest = latest_results(listed)
    return [DesignLine(one, Told(latest[one.pk]) if one.pk in latest else None) for one in listed]
