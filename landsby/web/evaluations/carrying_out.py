"""What the worker does with a run: step by step, not in one transaction, so that it can be followed and stopped."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from landsby.evaluation.problems import Refused
from landsby.web.evaluations.access import was_seen_before
from landsby.web.evaluations.analysing import as_data, carry_out, patience_of
from landsby.web.evaluations.models import Run, State

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
        told = _computed(run)
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
        result = json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
        seal = hashlib.sha256(result.encode()).hexdigest()
        seen = was_seen_before(run.declaration)
        run.end(state=State.DONE, result=result, result_hash=seal, was_seen_before=seen)


def _computed(run: Run) -> dict[str, Any]:
    """The result as data."""
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
        return patience_of(design, files, tell)
    carried = carry_out(design, files, tell)
    carried.data["manifest"]["declared_before_data"] = "no" if was_seen_before(run.declaration) else "yes"
    return carried.data
