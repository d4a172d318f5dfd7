"""`landsby demo build`: from a seed to the whole invented programme in the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from landsby.demo.ground import take_turns, write_ground
from landsby.demo.planning import Size, plan_demo
from landsby.demo.records import write_records
from landsby.demo.removing import remove_demo
from landsby.web.partnerships.models import Programme


class RealProgrammesThere(Exception):
    """The database holds a programme that is not invented; the demo must not stand beside it."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(
            "Databasen rummer programmer, der ikke er opdigtede: "
            f"{', '.join(names)}. Demoen må ikke stå ved siden af dem. "
            "Giv en anden database i DATABASE_URL, fx sqlite:///demo.sqlite3."
        )


@dataclass(frozen=True)
class Built:
    """What was written."""

    programme: Programme
    activities: int
    actors: int


def demo_exists() -> bool:
    """Whether an invented programme is there."""
    return Programme.objects.filter(is_invented=True).exists()


def build_demo(*, seed: int, size: Size, tell: Callable[[str], None]) -> Built:
    """Write the demo anew, in one transaction: it is there whole, or as it was before.

    Args:
        tell: is given a line for each step.

    Raises:
        RealProgrammesThere: when a programme in the database is not invented.
    """
    real = list(Programme.objects.filter(is_invented=False).values_list("name", flat=True))
    if real:
        raise RealProgrammesThere(real)
    plan = plan_demo(seed, size)
    with transaction.atomic():
        if demo_exists():
            tell("Den forrige demo fjernes")
            remove_demo()
        tell("Program, steder, aktører og personer")
        ground = write_ground(plan)
        tell("Fem års aktiviteter")
        activities = write_records(ground, plan, tell)
        take_turns(ground, plan.turns)
    return Built(programme=ground.programme, activities=activities, actors=len(ground.actors))
