"""A season with a rota: hosts proposed and put right, a duty swapped, the sheet fetched, and those who came counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from landsby.web.halls.models import Opening, Season
from landsby.web.partnerships.models import Actor
from tests.journeys.steps import DANISH, Words, become, heading
from tests.journeys.ways import in_two_ways


@dataclass(frozen=True)
class HallWords:
    """What this journey looks for, in one language."""

    association: str
    rota: str
    propose: str
    save_rota: str
    sheet: str
    on_the_sheet: str
    our_duties: str
    yes: str
    agreed: str
    swap: str
    ask: str
    is_asked: str
    how_many: str
    thanks: str
    all_hosted: str


IN_DANISH = HallWords(
    association="Forening",
    rota="Vagtplan",
    propose="Foreslå værter, hvor de mangler",
    save_rota="Gem vagtplanen",
    sheet="Hent på dansk (PDF)",
    on_the_sheet="Tag med",
    our_duties="Vores vagter",
    yes="Ja, det er aftalt",
    agreed="Aftalt. Vagtplanen er ændret.",
    swap="Byt vagten",
    ask="Spørg dem",
    is_asked="er spurgt",
    how_many="Hvor mange kom?",
    thanks="Tak. Tallene er gemt.",
    all_hosted="Alle åbninger har værter",
)
IN_ENGLISH = HallWords(
    association="Association",
    rota="Rota",
    propose="Propose hosts where they are missing",
    save_rota="Save the rota",
    sheet="Download in English (PDF)",
    on_the_sheet="What to bring",
    our_duties="Our duties",
    yes="Yes, agreed",
    agreed="Agreed. The rota has been changed.",
    swap="Swap the duty",
    ask="Ask them",
    is_asked="has been asked",
    how_many="How many came?",
    thanks="Thank you. The numbers are saved.",
    all_hosted="All openings have hosts",
)


@pytest.fixture
def season(site: str) -> Season:
    """The season of the demo whose openings are the next to come; one of them lacks a host."""
    today = timezone.localdate()
    ahead = Season.objects.filter(openings__activity__status="planned", openings__activity__starts_on__gt=today)
    return ahead.order_by("starts_on").first()


@in_two_ways
def test_a_rota_is_filled_and_the_sheet_is_put_up(
    visitor: Callable[..., Page], axe: Callable[[Page], None], season: Season, size: dict, words: Words, tmp_path: Path
) -> None:
    # Given the secretariat at a season that lacks a host
    told = IN_DANISH if words is DANISH else IN_ENGLISH
    page = visitor(size, locale=words.locale)
    become(page, words.secretariat)
    page.goto(f"/halls/{season.pk}/")
    heading(page, season.title)
    axe(page)

    # When a host is proposed and the rota saved
    page.get_by_role("link", name=told.rota).first.click()
    heading(page, told.rota)
    axe(page)
    page.get_by_role("link", name=told.propose).click()
    expect(page.locator(".rota-line.is-proposed")).to_have_count(1)
    axe(page)
    page.get_by_role("button", name=told.save_rota).click()

    # Then every opening has one
    expect(page.get_by_text(told.all_hosted)).to_be_visible()
    expect(page.locator(".rota-line.is-proposed")).to_have_count(0)

    # And the sheet for institutions names them all, in her language
    page.goto(f"/halls/{season.pk}/")
    address = page.get_by_role("link", name=told.sheet).get_attribute("href")
    assert address is not None
    sheet = PdfReader(BytesIO(page.request.get(address).body()))
    said = " ".join(" ".join(leaf.extract_text() for leaf in sheet.pages).split())
    assert told.on_the_sheet in said
    assert "Mågevig Gymnastikforening" in said
    assert sheet.trailer["/Root"]["/MarkInfo"]["/Marked"]
    axe(page)


@in_two_ways
def test_a_duty_is_swapped_and_counted(
    visitor: Callable[..., Page], axe: Callable[[Page], None], season: Season, size: dict, words: Words
) -> None:
    # Given the gymnasts, whom another association has asked to take a duty
    told = IN_DANISH if words is DANISH else IN_ENGLISH
    page = visitor(size, locale=words.locale)
    become(page, told.association)
    slug = season.programme.slug
    page.goto(f"/p/{slug}/halls/duties/")
    heading(page, told.our_duties)
    axe(page)
    before = page.locator(".duties li").count()

    # When they say yes, the duty is theirs
    page.get_by_role("button", name=told.yes).first.click()
    expect(page.get_by_text(told.agreed)).to_be_visible()
    expect(page.locator(".duties li")).to_have_count(before + 1)

    # And when they ask another to take one of theirs, it is theirs until there is an answer
    page.get_by_role("link", name=re.compile(f"^{told.swap}")).first.click()
    heading(page, told.swap)
    axe(page)
    taker = Actor.objects.get(name="Mågevig Roklub")
    offered = page.locator(f"#id_offer option[value$='-{taker.pk}']").first.get_attribute("value")
    page.locator("#id_offer").select_option(offered)
    page.get_by_role("button", name=told.ask).click()
    expect(page.locator(".duties")).to_contain_text(told.is_asked)
    expect(page.locator(".duties li")).to_have_count(before + 1)
    axe(page)

    # And when an opening has been, they say on one screen how many came
    opening = Opening.objects.filter(season=season).planned().hosted_by([_gymnasts().pk]).first()
    activity = opening.activity
    activity.starts_on = timezone.localdate() - timedelta(days=1)
    activity.save()
    page.goto(f"/openings/{opening.pk}/count/")
    heading(page, told.how_many)
    axe(page)
    page.locator("#id_children").fill("31")
    page.locator("#id_new_families").fill("4")
    page.get_by_role("button", name=words.save, exact=True).click()
    expect(page.get_by_text(told.thanks)).to_be_visible()
    expect(page.locator(".key-numbers")).to_contain_text("31")
    expect(page.locator(".chart-drawing svg, .chart-drawing canvas").first).to_be_visible()
    axe(page)


def _gymnasts() -> Actor:
    """The association of the demo that signs in."""
    return Actor.objects.get(name="Mågevig Gymnastikforening")
