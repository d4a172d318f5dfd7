"""What plans say before an actor closes, or an initiative stops: what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.web.initiatives.models import Initiative
from landsby.web.kit.problems import Problem, Severity
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor
from landsby.web.plans.access import items_leading_to, running_plans_of


def doubts_of_closing(standing: Standing, actor: Actor, on: date) -> Iterator[Problem]:
    """A warning for each plan of an actor that is in use."""
    for plan in running_plans_of(standing, actor):
        text = _(
            "%(name)s har en plan i brug. Afslut den, eller lad dem, der fortsætter, tage det med, der er tilbage."
        )
        url = reverse("plans:detail", args=[plan.pk])
        yield Problem("plan_in_use", Severity.WARNING, text % {"name": actor.name}, url=url)


def doubts_of_stopping(standing: Standing, initiative: Initiative) -> Iterator[Problem]:
    """A warning for what plans in use will still do for an initiative."""
    count = items_leading_to(standing, initiative).count()
    if count:
        text = ngettext(
            "%(count)s punkt i en plan, der er i brug, hører til indsatsen. Sig det til dem, hvis plan det er.",
            "%(count)s punkter i planer, der er i brug, hører til indsatsen. Sig det til dem, hvis planer det er.",
            count,
        ) % {"count": in_digits(count)}
        yield Problem("items_under_initiative", Severity.WARNING, text)
