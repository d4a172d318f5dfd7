"""What belongs to the demo's meetings and courses: agendas, sign-ups, attendance, lessons, agreements and answers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from landsby.demo import vocabulary as words
from landsby.demo.almanac import LAST_DAY
from landsby.demo.chance import around, happens, some, stream
from landsby.demo.ground import Ground
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, Part
from landsby.web.gatherings.actions import keep_agreement, make_agreement, note_turnout, plan_gathering
from landsby.web.gatherings.kinds import kinds_for, taught_at
from landsby.web.gatherings.models import Opinion
from landsby.web.gatherings.rules import ANSWERS, QUESTIONS
from landsby.web.gatherings.told import Link, Planned, Point
from landsby.web.partnerships.models import Actor

WITH_SIGN_UP = (words.THEME_DAY, words.WEBINAR, words.STAFF_COURSE, words.WORKSHOP)
AGENDAS = {
    words.NETWORK_MEETING: ("Velkommen og siden sidst", "Nyt fra hinanden", "Hvad gør vi sammen?", "Aftaler og kaffe"),
    words.MEETING: ("Siden sidst", "Status", "Næste skridt"),
    words.SEMINAR: ("Velkommen", "Hvad ser vi?", "Frokost", "Hvad lærer vi af det?", "Næste halvår"),
}
USUAL_AGENDA = ("Velkommen", "Oplæg", "Vi prøver det selv", "Hvad tager vi med hjem?")

# Who works where: the kind of actor, and the professions that come from there.
PROFESSIONS = {
    words.INTEGRATED: ("daycare_pedagogue", "daycare_pedagogue", "pedagogue_assistant", "local_manager"),
    words.KINDERGARTEN: ("daycare_pedagogue", "pedagogue_assistant", "local_manager", "kitchen_professional"),
    words.NURSERY: ("daycare_pedagogue", "pedagogue_assistant"),
    words.FAMILY_DAYCARE: ("family_childminder", "local_manager"),
    words.SCHOOL: ("school_teacher", "school_teacher", "local_manager"),
    words.SPECIAL_SCHOOL: ("school_teacher", "daycare_pedagogue"),
    words.SFO: ("sfo_pedagogue", "local_manager"),
    "health_visitors": ("health_visiting_nurse",),
    "department": ("health_adviser", "leisure_adviser", "local_manager"),
    "municipal_team": ("health_adviser", "local_manager"),
    "association": ("club_coach",),
}
_ANSWERS = ("yes", "yes", "yes", "partly", "partly", "no")


def write_gatherings(ground: Ground, seed: int) -> int:
    """Write what belongs to every meeting and course, in the order of their days; who led it stands there already.

    Returns:
        How many were written.
    """
    kinds = kinds_for(ground.blueprint, "gathering")
    rows = Activity.objects.of(ground.programme).of_kinds(kinds).in_order()
    gatherings = list(rows.select_related("created_by", "programme", "community").with_parts())
    for activity in gatherings:
        _write(stream(seed, "gathering", activity.title, activity.starts_on, activity.community), ground, activity)
    return len(gatherings)


def _write(chance: random.Random, ground: Ground, activity: Activity) -> None:
    by = activity.created_by or ground.secretariat
    links = sorted(activity.involvements.all(), key=lambda link: link.pk)
    actors = {part: [link.actor for link in links if link.part == part] for part in Part}
    leaders = [*actors[Part.FACILITATOR], *actors[Part.HOST], *actors[Part.PARTICIPANT]]
    taught = taught_at(ground.blueprint, activity.kind)
    signs_up = activity.kind in WITH_SIGN_UP
    planned = Planned(
        takes_sign_up=signs_up,
        capacity=around(chance, (activity.staff or 30) * 1.3, 6, least=(activity.staff or 8) + 2) if signs_up else None,
        sign_up_ends_on=activity.starts_on - timedelta(days=7) if signs_up else None,
        agenda=_agenda(chance, activity, leaders),
        materials=_materials(activity) if signs_up else (),
        competences=tuple(some(chance, _fitting(ground, activity, taught), 1)),
    )
    plan_gathering(activity=activity, planned=planned, by=by)
    if activity.is_held:
        _come(chance, activity, list({actor.pk: actor for actor in leaders}.values()), by)
        _agree(chance, activity, ground.agreed.get(activity.pk, ()), leaders, by)
        _answer(chance, activity)


def _fitting(ground: Ground, activity: Activity, taught: Sequence[str]) -> Sequence[str]:
    """Of what may be learnt, that which belongs to the activity's own tracks, where anything does."""
    tracks = {link.track for link in activity.tracks.all()}
    fitting = [key for key in taught if tracks.intersection(ground.blueprint.competences[key].tracks)]
    return fitting or taught


def _agenda(chance: random.Random, activity: Activity, leaders: Sequence[Actor]) -> tuple[Point, ...]:
    """The points twenty-five minutes apart; the first is led by who leads the meeting."""
    points, start = AGENDAS.get(activity.kind, USUAL_AGENDA), activity.start_time or time(9)
    minutes = start.hour * 60 + start.minute
    return tuple(
        Point(
            title=title,
            starts_at=time(*divmod(minutes + 25 * place, 60)),
            led_by=leaders[0] if not place else chance.choice(leaders[:4]),
        )
        for place, title in enumerate(points)
    )


def _materials(activity: Activity) -> tuple[Link, ...]:
    return (Link(title="Oplægget", url=f"https://svaleborg.example/oplaeg/{activity.starts_on:%Y-%m-%d}"),)


def _come(chance: random.Random, activity: Activity, actors: Sequence[Actor], by: User) -> None:
    """Everybody from somewhere, no more of them than were counted; most of them had signed up."""
    left, came = activity.staff or 0, dict[tuple[int, str], int]()
    for actor in chance.sample(actors, len(actors)):
        people = min(left, chance.choice((1, 1, 2, 2, 3)))
        profession = chance.choice(PROFESSIONS.get(actor.kind, ("",)))
        if people:
            came[actor.pk, profession] = people
        left -= people
    signed = {key: max(0, people + chance.choice((-1, 0, 0, 0, 1))) for key, people in came.items()}
    at = datetime.combine(activity.starts_on - timedelta(days=10), time(10), tzinfo=UTC)
    note_turnout(activity=activity, came=came, signed_up=signed, at=at, by=by)


def _agree(chance: random.Random, activity: Activity, agreed: Sequence[str], actors: Sequence[Actor], by: User) -> None:
    """What was agreed, a few weeks to do it in; most of it was done."""
    for text in agreed:
        due_on = activity.starts_on + timedelta(weeks=chance.randint(3, 14))
        actor = chance.choice(actors) if happens(chance, 0.8) else None
        agreement = make_agreement(activity=activity, text=text, actor=actor, due_on=due_on, by=by)
        done_on: date = due_on + timedelta(days=chance.randint(-10, 20))
        if done_on <= LAST_DAY and happens(chance, 0.75):
            keep_agreement(agreement=agreement, is_done=True, on=done_on, by=by)


def _answer(chance: random.Random, activity: Activity) -> None:
    """Some say how it was; for most it was worth the while."""
    answered = around(chance, (activity.staff or 0) * 0.6, 2)
    if activity.kind == words.MEETING or not answered:
        return
    given = [(question, chance.choice(_ANSWERS)) for question in QUESTIONS for _ in range(answered)]
    Opinion.objects.bulk_create(
        Opinion(activity=activity, question=question, answer=answer, people=given.count((question, answer)))
        for question in QUESTIONS
        for answer in ANSWERS
        if (question, answer) in given
    )
