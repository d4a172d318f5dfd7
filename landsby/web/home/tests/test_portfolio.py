"""What moved and what stands still in the portfolio, and what is due of what was planned and agreed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from landsby.web.gatherings.tests.factories import a_gathering, an_agreement
from landsby.web.initiatives.actions import begin_initiative, change_stage
from landsby.web.initiatives.stages import Stage
from landsby.web.initiatives.tests.factories import a_trial, details
from landsby.web.plans.models import Plan
from landsby.web.plans.tests.factories import a_plan, an_item
from landsby.web.plans.told import When


@pytest.fixture
def portfolio(world, cast, today):
    """Stories and boats that began a year ago; the boats were tried last month."""
    by, then = cast.secretariat, today - timedelta(days=365)
    told = {"stage": Stage.TRIAL, "on": then, "by": by}
    named = ({"title": "Historier", "owner": cast.project_leader}, {"title": "Både"})
    stories, boats = (begin_initiative(programme=world.programme, details=details(**one), **told) for one in named)
    a_trial(boats, by, started_on=today - timedelta(days=30))
    return stories, boats


def test_what_stands_still_is_told_with_who_answers_for_it_and_opens_as_a_list(portfolio, front_of, cast, sign_in):
    front, text = front_of("secretariat")
    assert [one.title for one in front.portfolio.still] == ["Historier"]
    assert "Project Leader" in text
    listing = sign_in(cast.secretariat).get(front.portfolio.all_still.url).context["listing"]
    assert [row.title for row in listing.page] == ["Historier"]


def test_what_moved_is_told_and_then_stands_still_no_longer(portfolio, front_of, cast, today):
    change_stage(initiative=portfolio[0], to=Stage.POSTPONED, on=today, why="Vinteren er lang.", by=cast.secretariat)
    front, text = front_of("secretariat")
    assert [move.initiative.title for move in front.portfolio.moved] == ["Historier"]
    assert "fra Prøves til Udskudt" in text
    assert (front.portfolio.all_still.value, front.portfolio.aside.value) == (0, 1)


def test_a_daycare_leader_reads_of_the_own_plan_and_not_of_the_portfolio(portfolio, world, operator, front_of, today):
    plan = a_plan(world, operator)
    an_item(plan, operator, who="Køkkenet", when=When(today - timedelta(days=2)))
    Plan.objects.filter(pk=plan.pk).update(review_due_on=today)
    _front, text = front_of("daycare_leader")
    assert f'href="/plans/{plan.pk}/review/"' in text
    assert "Køkkenet" in text
    assert "Står stille" not in text


def test_the_secretariat_reads_whose_plans_and_agreements_are_due(blueprint, world, operator, front_of, today):
    for place in (world.daycare, world.hill_daycare):
        a_plan(world, operator, place=place)
    Plan.objects.update(review_due_on=today)
    an_agreement(a_gathering(blueprint, world, operator), operator, actor=world.club, due_on=today - timedelta(days=1))
    front, text = front_of("secretariat")
    assert [plan.place for plan in front.agreed.reviews] == [world.daycare, world.hill_daycare]
    assert "Vi maler båden" in text
    assert "Havneby Sejlklub" in text


def test_so_many_agreements_that_nobody_counts_them(blueprint, world, operator, front_of, today, monkeypatch):
    monkeypatch.setattr("landsby.web.home.presenters.agreed.MOST_TOLD", 1)
    monkeypatch.setattr("landsby.web.home.presenters.agreed.MOST_COUNTED", 2)
    met = a_gathering(blueprint, world, operator)
    for number, told in ((1, None), (2, "Se alle 2"), (3, "Se dem alle")):
        an_agreement(met, operator, due_on=today - timedelta(days=number))
        _front, text = front_of("secretariat")
        assert "Se dem alle" not in text if told is None else told in text


def test_many_plans_are_opened_a_municipality_at_a_time(world, operator, front_of, cast, sign_in, today):
    for days in range(5):
        plan = a_plan(world, operator)
        Plan.objects.filter(pk=plan.pk).update(starts_on=today - timedelta(days=200 + days), review_due_on=today)
    south = Plan.objects.filter(pk=a_plan(world, operator, place=world.hill_daycare).pk)
    south.update(review_due_on=today)
    world.hill_daycare.municipality = world.south
    world.hill_daycare.save()
    front, _text = front_of("secretariat")
    assert [(name, count.value) for name, count in front.agreed.by_municipality] == [("Nordhavn", 5), ("Sydhavn", 1)]
    for _name, count in front.agreed.by_municipality:
        listed = sign_in(cast.secretariat).get(count.url).context["listing"].page.paginator.count
        assert listed == count.value
