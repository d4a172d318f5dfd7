"""From a place on a course to the sessions that it becomes in the activities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.activities.details import Details
from landsby.web.courses.models import FrameworkOffer, SignUp, TimeWindow, Transport
from landsby.web.courses.weeks import weekly
from landsby.web.kit.dates import clock
from landsby.web.partnerships.models import Actor


def days_left(offer: FrameworkOffer, window: TimeWindow, today: date) -> list[date]:
    """The days that a group would come on, if it signed up today: weekly, as long as the offer and its time last."""
    return weekly(window.weekday, max(window.first_on, today), window.last_on, offer.sessions)


def sessions_of(sign_up: SignUp, blueprint: Blueprint, days: Sequence[date]) -> list[Details]:
    """The planned sessions: the association is host, the institution takes part, and it happens where it lies."""
    offer, window, institution = sign_up.offer, sign_up.window, sign_up.institution
    kind = blueprint.activity_kinds[offer.kind]
    return [
        Details(
            kind=kind,
            title=offer.title,
            starts_on=day,
            start_time=window.start_time,
            end_time=window.end_time,
            municipality=institution.municipality,
            community=institution.community,
            place=place_of(offer, institution),
            notes=" ".join(for_parents(sign_up)),
            goals=kind.goals,
            tracks=blueprint.usual_tracks(kind, [offer.host.group]),
            hosts=(offer.host,),
            participants=(institution,),
        )
        for day in days
    ]


def place_of(offer: FrameworkOffer, institution: Actor) -> str:
    """Where it happens: what the association says, or the institution itself."""
    return offer.place or institution.name


def for_parents(sign_up: SignUp) -> list[str]:
    """What parents should know about coming there and home, in whole sentences."""
    offer, window = sign_up.offer, sign_up.window
    told = []
    if offer.pickup:
        where = {"where": offer.pickup, "time": clock(window.end_time)}
        told.append(_("Forældre kan hente ved aktiviteten kl. %(time)s: %(where)s.") % where)
    if offer.transport == Transport.HOST or (offer.transport == Transport.ASKED and sign_up.needs_transport):
        told.append(_("%(host)s sørger for transporten.") % {"host": offer.host.name})
    elif offer.transport == Transport.INSTITUTION:
        told.append(_("%(institution)s sørger for transporten.") % {"institution": sign_up.institution.name})
    return [*told, *([f"{offer.transport_note.rstrip('.')}."] if offer.transport_note else [])]
