"""A pedagogue on a train with no connection: what she registers waits on her phone, and is stored once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from landsby.web.activities.models import Activity
from landsby.web.partnerships.models import Membership
from tests.journeys.steps import DANISH, Words, become, heading
from tests.journeys.ways import in_two_ways

TEN = [f"Togtur {letter}" for letter in "ABCDEFGHIJ"]
RESTORED = "Vi har gemt det, du var i gang med."

KEPT_ON_DEVICE = """async paths => {
    const isKept = path => caches.match(path, { ignoreVary: true });
    const all = async () => (await Promise.all(paths.map(isKept))).every(Boolean);
    for (let tries = 0; tries < 300; tries += 1) {
        if (navigator.serviceWorker.controller && await all()) return true;
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    return false;
}"""
"""Whether the device keeps these pages; it may take half a minute."""


KEEP_STORE_BUSY = """async () => {
    const open = indexedDB.open("landsby");
    const database = await new Promise(resolve => { open.onsuccess = () => resolve(open.result); });
    const store = database.transaction("unsent", "readwrite").objectStore("unsent");
    const until = Date.now() + 1000;
    const again = () => { if (Date.now() < until) store.count().onsuccess = again; else database.close(); };
    again();
}"""
"""A slow phone: for a second nothing else is written on it."""


@pytest.fixture
def service_workers() -> str:
    """Here Landsby stays on the device, as it does for everybody."""
    return "allow"


def ready_to_travel(page: Page, words: Words) -> str:
    """Become the pedagogue, and wait until her device keeps what it needs; gives the quick log's address."""
    become(page, words.pedagogue)
    link = page.get_by_role("main").get_by_role("link", name=words.log).first
    log = link.get_attribute("href")
    assert log
    assert page.evaluate(KEPT_ON_DEVICE, [log, "/activities/unsent/"])
    return log


def register(page: Page, words: Words, note: str, count: int | str) -> None:
    """Fill in the quick log where there is no connection, and save."""
    page.get_by_label(words.how_many).fill(str(count))
    page.get_by_label(words.a_few_words).fill(note)
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.locator(".kept-note")).to_be_visible()
    expect(page.get_by_label(words.a_few_words)).to_have_value("")


def waiting(page: Page, count: int) -> None:
    """The word in the header says how many wait."""
    expect(page.locator(".unsent-badge")).to_have_text(re.compile(rf"^{count} "))


def all_is_sent(page: Page) -> None:
    """The page of what waits says that nothing does."""
    expect(page.locator(".unsent-page [data-when=none]")).to_be_visible()
    expect(page.locator(".unsent-badge")).to_be_hidden()


