"""A reminder of a duty: claimed before it is sent, so that two workers never send it twice."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from landsby.web.halls.models import Opening, Reminder
from landsby.web.kit.audit import Author, record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Actor


@transaction.atomic
def claim_reminder(*, opening: Opening, actor: Actor, recipient: str, by: Author) -> Reminder | None:
    """Take it on oneself to remind somebody; None when that was done before.

    Args:
        recipient: of what sort the recipient is and its primary key.
    """
    reminder = Reminder(opening=opening, actor=actor, on=opening.activity.starts_on, recipient=recipient)
    try:
        with transaction.atomic():
            reminder.save(force_insert=True)
    except IntegrityError:
        return None
    record(by=by, act=Act.CREATED, thing=reminder, programme=opening.season.programme.slug)
    return reminder


@transaction.atomic
def settle_reminder(*, reminder: Reminder, went_off: bool, by: Author) -> None:
    """Say whether the letter went off; one that did not is given free, to be tried another day."""
    if went_off:
        reminder.sent_at = timezone.now()
        reminder.save(update_fields=["sent_at"])
        return
    record(by=by, act=Act.REMOVED, thing=reminder, programme=reminder.opening.season.programme.slug)
    reminder.delete()
