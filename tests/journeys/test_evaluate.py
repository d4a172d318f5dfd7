"""An evaluator declares a design, runs it and reads it; a project leader sees when one can know."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from landsby.web.evaluations.tests.factories import DESIGN, cells_of
from tests.journeys.steps import Words, become, heading
from tests.journeys.ways import in_two_ways

LONG = 60_000
"""Milliseconds that a run may take where everything else runs at once."""

SAID = {
    "da-DK": {
        "evaluator": "Evaluator",
        "leader": "Kommunal projektleder",
        "begin": "Begynd et design",
        "have_file": "Har du en designfil? Send den her.",
        "send": "Send",
        "declare": "Erklær designet",
        "yes": "Ja, erklær det",
        "title": "Færre våde sokker",
        "load": "Indlæs celler",
        "load_now": "Indlæs cellerne",
        "compute": "Regn",
        "result": "Går det bedre?",
        "known": "Hvornår kan vi vide det?",
        "behind": "Se tallene bag",
        "demo": "Overvægt ved skolestart i ti lokalsamfund",
        "too_early": "for tidligt at sige noget",
        "table": "Vis tallene som tabel",
        "compared": "Hvem der er sammenlignet med",
        "without": "Uden ét sted ad gangen",
        "more": "Med færre eller flere områder",
    },
    "en-GB": {
        "evaluator": "Evaluator",
        "leader": "Municipal project leader",
        "begin": "Begin a design",
        "have_file": "Do you have a design file? Send it here.",
        "send": "Send",
        "declare": "Declare the design",
        "yes": "Yes, declare it",
        "title": "Fewer wet socks",
        "load": "Load cells",
        "load_now": "Load the cells",
        "compute": "Compute",
        "result": "Do they fare better?",
        "known": "When can we know?",
        "behind": "See the figures behind",
        "demo": "Overweight at school entry in ten communities",
        "too_early": "too early to say",
        "table": "Show the numbers as a table",
        "compared": "With whom it is compared",
        "without": "Without one place at a time",
        "more": "With fewer or more areas",
    },
}
"""What the pages of these journeys say."""
QUICK = DESIGN.replace("comparison:", "estimators: [two_way]\ncomparison:")


@in_two_ways
def test_an_evaluator_declares_a_design_runs_it_and_reads_it(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given an evaluator with a design file
    said, page = SAID[words.locale], visitor(size, locale=words.locale)
    become(page, said["evaluator"])
    page.goto(f"{page.url}evaluations/")
    axe(page)
    page.get_by_role("link", name=said["begin"]).click()
    axe(page)
    page.get_by_role("link", name=said["have_file"]).click()
    page.locator("#id_file").set_input_files(
        {"name": "socks.yaml", "mimeType": "application/yaml", "buffer": QUICK.encode()}
    )
    page.get_by_role("button", name=said["send"], exact=True).click()
    heading(page, said["title"])
    axe(page)

    # When it is declared
    page.get_by_role("button", name=said["declare"], exact=True).click()
    page.get_by_role("button", name=said["yes"]).click()
    expect(page.locator(".design-seal")).to_be_visible()

    # And cells are taken in and computed on
    page.get_by_role("link", name=said["load"]).click()
    axe(page)
    page.locator("#id_file").set_input_files(
        {"name": "harbour.cells.csv", "mimeType": "text/csv", "buffer": cells_of(QUICK)}
    )
    page.get_by_role("button", name=said["load_now"]).click()
    axe(page)
    page.set_default_timeout(LONG)
    page.get_by_role("button", name=said["compute"], exact=True).click()

    # Then the result begins with one sentence, and a picture with its table
    heading(page, said["result"])
    expect(page.locator(".evaluation-sentence")).to_be_visible()
    expect(page.locator("[data-chart-state=drawn]").first).to_be_visible()

    # And what it leans on opens one by one
    page.get_by_role("button", name=said["compared"]).click()
    expect(page.get_by_text("far_01")).to_be_visible()
    page.get_by_role("button", name=said["without"]).click()
    expect(page.locator("#about-leave_one_out [data-chart-state=drawn]")).to_be_visible()
    axe(page)


@in_two_ways
def test_a_project_leader_sees_when_one_can_know(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given a programme whose design was run on what had been measured in 2022
    said, page = SAID[words.locale], visitor(size, locale=words.locale)
    become(page, said["leader"])
    page.goto(f"{page.url}evaluations/")
    page.get_by_role("link", name=said["demo"]).click()

    # Then it says in a sentence that it is too early
    expect(page.locator(".evaluation-sentence").first).to_contain_text(said["too_early"])
    axe(page)

    # And when it will not be
    told = page.locator(".evaluation-told", has_text=said["known"])
    told.get_by_role("link", name=said["behind"]).click()
    heading(page, said["known"])
    expect(page.locator("[data-chart-state=drawn]").first).to_be_visible()
    page.get_by_text(said["table"]).first.click()
    expect(page.get_by_role("cell").first).to_be_visible()

    # And what more communities would give
    page.get_by_role("button", name=said["more"]).click()
    expect(page.locator("#about-areas [data-chart-state=drawn]")).to_be_visible()
    axe(page)
