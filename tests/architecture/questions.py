"""What some addresses are asked beside what stands in their route: a place, an example, another of the same sort."""

from __future__ import annotations

from types import SimpleNamespace

from landsby.web.accounts.models import User
from landsby.web.initiatives.tests.factories import an_initiative
from landsby.web.plans.actions import share_plan
from landsby.web.plans.tests.factories import a_plan
from tests.architecture.addresses import HERE, OF_A_PLACE, THERE


def questions(world: SimpleNamespace, by: User) -> dict[str, dict[str, str]]:
    """The query of an address at each of its places; without it the row would only tell of an empty answer."""
    at = {HERE: f"place=actor-{world.daycare.pk}", THERE: f"place=actor-{world.bay_school.pk}"}
    example = a_plan(world, by, place=world.hill_daycare)
    share_plan(plan=example, is_shared=True, by=by)
    beside = {HERE: world.quay, THERE: world.bay}
    others = {key: an_initiative(world, by, title=f"Krabber {key}", community=beside[key]).pk for key in beside}
    return {
        **dict.fromkeys(OF_A_PLACE, at),
        "plans:copy": dict.fromkeys((HERE, THERE), f"from={example.pk}"),
        "initiatives:sharers": {key: f"with={pk}" for key, pk in others.items()},
    }
