"""What one small build leaves in the database; these tests only read it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from landsby.demo import winters
from landsby.demo.people import PERSONAS
from landsby.demo.plan import Outcome
from landsby.demo.planning import Size, plan_demo
from landsby.demo.plans import ACTION_PLAN, PRINCIPLES
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, Series
from landsby.web.halls.models import Opening, Season, Swap
from landsby.web.kit.models import AuditEntry
from landsby.web.partnerships.access import standing_in
from landsby.web.partnerships.models import Actor, Membership
from landsby.web.photos.consent import Consent
from landsby.web.photos.models import Photo
from landsby.web.plans.models import FocusPrinciple, Plan, PlanItem, PlanReview


def test_all_that_was_planned_is_written(small):
    plan = plan_demo(1, Size.SMALL)
    ours = Activity.objects.of(small.programme)
    assert small.activities == ours.count() == len(plan.every_gathering)
    assert Counter(ours.values_list("status", flat=True)) == Counter(str(one.outcome) for one in plan.every_gathering)
    assert Series.objects.count() == len(plan.courses)
    assert Actor.objects.of(small.programme).count() == len(plan.actors)
    assert ours.filter(involvements=None).count() == 0
    held = ours.held().filter(kind="open_hall").order_by("starts_on").first()
    told = next(one for one in plan.gatherings if one.kind == "open_hall" and one.outcome is Outcome.HELD)
    assert (held.starts_on, held.children, held.extra) == (told.on, told.counts.children, told.extra)


def test_every_row_is_in_the_audit(small):
    things = Counter(AuditEntry.objects.filter(act="created").values_list("thing", flat=True))
    assert things["activities.activity"] == Activity.objects.count()
    assert things["partnerships.actor"] == Actor.objects.count()
    assert things["partnerships.membership"] == Membership.objects.count()
    assert AuditEntry.objects.filter(thing="activities.activity", act="changed").exists()


def test_every_page_will_say_that_it_is_invented(small):
    assert small.programme.is_invented


def test_each_persona_has_their_role_and_no_password(small):
    for persona in PERSONAS:
        user = User.objects.get(email=persona.email)
        assert not user.has_usable_password()
        assert not user.is_operator
        assert [membership.role.key for membership in standing_in(user, small.programme).memberships] == [persona.role]
    assert set(User.objects.personas()) == set(User.objects.filter(is_operator=False))


def test_actors_are_renamed_closed_and_merged(small):
    assert Actor.objects.filter(name="Naturbørnehuset Kærulden", former_names__name="Børnehuset Kærulden").exists()
    assert Actor.objects.get(name="Kildetoft Bordtennis").merged_into.name == "Kildetoft Boldklub"
    assert Actor.objects.get(name="Sivkær Landhandel").closed_on == date(2024, 2, 29)


def test_every_open_hall_of_a_season_lies_in_it_and_its_rota_is_as_it_was(small):
    plan = plan_demo(1, Size.SMALL)
    gathered = {one.activity.starts_on: one for one in Opening.objects.with_activity()}
    halls = [one for one in plan.gatherings if one.kind == "open_hall" and one.community == "Mågevig"]
    in_season = [one for one in halls if one.on.weekday() == 6]
    assert len(in_season) > 10
    for hall in in_season:
        opening = gathered[hall.on]
        assert opening.season.starts_on <= hall.on <= opening.season.ends_on
        assert opening.season.community.name == opening.activity.community.name


def test_swaps_have_been_agreed_and_one_waits_for_the_gymnasts(small):
    agreed = Swap.objects.filter(status="accepted").exclude(message="").select_related("taker", "opening")
    assert {swap.taker.name for swap in agreed} == {"FDF Mågevig"}
    assert all("FDF Mågevig" in [host.name for host in swap.opening.hosts] for swap in agreed)
    waiting = Swap.objects.asked().filter(taker__name="Mågevig Gymnastikforening")
    assert waiting.count() == len(winters.YEARS)
    assert Season.objects.filter(openings=None).count() == 0


def test_every_daycare_has_its_principle_plan_and_every_school_its_action_plan(small):
    plans = Plan.objects.of(small.programme).running()
    per_template = Counter(plans.values_list("template", flat=True))
    assert per_template == {PRINCIPLES: 31, ACTION_PLAN: 11}
    assert plans.values("actor").distinct().count() == 42
    assert {row.plan.template for row in FocusPrinciple.objects.select_related("plan")} == {PRINCIPLES}
    assert PlanReview.objects.filter(plan__in=plans).count() == 42
    assert not PlanItem.objects.filter(plan__in=plans, status="planned").exists()


def test_photos_show_nobody_and_belong_to_what_was_held(small):
    photos = Photo.objects.filter(programme=small.programme)
    assert photos.count() > 5
    assert {photo.consent for photo in photos} == {Consent.NOBODY}
    assert all(photo.thing.is_held and photo.text for photo in photos)
