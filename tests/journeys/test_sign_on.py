"""Signing in by one's municipality, which a real OpenID Connect provider plays."""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Page, expect

from landsby.config.sign_on import origins, providers, read_sign_ons
from landsby.web.partnerships.models import Municipality
from tests.journeys.steps import DANISH, ENGLISH, Words
from tests.journeys.ways import in_two_ways
from tools.steps.environment import node_program

PROVIDER = Path(__file__).with_name("oidc_provider.mjs")
PEOPLE = {
    "nurse": {"name": "Signe Sund", "email": "signe@municipality.example", "groups": ["nurses"]},
    "guest": {"name": "Gæst", "email": "guest@municipality.example", "groups": []},
}
BUTTON = {DANISH: "Log ind med Kommunen", ENGLISH: "Sign in with Kommunen"}
NOT_YET = {DANISH: "Du kan ikke komme ind endnu", ENGLISH: "You cannot come in yet"}


def a_free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def municipality(site: str, tmp_path: Path) -> Iterator[Municipality]:
    """A municipality of the demo, whose sign-in runs for as long as the journey does."""
    joined = Municipality.objects.select_related("programme").order_by("pk")[0]
    role = joined.programme.roles.filter(scope="municipality", sees="municipality").exclude(rights=[])[0]
    issuer = f"http://127.0.0.1:{a_free_port()}"
    file = tmp_path / "sign_on.toml"
    file.write_text(
        f'[[sign_on]]\nid = "home"\nname = "Kommunen"\nissuer = "{issuer}"\nclient_id = "landsby"\n'
        f'client_secret = "a-secret-of-the-journeys-alone"\nprogramme = "{joined.programme.slug}"\n'
        f'municipality = "{joined.code}"\nhas_second_factor = true\nroles_claim = "groups"\n'
        f'[sign_on.roles]\nnurses = "{role.key}"\n'
    )
    sign_ons = read_sign_ons(str(file))
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    policy = {**directives, "form-action": [*directives["form-action"], *origins(sign_ons.values())]}
    told = {"port": urlsplit(issuer).port, "redirect": f"{site}/sign-in/home/back/", "people": PEOPLE}
    with (
        running(told),
        override_settings(
            SIGN_ONS=sign_ons,
            SOCIALACCOUNT_PROVIDERS=providers(sign_ons.values()),
            CONTENT_SECURITY_POLICY={"DIRECTIVES": policy},
        ),
    ):
        yield joined


@contextmanager
def running(told: dict) -> Iterator[None]:
    """The provider, from when it listens until the block ends."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([node_program(), PROVIDER], text=True, **pipes) as process:
        process.stdin.write(json.dumps(told) + "\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith("ready")
        try:
            yield
        finally:
            process.terminate()


def sign_in_as(page: Page, who: str, words: Words) -> None:
    """Go to the municipality, say who one is there, agree to being told of, and come back."""
    page.goto("/sign-in/")
    page.get_by_role("button", name=BUTTON[words]).click()
    page.locator("input[name=login]").fill(who)
    page.locator("input[name=password]").fill("any will do")
    page.locator("button[type=submit]").click()
    page.locator("button[type=submit]", has_text="Continue").click()


@in_two_ways
def test_one_comes_in_by_ones_municipality(
    visitor: Callable[..., Page], axe: Callable[[Page], None], municipality: Municipality, size: dict, words: Words
) -> None:
    # Given somebody whom the municipality knows, and whose group there stands for a role here
    page = visitor(size, locale=words.locale)
    page.goto("/sign-in/")
    axe(page)

    # When she signs in there
    sign_in_as(page, "nurse", words)

    # Then she is in, with that role in that municipality
    page.wait_for_url("**/p/**")
    expect(page.locator("header")).to_contain_text(municipality.name)
    axe(page)
    page.goto("/profile/")
    axe(page)

    # And somebody whom the municipality knows, but nobody has invited, is told what to do
    guest = visitor(size, locale=words.locale)
    sign_in_as(guest, "guest", words)
    expect(guest.get_by_role("heading", level=1, name=NOT_YET[words])).to_be_visible()
    axe(guest)
