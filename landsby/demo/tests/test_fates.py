"""What the demo tells of its initiatives: each one's fate, and the island's portfolio."""

from __future__ import annotations

from landsby.blueprint import load
from landsby.demo import vocabulary as words
from landsby.demo.ground import SLUG
from landsby.demo.intentions import planned_portfolio
from landsby.demo.island import BLUEPRINT
from landsby.demo.island import SLUG as ISLAND_SLUG
from landsby.web.initiatives.models import Coverage, Initiative, MunicipalDecision
from landsby.web.initiatives.stages import Verdict


def test_every_fate_is_of_an_initiative_that_the_blueprint_brings_and_none_is_told_twice():
    for blueprint in (words.BLUEPRINT, BLUEPRINT):
        told = [each.definition for each in planned_portfolio(blueprint)]
        assert set(told) <= load(blueprint).initiatives.keys()
        assert len(set(told)) == len(told) > 20


def test_the_boxes_of_the_theory_of_change_are_the_blueprints():
    for blueprint in (words.BLUEPRINT, BLUEPRINT):
        assert {node for each in planned_portfolio(blueprint) for node in each.nodes} <= load(
            blueprint
        ).theory_nodes.keys()


def test_the_portfolios_tell_what_was_kept_dropped_and_spread(small):
    def verdicts(definition):
        decided = MunicipalDecision.objects.filter(initiative__programme__slug=SLUG)
        return sorted(decided.filter(initiative__definition=definition).values_list("verdict", flat=True))

    assert verdicts("stronger_visits") == [Verdict.CONTINUE] * 3
    assert verdicts("calls_on_feeding") == verdicts("calls_at_one_year") == [Verdict.DROP] * 3
    assert verdicts("visits_to_toddlers") == [Verdict.CONTINUE, Verdict.CONTINUE, Verdict.DROP]
    island = Initiative.objects.filter(programme__slug=ISLAND_SLUG)
    assert Coverage.objects.filter(initiative=island.get(definition="visit_before_nursery")).count() == 17
    courses = Coverage.objects.filter(initiative=island.get(definition="resource_courses"))
    assert (courses.count(), sum(each.groups_reached for each in courses)) == (16, 30)
