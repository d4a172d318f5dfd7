"""The secretariat follows the calendar, cancels, and the phone hears of it; an association plans from its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import icalendar
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from tests.journeys.steps import DANISH, become, heading
from tests.journeys.ways import DESKTOP, PHONE

on_phone_and_desktop = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


def events(page: Page, address: str) -> dict[str, icalendar.Event]:
    """What a calendar that knows nothing but the link reads, by title."""
    answer = page.context.browser.new_context().request.get(address)
    assert answer.status == 200
    calendar = icalendar.Calendar.from_ical(answer.body())
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


@on_phone_and_desktop
def test_what_is_cancelled_is_cancelled_in_the_phone_too_and_a_withdrawn_link_is_silent(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict
) -> None:
    # Given the secretariat, who has planned something for next week
    page = visitor(size)
    become(page, DANISH.secretariat)
    inside = page.url
    page.goto(f"{inside}activities/new/open_hall/")
    page.locator("#id_title").fill("Åben hal; med klatring")
    page.locator("input[name=status][value=planned]").check(force=True)
    page.locator("#id_starts_on").fill((timezone.localdate() + timedelta(days=7)).isoformat())
    page.locator("#id_start_time").fill("10:00")
    page.locator("#id_community").select_option(index=1)
    page.get_by_role("button", name=DANISH.save, exact=True).click()
    heading(page, "Åben hal; med klatring")
    planned = page.url

    # When she goes from the calendar to her phone's calendar, and makes a link
    page.goto(f"{inside}activities/calendar/")
    axe(page)
    page.get_by_role("link", name="Kalender i din telefon").click()
    heading(page, "Kalender i din telefon")
    axe(page)
    page.get_by_label("Hvad skal kalenderen vise?").select_option("programme")
    page.get_by_role("button", name="Lav et link").click()
    heading(page, "Dit link er klar")
    axe(page)
    link = page.get_by_label("Link", exact=True).input_value()

    # Then a calendar reads the activity from it, without signing in
    before = events(page, link)["Åben hal; med klatring"]
    assert before["STATUS"] == "CONFIRMED"
    assert before["DTSTART"].dt.strftime("%H:%M") == "10:00"

    # And when she cancels it, the next reading says so, about the same event
    page.goto(f"{planned}cancel/")
    page.locator("#id_because").fill("Hallen er lukket")
    page.get_by_role("button", name="Gem som aflyst").click()
    expect(page.get_by_role("main")).to_contain_text("Hallen er lukket")
    after = events(page, link)["Aflyst: Åben hal; med klatring"]
    assert (after["UID"], after["STATUS"]) == (before["UID"], "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "Hallen er lukket" in after["DESCRIPTION"]

    # And when she withdraws the link, nobody reads anything by it
    page.goto(f"{inside}activities/feeds/")
    expect(page.get_by_role("main")).not_to_contain_text("ikke endnu")
    axe(page)
    page.get_by_role("button", name=re.compile("Træk tilbage")).click()
    expect(page.locator(".alert-success")).to_contain_text("virker ikke længere")
    assert page.context.browser.new_context().request.get(link).status == 404


@on_phone_and_desktop
def test_a_season_in_another_calendar_is_seen_through_and_planned(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict
) -> None:
    # Given an association with its season in a calendar, one event of which has lost its time
    page = visitor(size)
    become(page, "Forening")
    start = timezone.localdate() + timedelta(days=3)
    season = "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT",
            "UID:a@klub",
            "SUMMARY:Fælles træning",
            f"DTSTART;TZID=Europe/Copenhagen:{start:%Y%m%d}T160000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "END:VEVENT",
            "BEGIN:VEVENT",
            "UID:b@klub",
            "SUMMARY:Stævne",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )

    # When they send it from the calendar page
    page.goto(f"{page.url}activities/calendar/")
    page.get_by_role("link", name="Indlæs en kalender").click()
    heading(page, "Indlæs en kalender")
    axe(page)
    file = {"name": "saeson.ics", "mimeType": "text/calendar", "buffer": season.encode()}
    page.get_by_label("Kalenderfil").set_input_files(file)
    page.get_by_label("Begivenhederne er").select_option(index=1)
    page.get_by_role("button", name="Se den efter").click()

    # Then they see what would be planned and what cannot be read, and nothing is stored
    heading(page, "Se efter, før du indlæser")
    expect(page.locator("#new li")).to_have_count(3)
    expect(page.locator("#skipped")).to_contain_text("Der står ikke, hvornår den begynder.")
    axe(page)
    before = Activity.objects.count()

    # And when they say yes, three activities are planned
    page.get_by_role("button", name="Indlæs 3 aktiviteter").click()
    expect(page.locator(".alert-success")).to_contain_text("3 aktiviteter er indlæst.")
    assert Activity.objects.count() == before + 3
    axe(page)
