"""What the worker does for the room."""

from __future__ import annotations

from django_tasks import task

from landsby.web.evaluations.access import run_by_key
from landsby.web.evaluations.carrying_out import carry_out_run


@task()
def carry_out(run_key: int) -> None:
    """Carry out a run that somebody asked for; one that was stopped meanwhile is left alone."""
    run = run_by_key(run_key)
    if run is not None:
        carry_out_run(run)
