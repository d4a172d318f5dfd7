"""A leader leaves, and what they look after passes to a colleague."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from landsby.web.partnerships.models import Membership
from tests.journeys.steps import Words, become
from tests.journeys.ways import in_two_ways


def who_leads(programme: str) -> tuple[Membership, Activity]:
    """Somebody who leads a daycare or a school, and one activity that they have planned there."""
    leading = Membership.objects.filter(role__programme__slug=programme, actor__isnull=False).current()
    membership = leading.filter(role__key__endswith="leader").select_related("user", "actor")[0]
    activity = Activity.objects.filter(involvements__actor=membership.actor).order_by("-starts_on")[0]
    soon = timezone.localdate() + timedelta(days=20)
    Activity.objects.filter(pk=activity.pk).update(
        status="planned", starts_on=soon, ends_on=None, created_by=membership.user
    )
    return membership, activity


@in_two_ways
def test_a_leader_leaves_and_a_colleague_takes_over(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a leader who has planned something, and the secretariat, who looks at the list of people
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    slug = page.url.split("/p/")[1].split("/")[0]
    membership, activity = who_leads(slug)
    page.goto(f"/p/{slug}/people/")
    axe(page)

    # When it ends the leader's role
    page.locator(f"a[href$='/people/{membership.pk}/end/']").click()

    # Then it is shown what the leader looks after, and chooses who takes over
    axe(page)
    heirs = page.locator("input[name=heir]:not([value=nobody])")
    expect(page.locator("input[name=heir]:checked")).to_have_count(0)
    heir = heirs.first.get_attribute("value")
    page.locator("input[name=heir]:not([value=nobody]) + label").first.click()
    page.locator("main form .button-primary").click()
    expect(page.get_by_role("status").filter(has_text=membership.user.name)).to_be_visible()
    axe(page)

    # And the colleague has it
    activity.refresh_from_db()
    membership.refresh_from_db()
    assert str(activity.created_by_id) == heir
    assert membership.ended_on == timezone.localdate()
