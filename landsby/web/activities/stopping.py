"""What to look at before an initiative stops: the activities that are planned under it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.status import Status
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.problems import Problem, Severity
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.access import Standing


def doubts_of_stopping(standing: Standing, initiative: Initiative) -> Iterator[Problem]:
    """A warning for what is planned under an initiative."""
    planned = activities_seen_by(standing).under_initiative(initiative.pk).in_status(Status.PLANNED).count()
    if planned:
        text = ngettext(
            "%(count)s planlagt aktivitet hører til indsatsen. Hold den alligevel, eller aflys den.",
            "%(count)s planlagte aktiviteter hører til indsatsen. Hold dem alligevel, eller aflys dem.",
            planned,
        ) % {"count": in_digits(planned)}
        chosen = urlencode({"initiative": initiative.pk, "status": Status.PLANNED.value})
        url = f"{reverse('activities:list', args=[initiative.programme.slug])}?{chosen}"
        yield Problem("planned_under_initiative", Severity.WARNING, text, url=url)
