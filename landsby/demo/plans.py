"""The plans of the demo's daycares and schools: principles, ideas, reviews, and one period after another."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from landsby.blueprint import codelist
from landsby.blueprint.kinds import PlanTemplate
from landsby.demo.almanac import LAST_DAY
from landsby.demo.chance import happens, some, stream
from landsby.demo.ground import Ground
from landsby.demo.planning import Size
from landsby.web.accounts.models import User
from landsby.web.partnerships.models import Actor
from landsby.web.plans.actions import (
    add_idea,
    add_item,
    begin_plan,
    carry_over,
    focus_on,
    review_plan,
    share_plan,
    tick_practice,
)
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.periods import Span
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ItemTold, ReviewTold, When

PRINCIPLES, ACTION_PLAN = "two_principles_plan", "school_and_sfo_plan"

# The principles came in the autumn of 2020, the schools' plans in the winter after.
DAYCARE_YEARS = (
    Span(date(2020, 8, 1), date(2020, 12, 31)),
    Span(date(2021, 1, 1), date(2022, 12, 31)),
    Span(date(2023, 1, 1), date(2024, 12, 31)),
)
SCHOOL_YEARS = (
    Span(date(2020, 12, 1), date(2021, 7, 31)),
    *(Span(date(year, 8, 1), date(year + 1, 7, 31)) for year in range(2021, 2025)),
)
DAYCARE_ITEMS = (
    ("in_our_wheel", "Cykelfredag hele maj", "Forældrene får besked to uger før", "Storegruppen"),
    ("in_our_wheel", "Høstfest med familierne", "Børnene laver maden over bål", "Alle stuer"),
    ("in_our_wheel", "Motorikhal hver onsdag i vinterhalvåret", "", "Mellemgruppen"),
    ("try_this", "Månedens grøntsag på alle borde", "Køkkenet vælger, børnene smager og stemmer", "Køkkenet"),
    ("try_this", "En fast turdag med rygsæk", "Regntøj hjemmefra, madpakker på turen", "Skovgruppen"),
    ("try_this", "De voksne er med på gulvet den første halve time", "", "Alle"),
    ("with_others", "Besøg hos naboens høns", "Små hold på seks børn", "Vuggestuen"),
    ("with_others", "Fodboldklubben leger med os en formiddag", "", "Storegruppen"),
    ("with_others", "Bedsteforældredag i haven", "De tager deres barndoms lege med", "Alle stuer"),
)
SCHOOL_ITEMS = (
    ("move_at_school", "Legepatruljen får nye veste og et skur", "Elevrådet vælger legene", "Elevrådet"),
    ("eat_at_school", "Frugtpause kl. 13 i SFO'en", "", "SFO'en"),
    ("discover_at_school", "Første klasse besøger plejehjemmet hver måned", "To og to over en sang", "1. årgang"),
)
WENT_WELL = (
    "Børnene spørger selv efter det nu.",
    "De voksne synes, det er blevet lettere at gå i gang.",
    "Forældrene har taget det godt imod, og flere hjælper til.",
    "Det kom i gang på alle stuer, også de mindste.",
    "Vi fik mere ud af mindre. Færre ting, der sker.",
)
WHAT_NEXT = (
    "Vi bliver ved og tager de nye kolleger med.",
    "Vi skærer det ned til det, der virker.",
    "Vi deler vores billeder med de andre huse på næste temadag.",
    "Vi prøver igen til foråret, når vejret er til det.",
)
KEEPERS = ("En arbejdsgruppe", "Den pædagogiske leder", "To fra huset på skift")


def write_plans(ground: Ground, seed: int, size: Size) -> int:
    """Write the principle plan of every daycare and the action plan of every school, year after year.

    Returns:
        How many plans were written.
    """
    many = size is not Size.SMALL
    written = 0
    for actor in _of_group(ground, "daycare"):
        written += _daycare(
            stream(seed, "plan", actor.name), ground, actor, DAYCARE_YEARS if many else DAYCARE_YEARS[-1:]
        )
    for actor in _of_group(ground, "school"):
        written += _school(stream(seed, "plan", actor.name), ground, actor, SCHOOL_YEARS if many else SCHOOL_YEARS[-1:])
    return written


def _of_group(ground: Ground, group: str) -> Iterator[Actor]:
    """The whole institutions of a group, by name."""
    kinds = {key for key, kind in codelist("actor_kinds").items() if kind.group == group}
    return (actor for _name, actor in sorted(ground.actors.items()) if actor.kind in kinds and not actor.parent_id)


def _author(ground: Ground, actor: Actor) -> User:
    code = actor.municipality.code if actor.municipality else ""
    return ground.authors.get(actor.name) or ground.authors.get(code, ground.secretariat)


def _years_of(actor: Actor, years: Sequence[Span]) -> list[Span]:
    """The years in which a place is there, from its first day on."""
    first = actor.opened_on or years[0].first
    return [Span(max(first, span.first), span.last) for span in years if span.last and span.last > first]


def _daycare(chance: random.Random, ground: Ground, actor: Actor, years: Sequence[Span]) -> int:
    """Two principles each year, so that all seven are gone through in four years, and again."""
    by, template = _author(ground, actor), ground.blueprint.plan_templates[PRINCIPLES]
    principles = list(template.focus.principles) if template.focus else []
    chance.shuffle(principles)
    plan: Plan | None = None
    spans = _years_of(actor, years)
    turn = 0
    for span in spans:
        plan = _next_plan(ground, template, actor, span, plan, by, {"keeper_of_focus": chance.choice(KEEPERS)})
        for on in _turns_in(span):
            chosen = [principles[(turn + step) % len(principles)] for step in range(2)]
            focus_on(plan=plan, principles=chosen, on=on, by=by)
            _live_by(chance, ground, plan, chance.choice(chosen), on, by)
            turn += 2
        _write_items(chance, plan, some(chance, DAYCARE_ITEMS, 2), by)
        _look_back(chance, plan, by)
    if plan is not None and happens(chance, 0.15):
        share_plan(plan=plan, is_shared=True, by=by)
    return len(spans)


def _school(chance: random.Random, ground: Ground, actor: Actor, years: Sequence[Span]) -> int:
    """A few ideas for each of the three goals, and something of one's own."""
    by, template = _author(ground, actor), ground.blueprint.plan_templates[ACTION_PLAN]
    plan: Plan | None = None
    spans = _years_of(actor, years)
    for span in spans:
        answers = {
            "who_drives_it": chance.choice(("working_group", "one_keeper")),
            "hours_set_aside": chance.randint(20, 80),
        }
        plan = _next_plan(ground, template, actor, span, plan, by, answers)
        for section in template.sections:
            for idea in some(chance, section.ideas, 1):
                add_idea(plan=plan, section=section.id, idea=idea.id, by=by)
        _write_items(chance, plan, some(chance, SCHOOL_ITEMS, 1), by)
        _look_back(chance, plan, by)
    if plan is not None and happens(chance, 0.2):
        share_plan(plan=plan, is_shared=True, by=by)
    return len(spans)


