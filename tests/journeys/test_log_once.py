"""A pedagogue goes back and saves again, and types a number that a browser might change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from tests.journeys.steps import DANISH, ENGLISH, become, heading
from tests.journeys.ways import PHONE

WORDS = "Tangkrabber ved molen"


@pytest.fixture
def service_workers() -> str:
    """Here Landsby stays on the device, as it does for everybody."""
    return "allow"


def stored() -> int:
    """How many activities of this journey there are."""
    return Activity.objects.mentioning(WORDS).count()


def log(page: Page, count: str) -> None:
    """Fill in the quick log, and save."""
    page.get_by_label(DANISH.how_many).fill(count)
    page.get_by_label(DANISH.a_few_words).fill(WORDS)
    page.get_by_role("button", name=DANISH.save, exact=True).click()


def test_back_and_save_again_asks_before_it_stores_a_second_one(phone: Page, axe: Callable[[Page], None]) -> None:
    # Given a pedagogue who has just saved what the children did
    become(phone, DANISH.pedagogue)
    phone.get_by_role("main").get_by_role("link", name=DANISH.log).first.click()
    # The last of the kinds: what was used last stands first the next time, so that the choices change places
    phone.get_by_role("radio").and_(phone.locator("[name=kind]")).last.locator("xpath=..").click()
    chosen = phone.locator("[name=kind]:checked").input_value()
    log(phone, "14")
    heading(phone, DANISH.thanks)
    expect(phone.get_by_text("14 børn", exact=True)).to_be_visible()
    axe(phone)

    # When she goes back, finds the page as she left it, and saves
    phone.go_back()
    expect(phone.get_by_label(DANISH.how_many)).to_have_value("14")
    expect(phone.locator("[name=kind]:checked")).to_have_value(chosen)
    phone.get_by_role("button", name=DANISH.save, exact=True).click()

    # Then it is stored once, and she is asked whether it is another, with nothing typed lost
    expect(phone.get_by_role("alert")).to_contain_text("Det ligner en, du lige har gemt")
    expect(phone.get_by_label(DANISH.a_few_words)).to_have_value(WORDS)
    assert stored() == 1
    axe(phone)

    # And when it is another, one button saves it too
    phone.get_by_role("button", name="Gem alligevel").click()
    heading(phone, DANISH.thanks)
    assert stored() == 2


def test_a_comma_in_a_count_is_refused_and_never_becomes_another_number(
    visitor: Callable[..., Page], axe: Callable[[Page], None], site: str
) -> None:
    # Given a pedagogue whose browser speaks English, on a page in Danish
    page = visitor(PHONE, locale=ENGLISH.locale)
    page.context.add_cookies([{"name": "django_language", "value": "da", "url": site}])
    become(page, DANISH.pedagogue)
    page.get_by_role("main").get_by_role("link", name=DANISH.log).first.click()

    # When she types a comma, key by key
    page.get_by_label(DANISH.how_many).press_sequentially("12,5")
    page.get_by_label(DANISH.a_few_words).fill(WORDS)
    page.get_by_role("button", name=DANISH.save, exact=True).click()

    # Then the page asks for a whole number, and shows what she typed
    expect(page.get_by_role("alert")).to_contain_text("Hvor mange kom? Skriv et helt tal, fx 12.")
    expect(page.get_by_label(DANISH.how_many)).to_have_value("12,5")
    assert stored() == 0
    axe(page)

    # And the number that she mends it to is the number on the receipt
    log(page, "12")
    heading(page, DANISH.thanks)
    expect(page.get_by_text("12 børn", exact=True)).to_be_visible()
    assert [one.children for one in Activity.objects.mentioning(WORDS)] == [12]
