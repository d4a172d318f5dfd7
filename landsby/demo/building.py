"""`landsby demo build`: from a seed to the whole invented programme in the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from landsby.blueprint import Text
from landsby.demo import vocabulary as words
from landsby.demo.chosen import write_choices
from landsby.demo.evaluation import write_evaluation
from landsby.demo.figures import write_figures
from landsby.demo.gatherings import write_gatherings
from landsby.demo.ground import SLUG, Ground, add_operator, take_turns, write_ground
from landsby.demo.initiatives import Setting, write_portfolio
from landsby.demo.intentions import planned_portfolio
from landsby.demo.island import SLUG as ISLAND_SLUG
from landsby.demo.island import write_island
from landsby.demo.photos import write_photos
from landsby.demo.planning import Size, plan_demo
from landsby.demo.plans import write_plans
from landsby.demo.records import write_records
from landsby.demo.removing import remove_demo
from landsby.demo.seasons import write_seasons
from landsby.demo.thread import tie_together
from landsby.demo.village import SLUG as VILLAGE_SLUG
from landsby.demo.village import write_village
from landsby.demo.year import write_year
from landsby.web.activities.models.tallies.settling import settle_everything
from landsby.web.partnerships.models import Programme

_REFUSAL = Text(
    da=(
        "Databasen rummer programmer, der ikke er opdigtede: {names}. Demoen må ikke stå ved siden af dem. "
        "Giv en anden database i DATABASE_URL, fx sqlite:///demo.sqlite3."
    ),
    en=(
        "The database holds programmes that are not invented: {names}. The demo must not stand beside them. "
        "Give another database in DATABASE_URL, such as sqlite:///demo.sqlite3."
    ),
)
_REMOVING = Text(da="Den forrige demo fjernes", en="Removing the former demo")
_REMOVING_STARTED = Text(
    da="Det, der er startet i demoen, fjernes med den: {names}",
    en="What was started in the demo is removed with it: {names}",
)
_GROUND = Text(da="Program, steder, aktører og personer", en="Programme, places, actors and people")
_GATHERINGS = Text(da="Dagsordener, fremmøde og aftaler", en="Agendas, attendance and agreements")
_PLANS = Text(da="Planer, principper og opfølgning", en="Plans, principles and reviews")
_VILLAGE = Text(da="Et program, der lige er begyndt", en="A programme that has just begun")
_PORTFOLIO = Text(da="Indsatser, og hvad der blev af dem", en="Initiatives, and what became of them")
_EVALUATION = Text(da="Et erklæret design, og hvornår vi kan vide det", en="A declared design, and when we can know")
_ISLAND = Text(da="Et program på en ø", en="A programme on an island")
_FIGURES = Text(da="Tal, der viser, om børn får det bedre", en="Figures of whether the children fare better")
_RECORDS = Text(da="Fem års aktiviteter", en="Five years of activities")

PORTFOLIO_SINCE = date(2020, 8, 10)
"""When the initiatives were first written down, as ideas."""


class RealProgrammesThere(Exception):
    """The database holds a programme that is not invented; the demo must not stand beside it."""

    def __init__(self, names: list[str]) -> None:
        self.text = _REFUSAL.filled(names=", ".join(names))
        super().__init__(str(self.text))


@dataclass(frozen=True)
class Built:
    """What was written."""

    programme: Programme
    activities: int
    actors: int


def demo_exists() -> bool:
    """Whether an invented programme is there."""
    return Programme.objects.filter(is_invented=True).exists()


def build_demo(*, seed: int, size: Size, tell: Callable[[Text], None]) -> Built:
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
        _remove_former(tell)
        tell(_GROUND)
        add_operator()
        ground = write_ground(plan)
        tell(_RECORDS)
        activities = write_records(ground, plan, tell)
        tell(_GATHERINGS)
        write_gatherings(ground, seed)
        write_seasons(ground, plan)
        write_photos(ground, seed)
        tell(_PLANS)
        write_plans(ground, seed, size)
        write_year(ground, seed)
        _write_initiatives(ground, seed, tell)
        take_turns(ground, plan.turns)
        _write_the_rest(ground, seed, size, tell)
        for _done, _of in settle_everything():
            pass  # so that the first who looks need not wait for it
    return Built(programme=ground.programme, activities=activities, actors=len(ground.actors))


def _remove_former(tell: Callable[[Text], None]) -> None:
    """Take an earlier demo away, and say what else goes with it."""
    if not demo_exists():
        return
    tell(_REMOVING)
    started = Programme.objects.invented().exclude(slug__in=[SLUG, VILLAGE_SLUG, ISLAND_SLUG])
    if names := list(started.values_list("name", flat=True)):
        tell(_REMOVING_STARTED.filled(names=", ".join(names)))
    remove_demo()


def _write_the_rest(ground: Ground, seed: int, size: Size, tell: Callable[[Text], None]) -> None:
    """A declared design and its runs, which the small demo goes without, and the programmes beside the first."""
    if size is Size.NORMAL:
        tell(_EVALUATION)
        write_evaluation(ground.programme, list(ground.communities.values()), ground.secretariat, seed)
    _write_others(tell)


def _write_initiatives(ground: Ground, seed: int, tell: Callable[[Text], None]) -> None:
    """How the communities were chosen, what became of the first programme's initiatives, and the figures since."""
    write_choices(ground)
    tell(_PORTFOLIO)
    setting = Setting(
        programme=ground.programme,
        blueprint=ground.blueprint,
        municipalities=ground.municipalities,
        actors=ground.actors,
        by=ground.secretariat,
    )
    write_portfolio(setting, planned_portfolio(words.BLUEPRINT), PORTFOLIO_SINCE)
    tie_together(ground.programme)
    tell(_FIGURES)
    write_figures(ground, seed)


def _write_others(tell: Callable[[Text], None]) -> None:
    """The programmes beside the first."""
    tell(_VILLAGE)
    write_village()
    tell(_ISLAND)
    write_island()
