"""Steps that several journeys take, and the words of the interface in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Words:
    """What the journeys look for on the pages, in one language."""

    locale: str
    log: str
    save: str
    how_many: str
    a_few_words: str
    thanks: str
    see_the_picture: str
    activities: str
    more_choices: str
    show: str
    as_csv: str
    pedagogue: str
    secretariat: str
    steering: str
    movement: str
    open_hall: str
    spring: str


DANISH = Words(
    locale="da-DK",
    log="Registrér",
    save="Gem",
    how_many="Hvor mange kom?",
    a_few_words="Et par ord",
    thanks="Tak, det er gemt",
    see_the_picture="Se billedet",
    activities="Aktiviteter",
    more_choices="Flere valg",
    show="Vis",
    as_csv="Hent som CSV",
    pedagogue="Pædagog",
    secretariat="Sekretariat",
    steering="Medlem af styregruppen",
    movement="Bevægelse i hverdagen",
    open_hall="Åben hal",
    spring="forår 2024",
)

ENGLISH = Words(
    locale="en-GB",
    log="Log",
    save="Save",
    how_many="How many came?",
    a_few_words="A few words",
    thanks="Thank you, it is saved",
    see_the_picture="See the picture",
    activities="Activities",
    more_choices="More choices",
    show="Show",
    as_csv="Download as CSV",
    pedagogue="Pedagogue",
    secretariat="Secretariat",
    steering="Steering group member",
    movement="Everyday movement",
    open_hall="Open hall",
    spring="spring 2024",
)


def become(page: Page, role: str) -> None:
    """One click on a card of the demo, and one is that person."""
    page.goto("/demo/personas/")
    page.get_by_role("button", name=re.compile(role)).first.click()
    page.wait_for_url("**/p/**")


def number_in(text: str | None) -> int:
    """The first number in a text, whatever separates its thousands."""
    found = re.search(r"\d[\d.,\s\u00a0]*", text or "")
    assert found, f"no number in {text!r}"
    return int(re.sub(r"\D", "", found.group()))


def heading(page: Page, text: str) -> None:
    """The page's own heading says this."""
    expect(page.get_by_role("heading", level=1, name=text)).to_be_visible()
