"""A daycare leader plans and registers many activities at once, instead of one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from tests.journeys.steps import Words, become, heading
from tests.journeys.ways import in_two_ways


@dataclass(frozen=True)
class Many:
    """What these journeys look for on the pages, in one language."""

    leader: str
    copy: str
    look: str
    plan: str
    copied: str
    repeat: str
    look_days: str
    following: str
    change: str
    many_at_once: str
    enter_many: str
    save_all: str


MANY = {
    "da-DK": Many(
        "Leder i dagtilbud",
        "Kopiér fra før",
        "Se efter",
        "Planlæg dem",
        "er kopieret",
        "Gentag",
        "Se dagene efter",
        "Denne og de følgende",
        "Ret",
        "Mange på én gang",
        "Skriv mange ind",
        "Gem alle",
    ),
    "en-GB": Many(
        "Daycare leader",
        "Copy from before",
        "Check",
        "Plan them",
        "has been copied",
        "Repeat",
        "Look the days over",
        "This and the following",
        "Edit",
        "Many at once",
        "Enter many",
        "Save all",
    ),
}


@pytest.fixture
def many(words: Words) -> Many:
    """The words of the language that is walked in."""
    return MANY[words.locale]


@in_two_ways
def test_last_years_activities_are_looked_over_and_planned_again(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words, many: Many
) -> None:
    # Given a daycare leader who did much in one spring
    page = visitor(size, locale=words.locale)
    become(page, many.leader)
    page.goto(f"{page.url}activities/new/")
    page.get_by_role("main").get_by_role("link", name=many.copy).click()
    heading(page, many.copy)
    page.locator("#span").select_option("20241")
    page.get_by_role("button", name=words.show, exact=True).click()
    axe(page)

    # When she chooses two of them, and mends a day and a title
    boxes = page.locator("input[name=pick]")
    for number in range(2, boxes.count()):
        boxes.nth(number).uncheck(force=True)
    before = Activity.objects.count()
    page.get_by_role("button", name=many.look).click()
    rows = page.locator(".copy-row")
    expect(rows).to_have_count(2)
    axe(page)
    rows.nth(0).locator("input[type=text]").fill("Once more")
    rows.nth(1).locator("input[type=date]").fill("")
    page.get_by_role("button", name=many.plan).click()

    # Then nothing is stored as long as a day is missing
    expect(rows.nth(1).locator(".form-error-message")).to_be_visible()
    axe(page)
    assert Activity.objects.count() == before

    # And when it is there, both are planned, without counts
    rows.nth(1).locator("input[type=date]").fill("2027-03-01")
    page.get_by_role("button", name=many.plan).click()
    expect(page.locator(".alert-success")).to_be_visible()
    made = list(Activity.objects.newest_first().filter(pk__gt=Activity.objects.order_by("-pk")[2].pk))
    assert {one.starts_on for one in made} >= {date(2027, 3, 1)}
    assert [(one.status, one.children) for one in made] == [("planned", None)] * 2
    page.locator("#span").select_option("20241")
    page.get_by_role("button", name=words.show, exact=True).click()
    expect(page.get_by_role("link", name=many.copied)).to_have_count(2)
    axe(page)


@in_two_ways
def test_what_happens_every_week_is_planned_once_and_changed_from_a_day_on(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words, many: Many
) -> None:
    # Given a daycare leader at the whole form of an open hall, on a Thursday before Christmas
    page = visitor(size, locale=words.locale)
    become(page, many.leader)
    page.goto(f"{page.url}activities/new/open_hall/")
    page.locator("#id_title").fill("Every Thursday")
    page.locator("#id_starts_on").fill("2026-12-17")

    # When she repeats it every week, four times
    page.locator(".fold-repeat summary").click()
    page.locator("#id_repeat").select_option("weekly")
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.locator(".fold-repeat .form-error-message")).to_be_visible()
    axe(page)
    page.locator("#id_repeat_times").fill("4")
    page.get_by_role("button", name=words.save, exact=True).click()

    # Then she sees the days, and those of Christmas are left out
    heading(page, many.look_days)
    days = page.locator("input[name=day]")
    expect(days).to_have_count(4)
    assert [days.nth(number).is_checked() for number in range(4)] == [True, False, False, True]
    axe(page)
    days.nth(2).check(force=True)
    page.get_by_role("button", name=many.plan).click()

    # And each that stays is an activity, which knows of the others
    heading(page, "Every Thursday")
    assert Activity.objects.filter(title="Every Thursday").count() == 3
    page.locator(".repetitions summary").click()
    axe(page)
    page.locator(".repetitions a").first.click()

    # And when she changes the second and those that follow, the first stays as it was
    page.get_by_role("link", name=many.change, exact=True).click()
    page.locator("#id_title").fill("Every Thursday at ten")
    page.get_by_label(many.following).check(force=True)
    axe(page)
    page.get_by_role("button", name=words.save, exact=True).click()
    heading(page, "Every Thursday at ten")
    titles = list(
        Activity.objects.filter(title__startswith="Every Thursday").in_order().values_list("title", flat=True)
    )
    assert titles == ["Every Thursday", *["Every Thursday at ten"] * 2]


PASTE = """text => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@in_two_ways
def test_a_month_is_pasted_from_a_spreadsheet_mended_and_stored_as_a_whole(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words, many: Many
) -> None:
    # Given a daycare leader at the table, whose own institution is the host already
    page = visitor(size, locale=words.locale)
    become(page, many.leader)
    page.goto(f"{page.url}activities/log/")
    page.get_by_role("link", name=many.many_at_once).click()
    heading(page, many.enter_many)
    axe(page)
    cells = {name: page.locator(f"#id_row-1-{name}") for name in ("day", "kind", "host")}
    expect(cells["host"]).not_to_have_value("")

    # When she pastes nine rows, the last of which has no number
    days = [f"{day}-3-2025" for day in range(1, 10)]
    rows = [f"{day}\t{words.open_hall}\t\t{number}\tPasted {number}" for number, day in enumerate(days[:8], start=1)]
    cells["day"].focus()
    page.evaluate(PASTE, "\n".join([*rows, f"{days[8]}\t{words.open_hall}"]))
    expect(page.locator("#id_row-9-day")).to_have_value(days[8])
    before = Activity.objects.count()
    page.get_by_role("button", name=many.save_all).click()

    # Then nothing is stored, the row and its column are named, and the others stand as they were
    wrong = page.get_by_role("alert").get_by_role("link")
    expect(wrong).to_have_count(1)
    assert Activity.objects.count() == before
    expect(page.locator("#id_row-8-words")).to_have_value("Pasted 8")
    axe(page)

    # And with Enter she goes down to it, and all of them are stored
    page.locator("#id_row-8-count").press("Enter")
    expect(page.locator("#id_row-9-count")).to_be_focused()
    page.keyboard.type("9")
    page.get_by_role("button", name=many.save_all).click()
    expect(page.locator(".alert-success")).to_contain_text("9")
    assert Activity.objects.count() == before + 9
    heading(page, words.activities)
    axe(page)
