"""Letters to associations: of a question about a duty, of the answer, and of a duty that is near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from landsby.web.activities.presenters import when_of
from landsby.web.halls.access import contacts_of_hosts, people_of
from landsby.web.halls.models import Opening, Swap
from landsby.web.kit.dates import short_day
from landsby.web.kit.post import send
from landsby.web.partnerships.models import Actor


@dataclass(frozen=True)
class Recipient:
    """Somebody who speaks for an association.

    Attributes:
        key: of what sort they are and the primary key; it is all that is kept of them.
    """

    actor: int
    key: str
    name: str
    email: str
    language: str


def recipients_for(actors: Iterable[int]) -> dict[int, list[Recipient]]:
    """Whom to write to at each of some actors: those who sign in for it, or else its contact people."""
    keys = list(actors)
    found: dict[int, list[Recipient]] = {key: [] for key in keys}
    for member in people_of(keys):
        user, actor = member.user, member.actor_id
        if actor is not None:
            found[actor].append(Recipient(actor, f"user:{user.pk}", user.name, user.email, user.language))
    for contact in contacts_of_hosts([key for key, there in found.items() if not there]):
        told = Recipient(contact.actor_id, f"contact:{contact.pk}", contact.name, contact.email, settings.LANGUAGE_CODE)
        found[contact.actor_id].append(told)
    return found


def tell_of_question(swap: Swap) -> None:
    """Write to the association that is asked."""
    _tell(swap, swap.taker, "halls/letters/question.txt")


def tell_of_answer(swap: Swap) -> None:
    """Write to the association that asked."""
    _tell(swap, swap.giver, "halls/letters/answer.txt")


def _tell(swap: Swap, actor: Actor, template: str) -> None:
    for recipient in recipients_for([actor.pk])[actor.pk]:
        with translation.override(recipient.language):
            given = swap.in_return
            context = {
                "swap": swap,
                "name": recipient.name,
                "programme": swap.opening.season.programme,
                "day": short_day(swap.opening.activity.starts_on),
                "return_day": short_day(given.activity.starts_on) if given else "",
            }
            send(to=recipient.email, template=template, context=context)


def remind(opening: Opening, actor: Actor, recipient: Recipient) -> bool:
    """Write to one person about one duty; whether the letter went off."""
    with translation.override(recipient.language):
        context = {
            "opening": opening,
            "actor": actor,
            "name": recipient.name,
            "when": when_of(opening.activity),
            "programme": opening.season.programme,
        }
        return send(to=recipient.email, template="halls/letters/reminder.txt", context=context)
