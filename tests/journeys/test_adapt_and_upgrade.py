"""A secretariat says a principle in its own words, reads what a new version changes, adopts it, and undoes it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from landsby.blueprint import Blueprint
from landsby.blueprint.archive import archive_of
from landsby.blueprint.dumping import files_of
from landsby.blueprint.renaming import renamed_data
from landsby.web.activities.models import ActivityGoal
from landsby.web.blueprints.models import blueprint_of, in_force, upstream_of
from landsby.web.partnerships.models import Programme
from tests.journeys.steps import Words, become
from tests.journeys.ways import in_two_ways

NEW_GOAL = "water_and_air"
IDEA = {"da": "Vi går en tur i regnvejr.", "en": "We take a walk in the rain."}
TITLE = {"da": "Ud i al slags vejr", "en": "Out in every weather"}
TOLD = {"da": "Noget helt nyt at samles om.", "en": "Something new to gather around."}


def second(blueprint: Blueprint, goal: str) -> dict[str, str | bytes]:
    """A zip with another version: a goal has a new id and says nothing of it, and another says something new."""
    data = blueprint.to_data()
    renames = {("goals", goal): NEW_GOAL}
    made = {of: [renamed_data(of, each, renames) for each in data[of]] for of in data.keys() - {"blueprint"}}
    other = next(each for each in made["goals"] if each["id"] != NEW_GOAL)
    other["summary"] = TOLD
    later = Blueprint.from_data({**made, "blueprint": {**data["blueprint"], "version": "99"}})
    packed = archive_of(files_of(later), later.id)
    return {"name": "99.zip", "mimeType": "application/zip", "buffer": packed}


def in_own_words(page: Page, front: str, key: str, lang: str, axe: Callable[[Page], None]) -> None:
    """Give a principle another name, and add an example of practice."""
    page.goto(f"{front}principles/{key}/")
    page.locator("main .button-group a").first.click()
    for language in ("da", "en"):
        page.locator(f"#id_title-{language}").fill(TITLE[language])
        page.locator(f"#id_new-practice-{language}").fill(IDEA[language])
    axe(page)
    page.locator("main form .button-primary").click()
    expect(page.locator("h1")).to_have_text(TITLE[lang])
    expect(page.locator("main")).to_contain_text(IDEA[lang])
    expect(page.locator(".own-words .badge")).to_be_visible()
    axe(page)


@in_two_ways
def test_a_programme_says_it_in_its_own_words_and_goes_over_to_another_version_and_back(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a secretariat, and a goal that activities serve
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    lang = words.locale[:2]
    programme = Programme.objects.invented()[0]
    front = f"/p/{programme.slug}/blueprint/"
    blueprint = blueprint_of(programme)
    goal, principle = next(iter(blueprint.goals)), next(iter(blueprint.principles))
    served = ActivityGoal.objects.filter(goal=goal).count()
    assert served

    # When it says a principle in its own words
    in_own_words(page, front, principle, lang, axe)

    # Then the history tells who changed what
    page.goto(f"{front}principles/{principle}/history/")
    expect(page.locator(".moments ins").first).to_be_visible()
    axe(page)

    # When it sends a new version
    page.goto(f"{front}versions/")
    axe(page)
    page.locator("#id_file").set_input_files(second(upstream_of(in_force(programme)), goal))
    page.locator("main form[enctype] button").click()

    # Then it reads what is different, and how much is recorded
    expect(page.locator("main")).to_contain_text(TOLD[lang])
    expect(page.locator(f"#id_goals-{goal}")).to_have_value(NEW_GOAL)
    expect(page.locator(".change-uses a").first).to_have_attribute(
        "href", f"/p/{programme.slug}/activities/?goal={goal}"
    )
    axe(page)

    # When it says that the goal has no other name, and would adopt at once, it is shown what that means first
    for name in ("", NEW_GOAL):
        page.locator(f"#id_goals-{goal}").select_option(name)
        page.locator("main form .button-primary").click()
        expect(page.locator(".alert-error")).to_be_visible()
        axe(page)
    assert in_force(programme).version != "99"

    # And when it adopts the version that it has read, the records follow, and its own words stay
    page.locator("main form .button-primary").click()
    page.wait_for_url("**/versions/")
    expect(page.locator("main")).to_contain_text("99")
    assert ActivityGoal.objects.filter(goal=NEW_GOAL).count() == served
    page.goto(f"{front}principles/{principle}/")
    expect(page.locator("h1")).to_have_text(TITLE[lang])

    # And a link to the goal by its former name finds it, and its activities
    page.goto(f"{front}goals/{goal}/")
    page.wait_for_url(f"**/goals/{NEW_GOAL}/")
    page.goto(f"/p/{programme.slug}/activities/?goal={goal}")
    expect(page.locator("tbody tr").first).to_be_visible()
    axe(page)

    # And it can go back, with everything as it was
    page.goto(f"{front}versions/undo/")
    axe(page)
    page.locator("main form .button-primary").click()
    page.wait_for_url("**/versions/")
    axe(page)
    assert ActivityGoal.objects.filter(goal=goal).count() == served
    assert not ActivityGoal.objects.filter(goal=NEW_GOAL).exists()
