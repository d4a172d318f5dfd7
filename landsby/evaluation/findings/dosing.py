"""Whether areas that had more of the programme fared better: an observation, never a proof."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.blueprint.text import Text
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.imputation import imputation
from landsby.evaluation.problems import refuse


@dataclass(frozen=True)
class AreaEffect:
    """One treated area: its dose, its own effect (by imputation) and the rows that it stands on."""

    area: str
    dose: float
    effect: float
    n: int


@dataclass(frozen=True)
class Dose:
    """How effects go with doses over the treated areas.

    Attributes:
        slope: of the effect by dose, weighted by rows.
        correlation: weighted likewise.
        areas: each of them.
        said: what it is and is not.
    """

    slope: float
    correlation: float
    areas: tuple[AreaEffect, ...]
    said: Text


def dose_of(cells: Cells, schedule: Schedule, design: Design) -> Dose | None:
    """The observation, or None where the design names no doses.

    Raises:
        Refused: `few_doses` with fewer than three areas or only one dose; as `imputation`.
    """
    doses = {each.area: each.dose for each in design.treated if each.dose is not None}
    if not doses:
        return None
    found = imputation(cells.only(cells.outcome), schedule)
    on = np.isfinite(found.tau)
    areas = []
    for place, area in enumerate(schedule.area.tolist()):
        if area in doses and on[place].any():
            n = found.n[place, on[place]]
            effect = float(np.sum(n * found.tau[place, on[place]]) / n.sum())
            areas.append(AreaEffect(area, float(doses[area]), effect, int(n.sum())))
    if len(areas) < 3 or len({each.dose for each in areas}) < 2:
        refuse("few_doses", count=len(areas))
    x, y, w = (np.array([getattr(each, name) for each in areas], dtype=np.float64) for name in ("dose", "effect", "n"))
    x, y = x - np.sum(w * x) / w.sum(), y - np.sum(w * y) / w.sum()
    spread = float(np.sqrt(np.sum(w * x * x) * np.sum(w * y * y)))
    shared = float(np.sum(w * x * y))
    return Dose(shared / float(np.sum(w * x * x)), shared / spread if spread else 0.0, tuple(areas), OBSERVED)


OBSERVED = Text(
    da="Områderne har selv haft indflydelse på, hvor meget de gjorde. Sammenhængen er en iagttagelse, ikke et bevis.",
    en="The areas themselves had a say in how much they did. The relation is an observation, not a proof.",
)
