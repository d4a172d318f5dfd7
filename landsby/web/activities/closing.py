"""What to look at before an actor closes: the activities that it has a part in from that day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.status import Status
from landsby.web.kit.problems import Problem, Severity
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor


def doubts_of_closing(standing: Standing, actor: Actor, on: date) -> Iterator[Problem]:
    """A warning for what is planned with the actor or a department of it, and one for what was held with it."""
    later = activities_seen_by(standing).involving(actor.pk).between(on, None)
    planned, held = (later.in_status(status).count() for status in (Status.PLANNED, Status.HELD))
    if planned:
        text = ngettext(
            "%(name)s er med i %(count)s planlagt aktivitet fra den dag. Find en anden, eller aflys den.",
            "%(name)s er med i %(count)s planlagte aktiviteter fra den dag. Find andre, eller aflys dem.",
            planned,
        ) % {"name": actor.name, "count": planned}
        yield Problem("planned_after_closing", Severity.WARNING, text, url=_list(actor, on, Status.PLANNED))
    if held:
        text = ngettext(
            "%(name)s har været med i %(count)s aktivitet fra den dag. Er datoen den rigtige?",
            "%(name)s har været med i %(count)s aktiviteter fra den dag. Er datoen den rigtige?",
            held,
        ) % {"name": actor.name, "count": held}
        yield Problem("held_after_closing", Severity.WARNING, text, url=_list(actor, on, Status.HELD))


def _list(actor: Actor, on: date, status: Status) -> str:
    chosen = {"actor": actor.pk, "status": status.value, "from": on.isoformat()}
    return f"{reverse('activities:list', args=[actor.programme.slug])}?{urlencode(chosen)}"
