"""A secretariat redraws its theory of change, saves it with a reason, and reads what is different."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.models import Programme
from tests.journeys.steps import Words, become
from tests.journeys.ways import PHONE, in_two_ways

TITLE = {"da": "Familier tager selv initiativ", "en": "Families take the initiative"}
WHY = "Vi så, at familierne gør det selv."


@in_two_ways
def test_the_theory_of_change_is_redrawn_and_two_versions_are_compared(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a secretariat that reads its theory of change, with what is registered under it
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    lang = words.locale[:2]
    programme = Programme.objects.invented()[0]
    blueprint = blueprint_of(programme)
    theory = next(iter(blueprint.theories))
    gone = next(node for node in blueprint.theory_nodes.values() if node.stage == "output")
    target = next(node for node in blueprint.theory_nodes.values() if node.stage == "outcome")
    page.goto(f"/p/{programme.slug}/picture/")
    page.locator(f"main a[href$='/p/{programme.slug}/theory/']").click()
    expect(page.locator(".theory-counts a").first).to_be_visible()
    assert page.locator(".theory-drawing").is_visible() == (size is not PHONE), "a telephone reads the list"
    axe(page)

    # When it adds a box with an arrow, and takes another out
    page.locator("a[href$='/edit/']").click()
    page.locator("a[href$='/edit/box/']").click()
    for language in ("da", "en"):
        page.locator(f"#id_title_{language}").fill(TITLE[language])
    page.locator("#id_stage").select_option("output")
    page.locator(f"[name=leads_to][value={target.id}]").check(force=True)
    axe(page)
    page.locator("main form .button-primary").click()
    page.locator(f"main li a[href$='/box/{gone.id}/']").click()
    page.locator(f"form[action$='/box/{gone.id}/remove/'] button").click()

    # Then both are told before anything holds, and the reason is asked for
    for title in (gone.title.say(lang), TITLE[lang]):
        expect(page.locator(".change h3").filter(has_text=title)).to_be_visible()
    axe(page)
    page.locator("main form:has(#id_note) .button-primary").click()
    expect(page.locator("#id_note")).to_be_visible()
    page.locator("#id_note").fill(WHY)
    page.locator("main form:has(#id_note) .button-primary").click()
    expect(page.locator(".theory-boxes").filter(has_text=TITLE[lang])).to_be_visible()

    # And the version stands with its reason, and two can be compared, from the keyboard too
    page.locator("a[href$='/versions/']").click()
    expect(page.locator("main")).to_contain_text(WHY)
    axe(page)
    page.locator("main form[method=get] button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(TITLE[lang])
    expect(page.locator("main")).to_contain_text(gone.title.say(lang))
    axe(page)
    assert f"/theory/{theory}/compare/" in page.url
