"""What the worker does with a run: step by step, not in one transaction, so that it can be followed and stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from landsby.evaluation.disclosure.tables import protected
from landsby.evaluation.problems import Refused
from landsby.web.evaluations.access import shown_before, was_seen_before
from landsby.web.evaluations.actions import seal_result
from landsby.web.evaluations.analysing import as_data, carry_out, patience_of
from landsby.web.evaluations.kept_tables import as_kept, as_told
from landsby.web.evaluations.models import Run, State
from landsby.web.kit.small_cells import FEWEST
from landsby.web.kit.tasks import TheSystem

COMPARISON = "comparison:"
"""What the line of the other areas is called, before the seal of the design: another design has others."""
BEFORE = "yes, as far as Landsby knows"
"""What the manifest says where nothing from after the start was in the programme when the design was declared."""
FILES_GONE = "files_gone"
"""The code of a refusal whose words the page has: the cells were let go before the run began."""


class Stopped(Exception):
    """Somebody stopped the run."""


class FilesGone(Exception):
    """Not all of the chosen cells are there any more."""


def carry_out_run(run: Run) -> None:
    """Carry a run out, if it still waits; whatever comes of it is noted on it."""
    if not run.begin():
        return
    try:
        told, children = _computed(run)
    except Stopped:
        run.end(state=State.CANCELLED)
    except FilesGone:
        run.end(state=State.REFUSED, refusals=[{"code": FILES_GONE}])
    except Refused as refusal:
        run.end(state=State.REFUSED, refusals=as_data(refusal.problems))
    except Exception:
        run.end(state=State.REFUSED, refusals=[])
        raise
    else:
        shown = {"children": _may_be_shown(run, children)} if children else {}
        seal_result(run=run, told=told, shown=shown, by=run.asked_by or TheSystem())


def _may_be_shown(run: Run, children: Mapping[str, Mapping[int, int]]) -> dict[str, Any]:
    """How many children are behind the outcome that decides: treated areas one by one, the others together.

    Small counts are hidden, and what they could be worked out from by whoever has the earlier results too.
    """
    treated = set(run.declaration.design.starts)
    others = f"{COMPARISON}{run.declaration.content_hash[:12]}"
    counts: Counter[tuple[str, str]] = Counter()
    for area, by_period in children.items():
        for period, n in by_period.items():
            counts[area if area in treated else others, str(period)] += n
    earlier = [as_told(shown["children"]) for shown in shown_before(run) if shown.get("children")]
    shown = protected(dict(sorted(counts.items())), FEWEST, earlier)
    return as_kept(shown)


def _computed(run: Run) -> tuple[dict[str, Any], Mapping[str, Mapping[int, int]]]:
    """The result as data, and how many children there are by area and period."""
    design = run.declaration.design
    kept = list(run.files.there().order_by("pk"))
    if len(kept) < run.files.count():
        raise FilesGone
    files = [(file.name, file.cells.content) for file in kept]

    def tell(step: str) -> None:
        """Note how far it is; stop where somebody asked for it."""
        if not run.goes_on_with(step):
            raise Stopped

    if run.is_patience:
        return patience_of(design, files, tell), {}
    carried = carry_out(design, files, tell)
    carried.data["manifest"]["declared_before_data"] = "no" if was_seen_before(run.declaration) else BEFORE
    return carried.data, carried.children
