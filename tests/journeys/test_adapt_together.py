"""Two put the same principle in their own words at once, and neither loses a word."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.models import Programme
from tests.journeys.steps import Words, become
from tests.journeys.ways import in_two_ways

THEIRS = {"da": "Vi går en tur i regnvejr.", "en": "We take a walk in the rain."}
TITLE = {"da": "Ud i al slags vejr", "en": "Out in every weather"}
MINE = {"da": "Vi synger, mens vi går.", "en": "We sing while we walk."}
SAVE = "main form .button-primary"


def typed(page: Page, path: str, text: dict[str, str]) -> None:
    """Type a text in both languages."""
    for language, said in text.items():
        page.locator(f"#id_{path}-{language}").fill(said)


@in_two_ways
def test_two_adapt_the_same_principle_at_once_and_a_search_finds_both_ideas(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given two who have opened the same principle
    lang = words.locale[:2]
    one, other = (visitor(size, locale=words.locale) for _each in range(2))
    programme = Programme.objects.invented()[0]
    front = f"/p/{programme.slug}/blueprint/"
    principle = next(iter(blueprint_of(programme).principles))
    for page in (one, other):
        become(page, words.secretariat)
        page.goto(f"{front}principles/{principle}/adapt/")

    # When one adds an idea and another name
    typed(one, "new-practice", THEIRS)
    typed(one, "title", TITLE)
    one.locator(SAVE).click()
    expect(one.locator("h1")).to_have_text(TITLE[lang])

    # Then the other is told, and nothing that they typed is gone
    typed(other, "new-practice", MINE)
    other.locator(SAVE).click()
    expect(other.locator(".their-words")).to_have_count(2)
    expect(other.locator(f"#id_title-{lang}")).to_have_value(TITLE[lang])
    expect(other.locator(f"#id_new-practice-{lang}")).to_have_value(MINE[lang])
    axe(other)

    # And when they save again, both ideas stand there
    other.locator(SAVE).click()
    expect(other.locator("h1")).to_have_text(TITLE[lang])
    expect(other.locator("main")).to_contain_text(THEIRS[lang])
    expect(other.locator("main")).to_contain_text(MINE[lang])

    # And a search leads to the very line
    other.goto(f"{front}?q={MINE[lang].split()[1].strip(',')}")
    other.get_by_role("link", name=MINE[lang]).click()
    expect(other.locator(":target")).to_have_text(MINE[lang])
    axe(other)
