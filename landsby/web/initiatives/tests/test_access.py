"""Who sees which initiative and trial, and who may change it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from landsby.web.initiatives.access import (
    actors_meant,
    actors_to_cover,
    initiatives_managed_by,
    initiatives_seen_by,
    trials_led_by,
    trials_seen_by,
)
from landsby.web.initiatives.actions import register_coverage
from landsby.web.initiatives.tests.factories import A_DAY, a_trial, an_initiative
from landsby.web.partnerships.access import standing_in


@pytest.fixture
def laid_out(world: SimpleNamespace, cast: SimpleNamespace, operator: Any) -> SimpleNamespace:
    """An initiative of the whole programme, and one of each sort of place."""
    places = {
        "whole": {},
        "north": {"municipality": world.north},
        "quay": {"community": world.quay},
        "hill": {"community": world.hill},
        "bay": {"community": world.bay},
    }
    return SimpleNamespace(
        **{name: an_initiative(world, operator, title=name, **told) for name, told in places.items()}
    )


def _titles(rows: Any) -> str:
    return " ".join(sorted(row.title for row in rows))


def test_everybody_reads_what_touches_their_places(
    world: SimpleNamespace, cast: SimpleNamespace, laid_out: SimpleNamespace
) -> None:
    def seen(person: Any) -> str:
        return _titles(initiatives_seen_by(standing_in(person, world.programme)))

    assert seen(cast.evaluator) == seen(cast.project_leader) == "bay hill north quay whole"
    assert seen(cast.health_visitor) == "hill north quay whole"
    assert seen(cast.pedagogue) == seen(cast.network_member) == "north quay whole"


def test_initiatives_are_managed_where_the_right_holds_and_by_whoever_answers_for_them(
    world: SimpleNamespace, cast: SimpleNamespace, laid_out: SimpleNamespace
) -> None:
    def managed(person: Any) -> str:
        return _titles(initiatives_managed_by(standing_in(person, world.programme)))

    assert managed(cast.secretariat) == "bay hill north quay whole"
    assert managed(cast.project_leader) == "hill north quay"
    assert managed(cast.evaluator) == managed(cast.steering_member) == managed(cast.pedagogue) == ""
    laid_out.whole.owner, laid_out.quay.owner_actor = cast.pedagogue, world.daycare
    laid_out.whole.save()
    laid_out.quay.save()
    del cast.pedagogue.__dict__["_standings"]
    assert managed(cast.pedagogue) == "quay whole"
    laid_out.bay.owner = cast.evaluator
    laid_out.bay.save()
    assert managed(cast.evaluator) == "", "whoever only reads changes nothing"


def test_a_trial_is_read_where_one_sees_and_changed_where_one_registers(
    world: SimpleNamespace, cast: SimpleNamespace, laid_out: SimpleNamespace
) -> None:
    own = a_trial(laid_out.whole, cast.pedagogue, actor=world.daycare)
    a_trial(laid_out.whole, cast.secretariat, actor=world.bay_school)

    pedagogue, evaluator, leader = (
        standing_in(person, world.programme) for person in (cast.pedagogue, cast.evaluator, cast.daycare_leader)
    )

    assert list(trials_seen_by(pedagogue)) == list(trials_led_by(leader)) == [own]
    assert trials_seen_by(evaluator).count() == 2
    assert not trials_led_by(evaluator).exists()


def test_coverage_is_registered_for_own_actors_that_do_it_not_yet(
    world: SimpleNamespace, cast: SimpleNamespace, laid_out: SimpleNamespace
) -> None:
    leader, everywhere = (standing_in(person, world.programme) for person in (cast.daycare_leader, cast.secretariat))

    assert list(actors_to_cover(leader, laid_out.whole, A_DAY)) == [world.daycare]
    register_coverage(initiative=laid_out.whole, actors=[world.daycare], started_on=A_DAY, by=cast.secretariat)

    assert not actors_to_cover(leader, laid_out.whole, A_DAY).exists()
    assert world.hill_daycare in actors_to_cover(everywhere, laid_out.whole, A_DAY)


def test_an_initiative_is_meant_for_the_open_actors_of_its_kinds_where_it_lies(
    world: SimpleNamespace, cast: SimpleNamespace, laid_out: SimpleNamespace
) -> None:
    assert set(actors_meant(laid_out.whole, A_DAY)) == {world.daycare, world.hill_daycare}
    assert list(actors_meant(laid_out.hill, A_DAY)) == [world.hill_daycare]
