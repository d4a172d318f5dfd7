"""The demo's persons: change from one to another with a click; a stranger is kept out."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.steps import Words, become
from tests.journeys.ways import in_four_ways


@in_four_ways
def test_one_click_and_one_is_somebody_else(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a visitor who sees the demo as a pedagogue
    page = visitor(size, locale=words.locale)
    page.goto("/")
    axe(page)
    become(page, words.pedagogue)
    page.goto(f"{page.url}activities/")
    log = page.get_by_role("main").get_by_role("link", name=words.log, exact=True)
    expect(log).to_be_visible()

    # When she changes to a member of the steering group
    page.locator(".invented-banner a").click()
    axe(page)
    become(page, words.steering)

    # Then she reads the same programme, and can write nothing
    axe(page)
    page.goto(f"{page.url}activities/")
    expect(log).to_have_count(0)


@in_four_ways
def test_a_stranger_is_kept_out(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given somebody who has only got an address of the programme
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    inside = page.url
    stranger = visitor(size, locale=words.locale)

    # When he opens it without signing in
    stranger.goto(inside)

    # Then he is asked to sign in, and sees nothing of it
    expect(stranger).to_have_url(re.compile("/sign-in/"))
    expect(stranger.get_by_role("main")).not_to_contain_text("Børneliv")
    axe(stranger)

    # And when he guesses a password, he is told no more than that it does not fit
    stranger.locator("main form input[type=email], main form input[type=text]").first.fill("nobody@landsby.example")
    stranger.locator("input[type=password]").fill("a guess at a password")
    stranger.locator("main form .button-primary").click()
    expect(stranger.get_by_role("alert").first).to_be_visible()
    expect(stranger).to_have_url(re.compile("/sign-in/"))
    axe(stranger)
