"""The invented evaluation: declared before anybody could know, and called what nobody is called."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from landsby.demo.evaluation import DECLARED, LOADED, MEASURED_UNTIL, _design_text, names_of_others
from landsby.demo.register import country
from landsby.demo.telling_days import on_the_day
from landsby.web.evaluations.design_texts import read_text
from landsby.web.evaluations.rules import MOST_CHARACTERS
from landsby.web.evaluations.tests.factories import a_declaration, a_loading
from landsby.web.partnerships.models import Programme

MOMENT = datetime(2020, 9, 14, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("is_invented", [True, False])
def test_the_clock_is_moved_for_what_is_invented_and_for_nothing_else(world, cast, is_invented):
    Programme.objects.update(is_invented=is_invented)
    world.programme.refresh_from_db()
    with on_the_day(MOMENT):
        declared = a_declaration(world.programme, cast.evaluator)
    loaded = a_loading(declared, cast.evaluator)
    assert (declared.declared_at == MOMENT) is is_invented
    assert loaded.loaded_at > declared.declared_at
    assert loaded.loaded_at.year > MOMENT.year


@pytest.mark.once
def test_the_design_names_every_place_and_is_declared_before_its_data():
    places = country(1)
    text = _design_text({"0000-00": "0000-00"}, 1)
    design = read_text(text).design
    assert design is not None
    assert len(text) < MOST_CHARACTERS
    assert set(design.names) >= set(places.codes.tolist())
    assert len(set(design.names.values())) == len(design.names)
    assert {group.id for group in design.subgroups} == {"piger", "drenge"}
    assert all(one.dose for one in design.treated)
    assert DECLARED.year <= min(design.starts.values()) < MEASURED_UNTIL < LOADED.year
    assert names_of_others(1)["9001"].endswith("Kommune")
