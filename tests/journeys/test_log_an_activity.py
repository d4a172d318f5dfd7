"""A pedagogue logs what the children did, and sees it move the picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import DANISH, Words, become, heading, number_in
from tests.journeys.ways import in_four_ways


@pytest.fixture
def service_workers() -> str:
    """Here Landsby stays on the device, as it does for everybody."""
    return "allow"


@in_four_ways
def test_three_taps_and_a_number_move_the_picture(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a pedagogue who has just been out with the children
    page = visitor(size, locale=words.locale)
    become(page, words.pedagogue)
    front = page.url
    axe(page)

    # When she chooses what they did, writes a number, and saves
    page.get_by_role("main").get_by_role("link", name=words.log).first.click()
    axe(page)
    page.get_by_role("radio", name=words.movement).check()
    page.get_by_label(words.how_many).fill("14")
    page.get_by_role("button", name=words.save, exact=True).click()

    # Then she is thanked, and told what it moved
    heading(page, words.thanks)
    axe(page)
    moved = page.locator(".moved a").first
    promised = number_in(moved.inner_text())
    moved.click()
    expect(page.locator(".list-summary strong").first).to_have_text(str(promised))
    axe(page)

    # And once more moves it by one
    page.goto(f"{front}activities/log/")
    page.get_by_role("radio", name=words.movement).check()
    page.get_by_label(words.how_many).fill("9")
    page.get_by_role("button", name=words.save, exact=True).click()
    assert number_in(page.locator(".moved a").first.inner_text()) == promised + 1
    page.get_by_role("link", name=words.see_the_picture).click()
    axe(page)


def test_a_wrong_number_loses_nothing(phone: Page, axe: Callable[[Page], None]) -> None:
    # Given a pedagogue who slips on the digits
    become(phone, DANISH.pedagogue)
    phone.get_by_role("main").get_by_role("link", name=DANISH.log).first.click()
    phone.get_by_label(DANISH.a_few_words).fill("Lege i skoven")
    phone.get_by_label(DANISH.how_many).fill("10000")

    # When she saves
    phone.get_by_role("button", name=DANISH.save, exact=True).click()

    # Then the page says what is wrong and where, and keeps what she wrote
    expect(phone.get_by_role("alert")).to_contain_text("Skriv et helt tal fra 0 til 5000.")
    expect(phone.get_by_label(DANISH.a_few_words)).to_have_value("Lege i skoven")
    axe(phone)

    # And when she mends it, it is saved
    phone.get_by_label(DANISH.how_many).fill("10")
    phone.get_by_role("button", name=DANISH.save, exact=True).click()
    heading(phone, DANISH.thanks)
