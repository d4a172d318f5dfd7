"""What offers, sign-ups and hours must satisfy, said in words that the one who reads them can act on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.web.kit.dates import clock, short_day
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Problem, Severity

if TYPE_CHECKING:
    from landsby.blueprint import ActivityKind
    from landsby.web.courses.models import FrameworkOffer, SessionHours
    from landsby.web.courses.told import ToldHours, ToldOffer, ToldSignUp, ToldWindow

MOST_HOURS = Decimal(24)


def _blocker(code: str, text: str, field: str = "") -> Problem:
    return Problem(code, Severity.BLOCKER, text, field)


def problems_of_offer(told: ToldOffer, today: date) -> Iterator[Problem]:
    """The kind must be a series in use, and met as often as the blueprint says."""
    limits = told.kind.sessions
    if limits is None or (told.kind.ended_on is not None and told.kind.ended_on < today):
        yield _blocker("kind_cannot_be_offered", _("Den slags kan ikke tilbydes som forløb. Vælg en anden."), "kind")
    elif not limits.min <= told.sessions <= limits.max:
        text = _("Den slags forløb har fra %(least)s til %(most)s gange.") % {"least": limits.min, "most": limits.max}
        yield _blocker("sessions_out_of_range", text, "sessions")
    if told.age_from is not None and told.age_to is not None and told.age_to < told.age_from:
        yield _blocker("ages_reversed", _("Den højeste alder er lavere end den laveste. Ret en af dem."), "age_to")


def problems_of_window(told: ToldWindow, days: int, least: int) -> Iterator[Problem]:
    """A time must be possible, and hold as many weeks as the kind must have at least.

    Args:
        days: how often its weekday falls between its first and last day.
        least: the fewest times that the kind meets.
    """
    for field in ("first_on", "last_on"):
        if not is_sensible(getattr(told, field)):
            yield _blocker("day_out_of_range", _("Årstallet kan ikke passe. Ret datoen."), field)
    if told.end_time <= told.start_time:
        text = _("Sluttidspunktet skal være senere end kl. %(time)s.") % {"time": clock(told.start_time)}
        yield _blocker("ends_before_start", text, "end_time")
    if told.last_on < told.first_on:
        text = _("Sidste dag ligger før den første (%(day)s). Ret en af datoerne.") % {"day": short_day(told.first_on)}
        yield _blocker("ends_before_start", text, "last_on")
    elif days < least:
        text = ngettext(
            "Ugedagen falder %(days)s gang mellem de to datoer. Forløbet skal være på mindst %(least)s.",
            "Ugedagen falder %(days)s gange mellem de to datoer. Forløbet skal være på mindst %(least)s.",
            days,
        ) % {"days": days, "least": least}
        yield _blocker("too_few_weeks", text, "last_on")


def problems_of_sign_up(
    offer: FrameworkOffer, told: ToldSignUp, *, kind: ActivityKind | None, days: int
) -> Iterator[Problem]:
    """Whether a group may come at a time, whether or not there is a place left.

    Args:
        days: how many sessions are left at that time.
    """
    institution = told.institution
    if offer.closed_on is not None:
        yield _blocker("offer_closed", _("Tilbuddet er lukket. Man kan ikke melde sig til længere."))
    if kind is None or kind.sessions is None:
        yield _blocker("kind_is_gone", _("Programmet har ikke den slags forløb længere."))
    elif days < kind.sessions.min:
        yield _blocker("window_is_over", _("Der er for få uger tilbage på det tidspunkt. Vælg et andet."), "window")
    if not lies_within(offer, institution.municipality_id, institution.community_id) or institution.pk == offer.host_id:
        text = _("%(name)s kan ikke melde sig til: tilbuddet gælder et andet sted.") % {"name": institution.name}
        yield _blocker("not_for_them", text, "institution")
    if offer.most_children is not None and told.children > offer.most_children:
        text = ngettext(
            "Der er plads til højst %(most)s barn på et hold.",
            "Der er plads til højst %(most)s børn på et hold. Er I flere, så meld to hold til.",
            offer.most_children,
        ) % {"most": offer.most_children}
        yield _blocker("too_many_children", text, "children")


def lies_within(offer: FrameworkOffer, municipality: int | None, community: int | None) -> bool:
    """Whether a place, by primary keys, is one that an offer is for."""
    if offer.community_id is not None:
        return offer.community_id == community
    return offer.municipality_id is None or offer.municipality_id == municipality


def problems_of_place(groups: int, taken: int, *, may_wait: bool) -> Iterator[Problem]:
    """No place left, where waiting for one will not do."""
    if taken >= groups and not may_wait:
        text = _("Der er ikke flere pladser på det tidspunkt. Vælg et andet, eller sæt kryds ved ventelisten.")
        yield _blocker("no_place_left", text, "window")


def problems_of_removing(sign_ups: int) -> Iterator[Problem]:
    """A time that somebody has signed up for stays."""
    if sign_ups:
        yield _blocker("somebody_signed_up", _("Nogen har meldt sig til den tid. Den kan ikke slettes."))


def problems_of_hours(told: ToldHours, proposed: Decimal | None) -> Iterator[Problem]:
    """Hours must be possible, of a session that was held, and explained where they are not as proposed."""
    if not told.session.is_held:
        yield _blocker("not_held", _("Der er kun timer for det, der er afholdt."), "hours")
    if not 0 <= told.hours <= MOST_HOURS:
        yield _blocker("hours_out_of_range", _("Skriv timerne for den ene gang, fra 0 til 24."), "hours")
    if told.hours != proposed and proposed is not None and not told.reason:
        yield _blocker("hours_without_reason", _("Skriv kort, hvorfor timerne er andre end foreslået."), "reason")


def problems_of_approval(row: SessionHours, approver: int) -> Iterator[Problem]:
    """Hours are approved by another than who handed them in, and only of what was held."""
    if row.handed_in_by_id == approver:
        text = _("%(what)s: timer, du selv har indsendt, skal godkendes af en anden.") % {"what": row.title}
        yield _blocker("own_hours", text)
    elif row.corrects_id is None and (row.session is None or not row.session.is_held):
        text = _("%(what)s den %(day)s står ikke som afholdt. Send timerne tilbage.") % {
            "what": row.title,
            "day": short_day(row.held_on),
        }
        yield _blocker("not_held", text)


def problems_of_correction(
    row: SessionHours, hours: Decimal, counted: Decimal, *, is_waiting: bool
) -> Iterator[Problem]:
    """A correction is of approved hours, one at a time, and says another number than what counts already.

    Args:
        hours: what the hours should be in all.
        counted: what they are with the corrections that are approved.
        is_waiting: whether a correction waits already.
    """
    if not row.is_approved or row.corrects_id is not None:
        yield _blocker("not_approved", _("Kun godkendte timer rettes på den måde."))
    if is_waiting:
        yield _blocker("correction_waits", _("En rettelse venter allerede på godkendelse."))
    if not 0 <= hours <= MOST_HOURS:
        yield _blocker("hours_out_of_range", _("Skriv timerne for den ene gang, fra 0 til 24."), "hours")
    elif hours == counted:
        yield _blocker("nothing_corrected", _("Timerne er de samme som før."), "hours")
