"""The main job on real input: a programme on the real institutions of three municipalities.

From the blueprint to the exported file, in the browser: start, join, import, form communities, log
a week, look at the picture. The institutions are public register data, outside the repository.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from playwright.sync_api import Page, expect

from landsby.web.accounts.models import User
from landsby.web.accounts.tests.factors import code_of
from landsby.web.partnerships.models import Actor
from tests.journeys.steps import number_in

pytestmark = pytest.mark.realdata

FRONT = "/p/her-hos-os/"
OURS = {"0851": "Aalborg", "0165": "Albertslund", "0250": "Frederikssund"}
PASSWORD = "kaffe tog regnvejr sofa"
WEEK = [(0, 18), (1, 22), (2, 7), (3, 31), (4, 12)]
"""Days after the first, and how many children came."""


SECRET = generate_totp_secret()


@pytest.fixture
def operator(site: str) -> User:
    """Somebody who may start programmes, and signs in with a password and an app's codes."""
    user = User.objects.create_superuser("drift@landsby.example", PASSWORD, name="Dorthe Drift")
    TOTP.activate(user, SECRET)
    return user


def press(page: Page) -> None:
    """Send the page's own form."""
    page.locator("main form .button-primary").first.click()


def test_from_the_blueprint_to_the_exported_file(
    desktop: Page, phone: Page, operator: User, axe: Callable[[Page], None], realdata: Path, tmp_path: Path
) -> None:
    # Given a programme that an operator has just started from the blueprint
    sign_in(desktop, operator, code=code_of(SECRET))
    start_programme(desktop)
    axe(desktop)

    # When its three municipalities join, and their schools and daycares are imported
    join_municipalities(desktop)
    for name, expected in (("skoler_2024_25.csv", 87), ("dagtilbud.csv", 224), ("sfo.csv", 34)):
        assert import_file(desktop, realdata / "institutions" / name) == expected
    axe(desktop)

    # And communities are formed, one by its outline and one by hand
    school = Actor.objects.filter(municipality__code="0851", kind="school", latitude__isnull=False).order_by("pk")[0]
    by_outline = form_community(desktop, "Aalborg", "Omkring skolen", outline=square_around(school))
    by_hand = form_community(desktop, "Albertslund", "Hele byen")
    school.refresh_from_db()
    assert school.community_id == by_outline
    assert Actor.objects.filter(community=by_hand).count() == 3

    # And a week of activities is logged on a phone
    sign_in(phone, operator, code=code_of(SECRET, steps=1))
    for days, children in WEEK:
        log(phone, school, date(2024, 9, 2) + timedelta(days=days), children)
    axe(phone)

    # Then the picture counts exactly that week
    desktop.goto(f"{FRONT}picture/")
    numbers = desktop.locator(".key-numbers dd").all_inner_texts()
    assert [number_in(text) for text in numbers[:2]] == [len(WEEK), sum(children for _, children in WEEK)]
    axe(desktop)

    # And the export holds it, row for row
    desktop.goto(f"{FRONT}activities/?community={by_outline}&sort=starts_on")
    with desktop.expect_download() as download:
        desktop.get_by_role("link", name="Hent som CSV").click()
    download.value.save_as(tmp_path / "uge.csv")
    rows = list(csv.DictReader((tmp_path / "uge.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["Dato"], int(row["Børn"])) for row in rows] == [
        (str(date(2024, 9, 2) + timedelta(days=days)), children) for days, children in WEEK
    ]
    assert {row["Værter"] for row in rows} == {school.name}


def sign_in(page: Page, user: User, *, code: str) -> None:
    """By e-mail, password and a code, as anybody would; a code opens once only."""
    page.goto("/sign-in/")
    page.locator("#id_login").fill(user.email)
    page.locator("input[type=password]").fill(PASSWORD)
    press(page)
    page.locator("#id_code").fill(code)
    press(page)
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def start_programme(page: Page) -> None:
    """Choose the blueprint, a name and the years."""
    page.goto("/programmes/new/")
    page.get_by_label("Børneliv i sund balance").check()
    page.get_by_label("Navn", exact=True).fill("Sund balance her hos os")
    page.locator("#id_slug").fill("her-hos-os")
    page.get_by_label("Begynder").fill("2020-01-01")
    press(page)
    page.wait_for_url("**/p/her-hos-os/**")


def join_municipalities(page: Page) -> None:
    """Let each take part, by its official code."""
    for code, name in OURS.items():
        page.goto(f"{FRONT}places/join/")
        page.locator("#id_code").select_option(code)
        press(page)
        expect(page.get_by_role("main")).to_contain_text(name)


def import_file(page: Page, file: Path) -> int:
    """Upload, accept what is guessed, look at the preview, and import; gives back how many were new."""
    page.goto(f"{FRONT}import/")
    page.locator("input[type=file]").set_input_files(file)
    press(page)
    while "/preview/" not in page.url:
        before = page.url
        press(page)
        page.wait_for_url(lambda url, before=before: url != before)
    new = number_in(page.locator(".key-numbers dd").first.inner_text())
    page.locator("form[action$='/apply/'] .button-primary").click()
    page.wait_for_url(lambda url: "/preview/" not in url)
    return new


def form_community(page: Page, municipality: str, name: str, outline: str = "") -> int:
    """Form a community, and place in it whoever lies in its outline, or the first three by hand."""
    page.goto(f"{FRONT}communities/new/")
    page.locator("#id_name").fill(name)
    page.locator("#id_municipality").select_option(label=municipality)
    page.locator("#id_started_on").fill("2020-01-01")
    page.locator("#id_outline").fill(outline)
    press(page)
    page.wait_for_url("**/communities/**")
    key = int(page.url.split("/communities/")[1].split("/")[0])
    page.goto(f"/communities/{key}/place/")
    if not outline:
        for box in page.locator("input[name=actors]").all()[:3]:
            box.check()
    press(page)
    return key


def square_around(actor: Actor) -> str:
    """A GeoJSON square of a kilometre or so around an actor."""
    assert actor.longitude is not None
    assert actor.latitude is not None
    west, south, east, north = (
        actor.longitude - 0.01,
        actor.latitude - 0.005,
        actor.longitude + 0.01,
        actor.latitude + 0.005,
    )
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def log(page: Page, host: Actor, day: date, children: int) -> None:
    """The quick log, for another day and another host than it suggests."""
    page.goto(f"{FRONT}activities/log/")
    chip = page.locator(f"input[name=actor][value='{host.pk}']")
    if chip.count():
        chip.check()
    else:
        page.get_by_text("En anden vært", exact=True).click()
        page.get_by_role("searchbox").fill(host.name)
        page.locator(f"input[name=other_actor][value='{host.pk}']").check()
    page.get_by_role("radio", name="En anden dag").check()
    page.locator("#id_other_day").fill(day.isoformat())
    page.locator("#id_count").fill(str(children))
    press(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak, det er gemt")
