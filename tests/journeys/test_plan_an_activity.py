"""A project leader plans an activity with the whole form, whose folds say what is chosen in them."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.steps import Words, become, heading
from tests.journeys.ways import in_two_ways


@in_two_ways
def test_the_whole_form_asks_for_what_matters_and_loses_nothing(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given the secretariat at the whole form of an open hall
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"{page.url}activities/new/open_hall/")
    heading(page, words.open_hall)
    axe(page)

    # When she chooses a host, its fold says who it is
    hosts, attendance = page.locator(".fold-hosts"), page.locator(".fold-attendance")
    hosts.locator("summary").click()
    hosts.get_by_role("searchbox").fill("no actor of that name")
    expect(hosts.get_by_role("status")).to_be_visible()
    expect(hosts.locator("label:visible")).to_have_count(0)
    hosts.get_by_role("searchbox").fill("forening gymnastik")
    expect(hosts.get_by_role("status")).to_have_text(re.compile(r"^\d+ "))
    hosts.locator(".form-group-checkbox:visible label").first.click()
    host = hosts.locator("label:visible").first.inner_text()
    expect(hosts.locator("summary")).to_contain_text(host)
    axe(page)
    hosts.locator("summary").click()

    # And how many came is asked as soon as it has been held, and not before
    expect(attendance).to_be_hidden()
    page.locator("input[name=status][value=held]").check(force=True)
    expect(attendance.locator("#id_children")).to_be_visible()
    attendance.locator("#id_children").fill("10000")
    page.get_by_role("button", name=words.save, exact=True).click()

    # Then a wrong number is shown in its open fold, and the host is still chosen
    expect(page.get_by_role("alert")).to_be_visible()
    expect(attendance.locator("#id_children")).to_be_visible()
    expect(hosts.locator("#id_hosts_0")).to_be_hidden()
    expect(hosts.locator("summary")).to_contain_text(host)
    axe(page)

    # And when she mends it, it is stored, and she is thanked
    attendance.locator("#id_children").fill("41")
    page.get_by_role("button", name=words.save, exact=True).click()
    heading(page, words.thanks)
    expect(page.get_by_role("main")).to_contain_text("41")
    axe(page)
