"""Answers that were agreements all along."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from landsby.web.activities.models import Activity
from landsby.web.gatherings.models import Agreement
from landsby.web.gatherings.tests.factories import GATHERING, a_gathering, an_agreement
from landsby.web.kit.models import AuditEntry

pytestmark = pytest.mark.django_db
OLD = "promised"


def asked_before(blueprint, world, operator, answer, **told):
    """A gathering with an answer to a question that the blueprint asks no longer."""
    met = a_gathering(blueprint, world, operator, **told)
    Activity.objects.filter(pk=met.pk).update(extra={"agreed": "Ja", OLD: answer})
    return met


def move(world, *words):
    call_command("agreements_from_answers", world.programme.slug, GATHERING, *words or (OLD,))


def test_each_line_is_an_agreement_once_and_the_answer_goes(blueprint, world, operator, capsys):
    met = asked_before(blueprint, world, operator, "- Vi maler båden\nVi ses igen\n\n Vi ses igen ")
    an_agreement(met, operator)
    move(world)
    move(world)
    texts = sorted(Agreement.objects.filter(activity=met).values_list("text", flat=True))
    assert texts == ["Vi maler båden", "Vi ses igen"]
    assert Activity.objects.get(pk=met.pk).extra == {"agreed": "Ja"}
    assert AuditEntry.objects.filter(thing="gatherings.agreement", author="Landsby").count() == 1
    assert capsys.readouterr().out.splitlines() == [
        "1 agreements made of 1 gatherings.",
        "0 agreements made of 0 gatherings.",
    ]


def test_a_dry_run_and_earlier_days_leave_everything(blueprint, world, operator):
    met = asked_before(blueprint, world, operator, "Vi ses igen", starts_on=date(2023, 5, 2))
    move(world, OLD, "--dry-run")
    move(world, OLD, "--since", "2023-05-03")
    assert OLD in Activity.objects.get(pk=met.pk).extra
    assert not Agreement.objects.exists()


def test_a_line_that_is_a_story_stays_an_answer(blueprint, world, operator, capsys):
    met = asked_before(blueprint, world, operator, f"Vi ses igen\n{'Og så ' * 60}")
    move(world)
    assert OLD in Activity.objects.get(pk=met.pk).extra
    assert "1 answers stay" in capsys.readouterr().out


def test_what_is_asked_still_is_refused(world):
    with pytest.raises(CommandError, match="spørger stadig"):
        move(world, "agreed")
    with pytest.raises(CommandError, match="Man mødes ikke"):
        call_command("agreements_from_answers", world.programme.slug, "crab_fishing", OLD)
    with pytest.raises(CommandError, match="no programme"):
        call_command("agreements_from_answers", "andre-steder", GATHERING, OLD)
