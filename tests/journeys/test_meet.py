"""A local meeting over four years: planned, signed up for, counted, thought of, agreed at; and the shift is drawn."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from tests.journeys.steps import DANISH, ENGLISH, Words, become, heading
from tests.journeys.ways import in_two_ways

SAYS = {
    DANISH: SimpleNamespace(
        plan="Planlæg",
        sign_up="Meld til",
        save_sign_up="Gem tilmeldingen",
        roll="Tæl op",
        save_roll="Gem fremmødet",
        tell="Fortæl, hvordan det var",
        send="Send svaret",
        agree="Skriv aftalen ned",
        done="Det er gjort",
        yes="Ja",
        leads="Hvem leder",
        local="De lokale aktører",
        table="Vis tallene som tabel",
        full="Der er kun",
    ),
    ENGLISH: SimpleNamespace(
        plan="Plan",
        sign_up="Sign up",
        save_sign_up="Save the sign-up",
        roll="Call the roll",
        save_roll="Save the attendance",
        tell="Say how it was",
        send="Send the answer",
        agree="Write the agreement down",
        done="It is done",
        yes="Yes",
        leads="Who leads",
        local="The local actors",
        table="Show the numbers as a table",
        full="Only",
    ),
}
MEETING = "network_meeting"


@pytest.fixture
def meeting(site: str) -> Activity:
    """The latest local meeting of the demo, moved to today and not held yet: the fifth year begins."""
    held = Activity.objects.filter(kind=MEETING, status="held", community__name="Mågevig").order_by("starts_on")
    latest = held.last()
    assert latest is not None
    latest.agreements.all().delete()
    latest.turnout.all().delete()
    latest.status, latest.starts_on, latest.staff, latest.volunteers = "planned", timezone.localdate(), None, None
    latest.save()
    return latest


@in_two_ways
def test_a_meeting_is_planned_joined_counted_and_agreed_at(
    visitor: Callable[..., Page],
    axe: Callable[[Page], None],
    meeting: Activity,
    size: dict,
    words: Words,
) -> None:
    says = SAYS[words]
    # Given the secretariat at a meeting, who opens it for sign-up with six places and an agenda
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"/gatherings/{meeting.pk}/plan/")
    page.get_by_role("checkbox").first.check(force=True)
    page.locator("#id_capacity").fill("6")
    page.locator("#id_sign_up_ends_on").fill("")
    page.locator("#id_point_1").fill("Kaffe")
    axe(page)
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Kaffe")
    axe(page)

    # When she signs up more than there is room for, she is told, and nothing is lost
    page.get_by_role("link", name=says.sign_up, exact=True).click()
    page.locator("#id_actor").select_option(index=3)
    page.locator("#id_people_1").fill("7")
    page.get_by_role("button", name=says.save_sign_up).click()
    expect(page.get_by_role("main")).to_contain_text(says.full)
    expect(page.locator("#id_people_1")).to_have_value("7")
    axe(page)
    page.locator("#id_people_1").fill("3")
    page.locator("#id_profession_1").select_option(index=1)
    page.get_by_role("button", name=says.save_sign_up).click()

    # And calls the roll on one screen
    page.get_by_role("link", name=says.roll).click()
    expect(page.locator("#id_came_1")).to_have_value("3")
    page.locator("#id_came_1").fill("2")
    page.locator("#id_besides_volunteers").fill("1")
    axe(page)
    page.get_by_role("button", name=says.save_roll).click()
    expect(page.get_by_role("main")).to_contain_text("2")

    # And somebody says how it was, without a name
    page.get_by_role("link", name=says.tell).click()
    for name in ("use", "know", "again"):
        page.locator(f"input[name={name}][value=yes]").check(force=True)
    axe(page)
    page.get_by_role("button", name=says.send).click()

    # And they agree on something, which is done
    page.goto(f"/gatherings/{meeting.pk}/")
    page.locator("#id_text").fill("Vi laver suppe sammen")
    page.get_by_role("button", name=says.agree).click()
    page.get_by_role("button", name=says.done).first.click()
    expect(page.locator(".agreements .is-done")).to_contain_text("Vi laver suppe sammen")
    axe(page)

    # Then the years are drawn: in the first the project leader led, in the last the local actors do
    page.goto("/p/sund-balance/gatherings/leading/")
    heading(page, says.leads)
    expect(page.locator(".chart-drawing canvas, .chart-drawing svg").first).to_be_visible()
    page.get_by_text(says.table).click()
    rows = page.locator(".chart-table tbody tr")
    first, last = (rows.filter(has_text=year).locator("td").last.inner_text() for year in ("2020", "2024"))
    assert int(first) == 0
    assert int(last) > 10
    axe(page)
