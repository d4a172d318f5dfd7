"""What the guards that ask for pages have to ask about: the same things near the cast's places and far from them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.accounts.tests.factors import a_passkey
from landsby.web.activities.actions import begin_calendar_import, make_feed
from landsby.web.activities.ical.times import Reading
from landsby.web.activities.models import CalendarDraft, FeedAbout
from landsby.web.activities.tests.factories import A_DAY, a_series, an_activity
from landsby.web.blueprints.actions import add_evidence, receive_version, write_adaptation
from landsby.web.blueprints.actions.evidence import ToldEvidence
from landsby.web.blueprints.models import LocalAdaptation, TheoryEvidence, TheoryVersion, UpgradeDraft
from landsby.web.courses.actions import add_window
from landsby.web.courses.tests.factories import (
    AFTER_THE_RISE,
    BEFORE_THE_RISE,
    a_sign_up,
    an_offer,
    handed_in,
    held_sessions,
    told_window,
)
from landsby.web.evaluations.tests.factories import a_declaration, a_draft, a_loading, a_run
from landsby.web.gatherings.tests.factories import a_gathering, a_pair_that_met, an_agreement, fill_gathering
from landsby.web.halls.actions import ask_swap
from landsby.web.halls.tests.factories import a_season, openings_of
from landsby.web.indicators.tests.factories import indicators_at, some_figures, years_of
from landsby.web.initiatives.tests.factories import initiatives_at
from landsby.web.partnerships.actions import add_actor, add_contact, begin_import, give_membership, invite, map_columns
from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.models import Actor, ImportDraft, Programme
from landsby.web.photos.tests.factories import a_photo
from landsby.web.plans.tests.factories import a_plan, an_item
from landsby.web.wheel.actions import begin_introduction
from landsby.web.wheel.tests.factories import a_date
from tests.architecture.questions import questions


@pytest.fixture
def things(
    cast: SimpleNamespace,
    world: SimpleNamespace,
    blueprint: Blueprint,
    operator: User,
    monkeypatch: pytest.MonkeyPatch,
) -> SimpleNamespace:
    """One thing of each noun at the quay, where most of the cast belong, and one at the bay, across the water.

    An import under way lies nowhere; it is its owner's: here the secretariat's, there the project leader's.
    """
    a_role = world.programme.roles.get(key="pedagogue")
    across_the_water = User.objects.create_user("bay@landsby.example", name="Bay")
    asked, token = invite(
        email="asked@landsby.example", name="A", role=a_role, place=world.daycare, by=cast.secretariat
    )
    asked_there, _ = invite(
        email="there@landsby.example", name="T", role=a_role, place=world.bay_school, by=cast.secretariat
    )
    followed, secret = make_feed(programme=world.programme, about=FeedAbout.MINE, by=cast.secretariat)
    followed_there, _ = make_feed(programme=world.programme, about=FeedAbout.MINE, by=cast.project_leader)
    duties = a_swap(blueprint, world, cast, operator)
    at_the_bay = {"municipality": world.south, "community": world.bay, "hosts": (world.bay_school,)}
    met = a_gathering(blueprint, world, operator)
    met_there = a_gathering(blueprint, world, operator, **at_the_bay)
    fill_gathering(met, world.school, operator)
    crabs = an_activity(blueprint, world, operator)
    crabs_there = an_activity(blueprint, world, operator, **at_the_bay)
    a_pair_that_met(blueprint, world, operator)
    plan, plan_there = a_plan(world, operator), a_plan(world, operator, place=a_daycare_over_the_water(world, operator))
    some_figures(world, blueprint, operator, years_of((world.quay, world.bay)))
    begin_introduction(actor=world.daycare, since_on=A_DAY, by=operator)
    # An evaluation is the whole programme's, wherever one stands; a run is asked for, and not carried out.
    monkeypatch.setattr("landsby.web.evaluations.tasks.carry_out_run", lambda run: None)
    declared = a_declaration(world.programme, operator)
    evaluations = {
        "evaluations": declared.pk,
        "evaluation-drafts": a_draft(world.programme, operator, "id: begun").pk,
        "cell-files": a_loading(declared, operator).pk,
        "evaluation-runs": a_run(declared, operator).pk,
    }
    return SimpleNamespace(
        asked=questions(world, operator),
        words_of={"blueprints:theory_file": {"form": "svg"}},
        words={
            "slug": world.programme.slug,
            "folder": "roles",
            "form": "csv",
            "kind": "crab_fishing",
            "competence": "knots",
            "year": 2023,
            "key": "pedagogue",
            "provider_id": "nobody-signs-in-here",
            "token": token,
            "secret": secret,
            "which": "ours",
            "theory_id": "tide_theory",
            "node_id": "trips_at_sea",
            "assumption_id": "wind_is_mild",
            "milestone": "own_knot",
            "indicator": "dares_at_seven",
            "content_hash": blueprint.roles["pedagogue"].content_hash,
            "uidb36": "1",
            "language": "da",
        },
        here={
            "activities": crabs.pk,
            "photos": a_photo(crabs, operator).pk,
            "series": a_series(blueprint, world, operator).pk,
            "gatherings": met.pk,
            "agreements": an_agreement(met, operator, actor=world.daycare).pk,
            "communities": world.quay.pk,
            "actors": world.daycare.pk,
            "contact": add_contact(actor=world.daycare, name="Contact", by=operator).pk,
            "invitations": asked.pk,
            "passkeys": a_passkey(cast.secretariat).pk,
            "people": cast.pedagogue.memberships.get().pk,
            "become": cast.pedagogue.pk,
            "import": an_import(world.programme, cast.secretariat).pk,
            "feeds": followed.pk,
            "calendar-import": a_calendar(world, world.club, cast.secretariat).pk,
            "versions": a_version(world.programme, blueprint, cast.secretariat).pk,
            "history": some_words(world.programme, cast.secretariat).pk,
            "theory-versions": TheoryVersion.objects.get(programme=world.programme, theory="tide_theory").pk,
            "evidence": some_evidence(world.programme, cast.secretariat).pk,
            "sessions": a_session(cast.secretariat).pk,
            "plans": plan.pk,
            "wheel-entries": a_date(world, world.daycare, operator).pk,
            "plan-items": an_item(plan, operator).pk,
            **courses(blueprint, world, operator),
            **evaluations,
            **duties["here"],
            **initiatives_at(world, world.daycare, operator),
            **indicators_at(world, world.quay, cast.secretariat, operator),
            "deliveries": some_figures(world, blueprint, operator, years_of((world.quay,)), again=True).pk,
        },
        there={
            "activities": crabs_there.pk,
            "photos": a_photo(crabs_there, operator).pk,
            "series": a_series(blueprint, world, operator, **at_the_bay).pk,
            "gatherings": met_there.pk,
            "agreements": an_agreement(met_there, operator, actor=world.bay_school).pk,
            "communities": world.bay.pk,
            "actors": world.bay_school.pk,
            "contact": add_contact(actor=world.bay_school, name="Contact", by=operator).pk,
            "invitations": asked_there.pk,
            "passkeys": a_passkey(cast.project_leader).pk,
            "people": give_membership(user=across_the_water, role=a_role, place=world.bay_school, by=operator).pk,
            "become": cast.stranger.pk,
            "import": an_import(world.programme, cast.project_leader).pk,
            "feeds": followed_there.pk,
            "calendar-import": a_calendar(world, world.club, cast.project_leader).pk,
            "versions": a_version(world.programme, blueprint, cast.project_leader).pk,
            "history": some_words(world.programme, cast.project_leader).pk,
            "theory-versions": TheoryVersion.objects.get(programme=world.programme, theory="tide_theory").pk,
            "evidence": some_evidence(world.programme, cast.project_leader).pk,
            "sessions": a_session(cast.project_leader).pk,
            "plans": plan_there.pk,
            "wheel-entries": a_date(world, world.bay_school, operator).pk,
            "plan-items": an_item(plan_there, operator).pk,
            **courses(blueprint, world, operator, institution=world.bay_school, **over_the_water(world, operator)),
            **evaluations,
            **duties["there"],
            **initiatives_at(world, world.bay_school, operator),
            **indicators_at(world, world.bay, cast.project_leader, operator),
            "deliveries": some_figures(world, blueprint, operator, years_of((world.bay,)), again=True).pk,
        },
    )


def a_daycare_over_the_water(world: SimpleNamespace, operator: User) -> Actor:
    """A daycare at the bay, which makes plans as the one at the quay does."""
    return add_actor(
        programme=world.programme,
        kind="kindergarten",
        name="Bugtens Børnehave",
        municipality=world.south,
        community=world.bay,
        by=operator,
    )


def over_the_water(world: SimpleNamespace, operator: User) -> dict[str, Any]:
    """An association across the water, and whom it offers its courses to."""
    club = add_actor(
        programme=world.programme,
        kind="association",
        name="Bugtens Roklub",
        municipality=world.south,
        community=world.bay,
        by=operator,
    )
    return {"host": club, "municipality": world.south, "community": world.bay}


def courses(
    blueprint: Blueprint, world: SimpleNamespace, by: User, *, institution: Actor | None = None, **told: Any
) -> dict[str, int]:
    """An offer that is open, somebody who waits for a place on it, and hours of one that was held."""
    guest = institution or world.school
    sessions = held_sessions(blueprint, world, by, days=(BEFORE_THE_RISE, AFTER_THE_RISE), institution=guest, **told)
    # Under another name than the course that was held: the same offer made once more would be that one.
    offer = an_offer(blueprint, world, by, first=timezone.localdate(), title="Ud at sejle igen", **told)
    window = offer.windows.get()
    a_sign_up(window, guest, by)
    return {
        "courses": offer.pk,
        "times": add_window(offer=offer, told=told_window(timezone.localdate()), by=by).pk,
        "sign-ups": a_sign_up(window, guest, by, may_wait=True).pk,
        "hours": handed_in(sessions[:1], by)[0].pk,
    }


def a_calendar(world: SimpleNamespace, host: Actor, owner: User) -> CalendarDraft:
    """A calendar in which there was nothing to read, on its way in."""
    return begin_calendar_import(
        programme=world.programme, host=host, kind="crab_fishing", file_name="a.ics", reading=Reading(), by=owner
    )


def an_import(programme: Programme, owner: User) -> ImportDraft:
    """A file with one kindergarten and one kind that nobody knows, its columns told, ready for the next step."""
    table = Table(headings=("House", "Sort"), rows=(("Tangloppen", "kindergarten"), ("Skibet", "ship")), numbers=(2, 3))
    draft = begin_import(programme=programme, file_name="houses.csv", table=table, by=owner)
    columns = ColumnMap({Target.NAME: "House", Target.KIND: "Sort"}, municipality="0901")
    return map_columns(draft=draft, columns=columns, by=owner)


def a_session(owner: User) -> UserSession:
    """A place where somebody is signed in."""
    store = SessionStore()
    store.create()
    return UserSession.objects.create(user=owner, ip="10.0.0.9", session_key=store.session_key, user_agent="Firefox")


def a_version(programme: Programme, blueprint: Blueprint, owner: User) -> UpgradeDraft:
    """A second version of the made-up blueprint, which somebody is looking at."""
    data = blueprint.to_data()
    later = Blueprint.from_data({**data, "blueprint": {**data["blueprint"], "version": "2"}})
    return receive_version(programme=programme, blueprint=later, file_name="two.zip", by=owner)


def some_words(programme: Programme, author: User) -> LocalAdaptation:
    """The programme's own words about a role."""
    patch = {"set": {"title": {"da": "Voksen", "en": "Grown-up"}}}
    return write_adaptation(programme=programme, folder="roles", key="pedagogue", patch=patch, by=author)


def some_evidence(programme: Programme, author: User) -> TheoryEvidence:
    """Something that speaks for an assumption of the theory of change."""
    told = ToldEvidence("for", f"The wind was mild, says {author}.", timezone.localdate())
    return add_evidence(programme=programme, assumption="wind_is_mild", told=told, by=author)


def a_swap(
    blueprint: Blueprint, world: SimpleNamespace, cast: SimpleNamespace, operator: User
) -> dict[str, dict[str, int]]:
    """A season here and one there; in each somebody asks to swap the first duty with a neighbour."""
    told = {}
    for place, community, host in (("here", world.quay, world.club), ("there", world.bay, world.bay_school)):
        neighbour = add_actor(
            programme=world.programme,
            kind="association",
            name=f"Neighbour {place}",
            community=community,
            municipality=community.municipality,
            by=operator,
        )
        season = a_season(
            blueprint, world, operator, community=community, hosts=(host,), associations=(host, neighbour)
        )
        first = openings_of(season)[0]
        swap = ask_swap(opening=first, giver=host, taker=neighbour, by=cast.secretariat)
        told[place] = {"halls": season.pk, "openings": first.pk, "swaps": swap.pk}
    return told
