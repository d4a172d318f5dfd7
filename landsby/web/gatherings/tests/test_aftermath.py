"""Agreements, and answers that are counted and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from landsby.web.gatherings.actions import close_evaluation, give_opinion, keep_agreement
from landsby.web.gatherings.models import Agreement, Opinion
from landsby.web.gatherings.tests.factories import a_gathering, an_agreement
from landsby.web.kit.models import AuditEntry
from landsby.web.kit.problems import Blocked

pytestmark = pytest.mark.django_db
YES = {"use": "yes", "know": "partly", "again": "yes"}


def lately(blueprint, world, operator, **told):
    return a_gathering(blueprint, world, operator, starts_on=timezone.localdate(), **told)


def test_answers_are_counted_and_the_log_does_not_say_what_was_answered(blueprint, world, operator):
    met = lately(blueprint, world, operator)
    for _ in range(3):
        give_opinion(activity=met, answers=YES, by=operator)
    counts = set(Opinion.objects.values_list("question", "answer", "people"))
    assert counts == {("use", "yes", 3), ("know", "partly", 3), ("again", "yes", 3)}
    log = AuditEntry.objects.filter(thing="gatherings.opinion")
    assert [entry.detail for entry in log] == [{"rows": 1}] * 3


def test_no_more_answer_than_came(blueprint, world, operator):
    met = lately(blueprint, world, operator, counts={"staff": 2})
    for _ in range(2):
        give_opinion(activity=met, answers=YES, by=operator)
    with pytest.raises(Blocked, match="Alle, der var med, har svaret"):
        give_opinion(activity=met, answers=YES, by=operator)


def test_after_it_is_closed_nobody_answers(blueprint, world, operator):
    met = lately(blueprint, world, operator)
    close_evaluation(activity=met, by=operator)
    with pytest.raises(Blocked, match="lukket"):
        give_opinion(activity=met, answers=YES, by=operator)


def test_after_two_weeks_it_is_closed_by_itself(blueprint, world, operator):
    met = a_gathering(blueprint, world, operator, starts_on=timezone.localdate() - timedelta(days=15))
    with pytest.raises(Blocked, match="lukket"):
        give_opinion(activity=met, answers=YES, by=operator)


def test_an_answer_that_is_not_offered_is_refused(blueprint, world, operator):
    with pytest.raises(KeyError):
        give_opinion(activity=lately(blueprint, world, operator), answers={**YES, "use": "?"}, by=operator)


def test_an_agreement_is_kept_and_opened_again(blueprint, world, operator):
    agreement = an_agreement(a_gathering(blueprint, world, operator), operator, due_on=date(2023, 6, 1))
    keep_agreement(agreement=agreement, is_done=True, by=operator)
    assert not Agreement.objects.all().open().exists()
    keep_agreement(agreement=agreement, is_done=False, by=operator)
    assert Agreement.objects.all().due_before(date(2023, 7, 1)).count() == 1


def test_the_log_keeps_nothing_of_what_was_agreed(blueprint, world, operator):
    an_agreement(a_gathering(blueprint, world, operator), operator)
    entry = AuditEntry.objects.get(thing="gatherings.agreement")
    assert "maler" not in f"{entry.label}{entry.detail}"