def _next_plan(
    ground: Ground,
    template: PlanTemplate,
    actor: Actor,
    span: Span,
    former: Plan | None,
    by: User,
    answers: Mapping[str, object],
) -> Plan:
    """The first plan of a place is begun; every other is carried over from the one before, with what is under way."""
    if former is None:
        return begin_plan(
            programme=ground.programme, template=template.id, place=actor, span=span, answers=answers, by=by
        )
    going_on = list(former.items.filter(status=ItemStatus.UNDER_WAY))
    plan = carry_over(plan=former, span=span, items=going_on, by=by)
    plan.programme = ground.programme
    return plan


def _turns_in(span: Span) -> list[date]:
    """The days on which the focus changes: once a year, and from the first day on."""
    last = span.last or LAST_DAY
    later = (date(year, 1, 1) for year in range(span.first.year + 1, last.year + 1))
    return [span.first, *later]


def _live_by(chance: random.Random, ground: Ground, plan: Plan, principle: str, on: date, by: User) -> None:
    """An example of a principle becomes everyday, some months on."""
    since = on + timedelta(days=chance.randint(40, 140))
    for example in some(chance, ground.blueprint.principles[principle].practice, 1):
        tick_practice(plan=plan, principle=principle, example=example.id, is_everyday=True, on=since, by=by)


def _write_items(chance: random.Random, plan: Plan, told: Sequence[tuple[str, str, str, str]], by: User) -> None:
    for section, what, how, who in told:
        day = plan.starts_on + timedelta(days=chance.randint(30, 300))
        when = When(min(day, plan.ends_on or day), is_whole_month=happens(chance, 0.6))
        add_item(plan=plan, told=ItemTold(what, section, how, who, when), by=by)


def _look_back(chance: random.Random, plan: Plan, by: User) -> None:
    """Near its end somebody looks at the plan: most is done, some is under way, and a little is dropped."""
    last = min(plan.ends_on or LAST_DAY, LAST_DAY)
    on = last - timedelta(days=chance.randint(5, 40))
    if on <= plan.starts_on:
        return
    done = (ItemStatus.DONE, ItemStatus.DONE, ItemStatus.DONE, ItemStatus.UNDER_WAY, ItemStatus.DROPPED)
    items: list[PlanItem] = list(plan.items.in_order())
    told = ReviewTold(
        on,
        chance.choice(WENT_WELL),
        chance.choice(WHAT_NEXT),
        {"how_did_it_go": chance.choice(("part_of_the_day", "under_way", "under_way"))},
    )
    review_plan(plan=plan, told=told, progress={item.pk: chance.choice(done) for item in items}, by=by)
