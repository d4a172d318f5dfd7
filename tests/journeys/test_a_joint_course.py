"""A long course from offer to approved hours: association, daycare, association again, leisure consultant."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from landsby.web.courses.models import SessionHours, SignUp
from tests.journeys.steps import Words, become, heading
from tests.journeys.ways import in_two_ways

SAID = {
    "da-DK": {
        "association": "Forening",
        "daycare": "Leder i dagtilbud",
        "consultant": "Kultur- og fritidskonsulent",
        "offer": "Tilbyd et forløb",
        "publish": "Læg tilbuddet ud",
        "join": "Meld en gruppe til",
        "sign_up": "Meld til",
        "parents": "Til forældrene",
        "hand_in": "Indsend",
        "approve": "Godkend de valgte",
        "sums": "Godkendte timer",
    },
    "en-GB": {
        "association": "Association",
        "daycare": "Daycare leader",
        "consultant": "Leisure consultant",
        "offer": "Offer a course",
        "publish": "Publish the offer",
        "join": "Sign a group up",
        "sign_up": "Sign up",
        "parents": "To the parents",
        "hand_in": "Hand in",
        "approve": "Approve those chosen",
        "sums": "Approved hours",
    },
}
"""What the pages of this journey say."""


@in_two_ways
def test_a_long_course_is_offered_signed_up_for_held_and_its_hours_approved(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given an association that offers eight Tuesdays to its own community
    said, page = SAID[words.locale], visitor(size, locale=words.locale)
    first = timezone.localdate() + timedelta(days=7)
    become(page, said["association"])
    home = page.url
    page.goto(f"{home}courses/")
    axe(page)
    page.get_by_role("link", name=said["offer"]).click()
    _offer(page, first)
    axe(page)
    page.get_by_role("button", name=said["publish"]).click()
    heading(page, "Leg på gulvet")
    axe(page)
    offer = page.url

    # When a daycare signs up on the offer's page
    become(page, said["daycare"])
    page.goto(offer)
    page.get_by_role("link", name=said["join"]).click()
    axe(page)
    page.locator("#id_children").fill("14")
    page.get_by_role("button", name=said["sign_up"], exact=True).click()

    # Then it has the place, and sees what to tell the parents
    expect(page.get_by_role("heading", name=said["parents"])).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Porten mod øst")
    axe(page)

    # Given that the first session has been held
    signed = SignUp.objects.latest("pk")
    session = signed.series.sessions.in_order()[0]
    Activity.objects.filter(pk=session.pk).update(status="held", starts_on=date(2022, 3, 1), children=13)

    # When the association hands in its hours, together with what else was waiting
    become(page, said["association"])
    page.goto(f"{home}hours/hand-in/")
    axe(page)
    for box in page.locator("input[name^=include_]").all():
        box.uncheck(force=True)
    page.locator(f"input[name=include_{session.pk}]").check(force=True)
    page.get_by_role("button", name=said["hand_in"], exact=True).click()
    expect(page.locator(".alert-success")).to_be_visible()

    # And the consultant finds it waiting on the front page and approves it
    hours = SessionHours.objects.get(session=session)
    become(page, said["consultant"])
    page.goto(f"{home}hours/approve/")
    axe(page)
    for box in page.locator("input[name=rows]").all():
        box.uncheck(force=True)
    page.locator(f"#row-{hours.pk}").check(force=True)
    page.get_by_role("button", name=said["approve"]).click()
    expect(page.locator(".alert-success")).to_be_visible()

    # Then it counts in the sums at the rate of that day
    hours.refresh_from_db()
    assert (hours.status, hours.rate, hours.amount) == ("approved", 500, 500)
    page.goto(f"{home}hours/sums/")
    heading(page, said["sums"])
    expect(page.get_by_role("main")).to_contain_text(re.compile("Mågevig Gymnastikforening"))
    axe(page)


def _offer(page: Page, first: date) -> None:
    """Fill in the form of an offer."""
    page.locator("#id_kind").select_option("joint_course_long")
    page.locator("#id_title").fill("Leg på gulvet")
    page.locator("#id_age_from").fill("3")
    page.locator("#id_age_to").fill("6")
    page.locator("#id_sessions").fill("8")
    page.locator("#id_most_children").fill("20")
    page.locator("#id_pickup").fill("Porten mod øst")
    page.locator("#id_weekday").select_option("1")
    page.locator("#id_groups").fill("1")
    page.locator("#id_start_time").fill("09:30")
    page.locator("#id_end_time").fill("10:30")
    page.locator("#id_first_on").fill(first.isoformat())
    page.locator("#id_last_on").fill((first + timedelta(weeks=12)).isoformat())
