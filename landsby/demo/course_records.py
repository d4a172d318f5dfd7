"""Writing the joint courses as people agree on them: offered, signed up for, held, and their hours handed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from landsby.demo import vocabulary as words
from landsby.demo.actors import LEISURE_DEPARTMENT
from landsby.demo.ground import Ground
from landsby.demo.places import HALL, SVALEBORG
from landsby.demo.plan import Course
from landsby.web.accounts.models import User
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity
from landsby.web.courses.actions import (
    add_window,
    approve_hours,
    hand_in_hours,
    make_offer,
    send_back_hours,
    sign_up,
)
from landsby.web.courses.models import FrameworkOffer, SessionHours, SignUp, Transport
from landsby.web.courses.told import ToldHours, ToldOffer, ToldSignUp, ToldWindow
from landsby.web.courses.worked import hours_of
from landsby.web.partnerships.models import Actor

JOINT = frozenset({words.LONG_COURSE, words.SHORT_COURSE})
LAST_HALF_YEAR = date(2024, 7, 1)
"""From here on nobody has approved the hours yet."""

_MOST_IN_A_GROUP = 24
_ANCHORING = (date(2025, 1, 6), date(2029, 12, 21))
_SENT_BACK = "Var I ikke to trænere den dag?"


@dataclass
class Agreements:
    """What has been offered and signed up for so far.

    Attributes:
        offers: by kind, association and title, and the year and half-year that they begin in.
        signed: the sign-ups in the order of their first days, each with who registered it.
    """

    offers: dict[tuple[object, ...], FrameworkOffer] = field(default_factory=dict)
    signed: list[tuple[SignUp, User]] = field(default_factory=list)


def sign_up_course(
    ground: Ground, agreements: Agreements, course: Course, *, sessions: Sequence[Details], by: User
) -> Iterable[Activity]:
    """Offer a joint course, unless it is on offer already, and sign its institution up; its sessions, in order."""
    first, host = course.first, ground.actors[course.first.hosts[0]]
    key = (first.kind, first.title, first.on.year, first.on.month > 6)
    if key not in agreements.offers:
        agreements.offers[key] = make_offer(
            programme=ground.programme, told=_offer(ground, course, host), windows=[], by=by
        )
    window = add_window(offer=agreements.offers[key], told=_window(course), by=by)
    institution = ground.actors[first.participants[0]]
    told = ToldSignUp(institution=institution, children=_children(course), sessions=sessions)
    signed = sign_up(window=window, told=told, by=by)
    agreements.signed.append((signed, by))
    assert signed.series is not None
    return signed.series.sessions.order_by("pk")


def write_hours(ground: Ground, agreements: Agreements) -> None:
    """Hand in the hours of what was held, and approve those that are older than the last half-year.

    Those whose own people sign in to the demo have yet to hand in the hours of their last course, and one row of every
    municipality's was sent back: so there is something to do for each.
    """
    left = {
        signed.offer.host_id: signed for signed, _by in agreements.signed if signed.offer.host.name in ground.authors
    }
    for signed, by in agreements.signed:
        assert signed.series is not None
        if signed not in left.values():
            told = [_hours(session, signed.offer.host) for session in signed.series.sessions.held().in_order()]
            hand_in_hours(programme=ground.programme, told=told, by=by)
    waiting = SessionHours.objects.of(ground.programme).with_parts()
    for code, municipality in ground.municipalities.items():
        rows = list(waiting.filter(host__municipality=municipality))
        approver = _approver(ground, code)
        approve_hours(rows=[row for row in rows if row.held_on < LAST_HALF_YEAR], by=approver)
        for row in [row for row in rows if row.held_on >= LAST_HALF_YEAR][:1]:
            send_back_hours(row=row, word=_SENT_BACK, by=approver)


def write_open_offers(ground: Ground) -> None:
    """What is on offer in the years of anchoring, so that there is something to sign up for whenever one looks."""
    first, last = _ANCHORING
    for title, club, community, weekday, groups in (
        ("Spring og rul", "Mågevig Gymnastikforening", "Mågevig", 1, 1),
        ("Vandtilvænning", "Svømmeklubben Svalen", "", 3, 2),
    ):
        told = _open_offer(ground, f"{title} med {club}", ground.actors[club], community)
        starts, ends = time(9, 30), time(10, 30)
        window = ToldWindow(
            weekday=weekday, start_time=starts, end_time=ends, first_on=first, last_on=last, groups=groups
        )
        by = ground.authors.get(club, ground.authors[SVALEBORG])
        make_offer(programme=ground.programme, told=told, windows=[window], by=by)


def _open_offer(ground: Ground, title: str, host: Actor, community: str) -> ToldOffer:
    """A long course for a community, or for the whole municipality."""
    return ToldOffer(
        kind=ground.blueprint.activity_kinds[words.LONG_COURSE],
        host=host,
        title=title,
        about="Vi leger os stærke og modige sammen. Ingen skal kunne noget i forvejen.",
        age_from=3,
        age_to=7,
        sessions=8,
        most_children=20,
        municipality=host.municipality,
        community=ground.communities.get(community),
        place=HALL[community] if community else host.name,
        transport=Transport.ASKED,
        pickup="ved hovedindgangen",
    )


def _offer(ground: Ground, course: Course, host: Actor) -> ToldOffer:
    """What the association must have offered for the course to come about."""
    first = course.first
    is_long = first.kind == words.LONG_COURSE
    own_place = "" if first.place == first.participants[0] else first.place
    return ToldOffer(
        kind=ground.blueprint.activity_kinds[first.kind],
        host=host,
        title=first.title,
        sessions=len(course.sessions),
        most_children=_MOST_IN_A_GROUP if is_long else None,
        municipality=host.municipality,
        place=own_place,
        transport=Transport.INSTITUTION if own_place else Transport.NONE,
        pickup=own_place if is_long else "",
    )


def _window(course: Course) -> ToldWindow:
    """The weekday and time of a course, from its first day to its last."""
    first, last = course.first, course.sessions[-1]
    starts, ends = first.starts or time(9, 30), first.ends or time(10, 30)
    return ToldWindow(weekday=first.on.weekday(), start_time=starts, end_time=ends, first_on=first.on, last_on=last.on)


def _children(course: Course) -> int:
    """The children on the course, or all that came to its visits, which differ from one to the next."""
    return course.children or sum(session.counts.children or 0 for session in course.sessions) or 1


def _hours(session: Activity, host: Actor) -> ToldHours:
    """The hours as the session proposes them."""
    hours = hours_of(session)
    assert hours is not None
    return ToldHours(session=session, host=host, hours=hours)


def _approver(ground: Ground, municipality: str) -> User:
    """The leisure consultant where one signs in to the demo, and elsewhere the secretariat."""
    return ground.authors.get(LEISURE_DEPARTMENT[municipality], ground.secretariat)