@in_two_ways
def test_ten_are_logged_on_a_train_and_stored_once(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a pedagogue whose train has no connection
    page = visitor(size, locale=words.locale)
    log = ready_to_travel(page, words)
    page.context.set_offline(True)

    # When she opens the quick log, and registers what was done, ten times
    page.goto(log)
    heading(page, words.log)
    for number, note in enumerate(TEN, start=1):
        register(page, words, note, number)
    axe(page)
    waiting(page, 10)

    # And closes the page, and opens Landsby again, still on the train
    browser = page.context
    page.close()
    again = browser.new_page()
    again.goto("/")
    expect(again.locator(".unsent-row")).to_have_count(10)
    waiting(again, 10)
    axe(again)
    assert Activity.objects.mentioning("Togtur").count() == 0

    # Then all ten are stored once the connection is back, each once
    browser.set_offline(False)
    all_is_sent(again)
    expect(again.locator(".unsent-sent li")).to_have_count(10)
    axe(again)
    stored = Activity.objects.mentioning("Togtur").order_by("title")
    assert [(one.title, one.children) for one in stored] == list(zip(TEN, range(1, 11), strict=True))
    again.goto(f"{log.removesuffix('log/')}?q=Togtur")
    expect(again.get_by_role("link", name=re.compile("^Togtur"))).to_have_count(10)


def test_what_is_being_typed_survives_a_closed_tab(phone: Page, axe: Callable[[Page], None]) -> None:
    # Given a pedagogue in the middle of a registration
    become(phone, DANISH.pedagogue)
    phone.get_by_role("main").get_by_role("link", name=DANISH.log).first.click()
    log = phone.url
    phone.get_by_label(DANISH.how_many).fill("17")
    phone.get_by_label(DANISH.a_few_words).press_sequentially("Snegle under bræd")

    # When the tab is killed, and she comes back
    browser = phone.context
    phone.close(run_before_unload=False)
    page = browser.new_page()
    page.goto(log)

    # Then it is there, she is told so, and can begin again
    expect(page.get_by_text(RESTORED)).to_be_visible()
    expect(page.get_by_label(DANISH.how_many)).to_have_value("17")
    expect(page.get_by_label(DANISH.a_few_words)).to_have_value("Snegle under bræd")
    axe(page)

    # And what is saved is no longer a draft
    page.get_by_role("button", name=DANISH.save, exact=True).click()
    heading(page, DANISH.thanks)
    page.goto(log)
    expect(page.get_by_text(RESTORED)).to_be_hidden()
    expect(page.get_by_label(DANISH.how_many)).to_have_value("")


def test_the_whole_form_keeps_its_draft_until_it_is_stored(desktop: Page, axe: Callable[[Page], None]) -> None:
    # Given a project leader who has begun to plan something
    become(desktop, "rojektleder")
    desktop.goto(f"{desktop.url}activities/new/")
    desktop.get_by_role("main").locator(".kind-list a").first.click()
    form = desktop.url
    desktop.get_by_label("Titel").fill("Efterårsfest i skoven")

    # When she leaves and comes back, it is there; and it can be begun anew
    desktop.goto("/")
    desktop.goto(form)
    expect(desktop.get_by_text(RESTORED)).to_be_visible()
    expect(desktop.get_by_label("Titel")).to_have_value("Efterårsfest i skoven")
    axe(desktop)
    desktop.get_by_role("button", name="Begynd forfra").click()
    expect(desktop.get_by_label("Titel")).not_to_have_value("Efterårsfest i skoven")
    desktop.goto(form)
    expect(desktop.get_by_text(RESTORED)).to_be_hidden()


def test_another_person_on_the_same_device_sees_nothing(phone: Page, axe: Callable[[Page], None]) -> None:
    # Given a pedagogue with a draft and something unsent, who has to leave the telephone
    log = ready_to_travel(phone, DANISH)
    phone.context.set_offline(True)
    phone.goto(log)
    register(phone, DANISH, "Hemmelig hule", 6)
    phone.get_by_label(DANISH.a_few_words).fill("Halvt skrevet")

    # When the connection comes back for somebody else, after she has been logged off
    phone.context.clear_cookies()
    phone.context.set_offline(False)
    become(phone, "Sundhedsplejerske")
    expect(phone.locator(".unsent-badge")).to_be_hidden()
    phone.goto("/activities/unsent/")

    # Then that person sees nothing of it, and nothing is sent in their name
    all_is_sent(phone)
    phone.goto(log)
    expect(phone.get_by_label(DANISH.a_few_words)).to_have_value("")
    assert Activity.objects.mentioning("Hemmelig hule").count() == 0
    axe(phone)

    # And it is sent when she is back
    become(phone, DANISH.pedagogue)
    phone.goto("/activities/unsent/")
    all_is_sent(phone)
    assert [one.created_by.name for one in Activity.objects.mentioning("Hemmelig hule")] != []
    phone.goto(log)
    expect(phone.get_by_label(DANISH.a_few_words)).to_have_value("Halvt skrevet")


def test_what_is_refused_is_shown_with_the_reason_and_corrected(phone: Page, axe: Callable[[Page], None]) -> None:
    # Given a registration on the train with a number that cannot be, and one that can
    log = ready_to_travel(phone, DANISH)
    phone.context.set_offline(True)
    phone.goto(log)
    register(phone, DANISH, "Fodbold på marken", 7000)
    register(phone, DANISH, "Bål bag skolen", 12)

    # When the connection comes back
    phone.context.set_offline(False)
    phone.goto("/activities/unsent/")

    # Then the one that can be is stored, and the other stands with the server's words
    row = phone.locator(".unsent-row")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Fodbold på marken")
    expect(row).to_contain_text("Hvor mange kom? Skriv et helt tal fra 0 til 5000.")
    waiting(phone, 1)
    assert Activity.objects.mentioning("Bål bag skolen").count() == 1
    axe(phone)

    # And corrected, it is stored once
    row.get_by_role("link", name="Ret").click()
    expect(phone.get_by_label(DANISH.a_few_words)).to_have_value("Fodbold på marken")
    phone.get_by_label(DANISH.how_many).fill("70")
    phone.get_by_role("button", name=DANISH.save, exact=True).click()
    heading(phone, DANISH.thanks)
    expect(phone.locator(".unsent-badge")).to_be_hidden()
    assert [one.children for one in Activity.objects.mentioning("Fodbold på marken")] == [70]


def test_who_has_lost_the_right_meanwhile_is_told_and_can_delete_it(phone: Page, axe: Callable[[Page], None]) -> None:
    # Given a registration on the train by somebody whose role ends before it is sent
    log = ready_to_travel(phone, DANISH)
    phone.context.set_offline(True)
    phone.goto(log)
    register(phone, DANISH, "Sidste dag på pladsen", 9)
    Membership.objects.update(ended_on=timezone.localdate())

    # When the connection comes back
    phone.context.set_offline(False)
    phone.goto("/activities/unsent/")

    # Then it is not lost: it stands with the reason
    row = phone.locator(".unsent-row")
    expect(row.get_by_text("Du kan ikke længere registrere her.")).to_be_visible()
    expect(row).to_contain_text("Sidste dag på pladsen")
    axe(phone)

    # And it goes only when she says so, which can be undone
    row.get_by_role("button", name="Slet").click()
    row.get_by_role("button", name="Hent den tilbage").click()
    expect(row).to_contain_text("Sidste dag på pladsen")
    phone.evaluate(KEEP_STORE_BUSY)
    row.get_by_role("button", name="Slet").click()
    expect(row.get_by_text("Den er slettet.")).to_be_visible()
    phone.reload()
    expect(phone.locator(".unsent-row")).to_have_count(0)
    assert Activity.objects.mentioning("Sidste dag").count() == 0
