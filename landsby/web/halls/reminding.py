"""Reminding the hosts of the days to come, each once."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings

from landsby.web.halls.access import duties_between
from landsby.web.halls.actions import claim_reminder, settle_reminder
from landsby.web.halls.letters import Recipient, recipients_for, remind
from landsby.web.halls.models import Opening
from landsby.web.kit.audit import Author
from landsby.web.partnerships.models import Actor


def due_on(today: date) -> list[tuple[Opening, Actor, Recipient]]:
    """Who is to be reminded of what by a day, whether they have been or not."""
    openings = list(duties_between(today, today + timedelta(days=settings.REMINDER_DAYS)))
    recipients = recipients_for({host.pk for opening in openings for host in opening.hosts})
    return [
        (opening, host, recipient)
        for opening in openings
        for host in opening.hosts
        for recipient in recipients[host.pk]
    ]


def remind_hosts(*, today: date, by: Author) -> int:
    """Send what is due and was not sent before; how many letters went off.

    A letter is claimed before it is sent: two workers never send it twice, and one that is cut off in
    between sends it not at all. Without a way to send, nothing is claimed.
    """
    if not settings.EMAIL_URL:
        return 0
    sent = 0
    for opening, host, recipient in due_on(today):
        claimed = claim_reminder(opening=opening, actor=host, recipient=recipient.key, by=by)
        if claimed is None:
            continue
        went_off = remind(opening, host, recipient)
        settle_reminder(reminder=claimed, went_off=went_off, by=by)
        sent += went_off
    return sent
