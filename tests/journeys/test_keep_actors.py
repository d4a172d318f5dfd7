"""Actors kept true: one is asked before it closes, and a contact is corrected."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.steps import Words, become
from tests.journeys.ways import in_two_ways

ACTOR = "Børnehuset Tangloppen"


@in_two_ways
def test_an_actor_does_not_close_unasked_and_its_contact_is_corrected(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given the secretariat on the page of a daycare that has a part in what is planned
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"{page.url}actors/?q={ACTOR}")
    main = page.get_by_role("main")
    main.get_by_role("link", name=ACTOR).first.click()
    axe(page)
    here = page.url

    # When it is to close on a day before that
    page.goto(f"{here}close/")
    page.locator("#id_closed_on").fill("2024-10-01")
    main.locator("form .button-primary").click()

    # Then its plan, and what is planned and held from that day, is told, one click away, and the daycare is still open
    expect(main.get_by_role("alert").get_by_role("link")).to_have_count(3)
    axe(page)
    page.goto(here)
    expect(main.locator("a[href$='/close/']")).to_be_visible()

    # And when a contact has got a telephone, it is written on the page
    main.locator("a[href*='/contacts/'][href$='/change/']").first.click()
    axe(page)
    page.locator("#id_phone").fill("12 34 56 78")
    main.locator("form .button-primary").click()
    expect(main.locator("a[href='tel:12345678']")).to_be_visible()
    axe(page)
