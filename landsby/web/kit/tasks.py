"""What the worker does for the kit."""

from __future__ import annotations

from dataclasses import dataclass

from django_tasks import task

from landsby.web.kit.actions import keep_data_policy


@dataclass(frozen=True)
class TheSystem:
    """The author of what nobody asked for by hand."""

    pk: None = None

    def __str__(self) -> str:
        return "Landsby"


@task()
def keep_policy() -> dict[str, int]:
    """Let go of what the data policy no longer lets us keep; how many rows, by rule."""
    return keep_data_policy(by=TheSystem())
