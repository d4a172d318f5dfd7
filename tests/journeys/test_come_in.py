"""Coming in: by invitation, with a second factor, and with a passkey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from landsby.web.accounts.tests.factors import code_of
from tests.journeys.steps import DANISH, ENGLISH, Words, become, heading
from tests.journeys.ways import in_two_ways

PASSWORD = "kaffe tog regnvejr sofa"


@dataclass(frozen=True)
class Said:
    """What the pages say in one language."""

    project_leader: str
    ready: str
    come_in: str
    two_steps: str
    set_up: str
    done: str
    codes: str
    one_more: str
    make_key: str
    key_is_ready: str
    sign_in_with_key: str
    sign_out: str


SAID = {
    DANISH: Said(
        project_leader="Projektleder",
        ready="Invitationen er klar",
        come_in="Kom indenfor",
        two_steps="Log ind i to trin",
        set_up="Sæt en app op",
        done="Færdig",
        codes="Dine nødkoder",
        one_more="Ét trin mere",
        make_key="Lav nøglen",
        key_is_ready="Adgangsnøglen er klar.",
        sign_in_with_key="Log ind med adgangsnøgle",
        sign_out="Log af",
    ),
    ENGLISH: Said(
        project_leader="Project leader",
        ready="The invitation is ready",
        come_in="Come in",
        two_steps="Sign in in two steps",
        set_up="Set up an app",
        done="Done",
        codes="Your recovery codes",
        one_more="One more step",
        make_key="Make the key",
        key_is_ready="The passkey is ready.",
        sign_in_with_key="Sign in with a passkey",
        sign_out="Sign out",
    ),
}


def invited(page: Page, words: Words, email: str, axe: Callable[[Page], None]) -> str:
    """The link of an invitation to lead a municipality, made by the secretariat."""
    said = SAID[words]
    become(page, words.secretariat)
    page.goto(f"{page.url}people/new/")
    page.get_by_label(said.project_leader).check(force=True)
    page.locator("main form .button-primary").click()
    page.locator("#id_email").fill(email)
    page.locator("#id_name").fill("Nanna Ny")
    page.locator("input[name=place] + label").nth(1).click()
    axe(page)
    page.locator("main form .button-primary").click()
    heading(page, said.ready)
    axe(page)
    return page.locator("#link").input_value()


def come_by(page: Page, link: str, words: Words, axe: Callable[[Page], None]) -> None:
    """Open a link, choose a password, and be led to the second factor that the role asks for."""
    page.goto(link)
    axe(page)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name=SAID[words].come_in).click()
    heading(page, SAID[words].two_steps)
    axe(page)


def sign_out(page: Page, words: Words) -> None:
    """Sign out by the button, which a phone keeps in its menu."""
    page.locator("form[action='/sign-out/'] button").first.evaluate("button => button.form.requestSubmit()")
    page.wait_for_url(lambda url: url.count("/") == 3)  # the front page


def send_password(page: Page, email: str) -> None:
    """The first step of signing in."""
    page.goto("/sign-in/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form .button-primary").click()


@in_two_ways
def test_one_is_invited_and_signs_in_with_a_code(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given somebody who was invited, and chose a password
    said = SAID[words]
    page = visitor(size, locale=words.locale)
    link = invited(visitor(size, locale=words.locale), words, "nanna@landsby.example", axe)
    come_by(page, link, words, axe)

    # When she sets up an app with codes, as her role asks
    page.get_by_role("link", name=said.set_up).click()
    axe(page)
    secret = page.locator("#secret").inner_text()
    page.locator("#id_code").fill(code_of(secret))
    page.get_by_role("button", name=said.done).click()
    heading(page, said.codes)
    axe(page)

    # Then the programme is open to her
    page.goto("/")
    page.wait_for_url("**/p/**")

    # And the next time the password is not enough
    sign_out(page, words)
    axe(page)
    send_password(page, "nanna@landsby.example")
    heading(page, said.one_more)
    axe(page)
    page.locator("#id_code").fill(code_of(secret, steps=1))
    page.locator("main form .button-primary").click()
    page.wait_for_url("**/p/**")
    page.goto("/profile/sessions/")
    axe(page)

    # And the link lets nobody else in
    late = visitor(size, locale=words.locale)
    assert late.goto(link).status == 410
    axe(late)


@in_two_ways
def test_a_link_is_opened_on_somebody_elses_screen(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    # Given an invitation, and a screen where a member of the steering group is signed in
    link = invited(visitor(size, locale=words.locale), words, "nanna@landsby.example", axe)
    page = visitor(size, locale=words.locale)
    become(page, words.steering)

    # When the link is opened there
    page.goto(link)

    # Then it says for whom it is, and who is signed in
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Nanna Ny")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("holger@")
    axe(page)

    # And whoever signs out first comes in as the one invited, with a password that is not her name
    page.locator("main form[action='/sign-out/'] .button-primary").click()
    page.wait_for_url(link)
    page.locator("#id_password").fill("nanna ny nanna ny")
    page.get_by_role("button", name=SAID[words].come_in).click()
    expect(page.locator(".form-error")).to_have_count(1)
    axe(page)
    come_by(page, link, words, axe)


@in_two_ways
def test_one_signs_in_with_a_passkey(
    visitor: Callable[..., Page], axe: Callable[[Page], None], site: str, size: dict, words: Words
) -> None:
    # Given somebody who was invited, with a phone that keeps passkeys; those know a site by its name only
    said = SAID[words]
    by_name = site.replace("127.0.0.1", "localhost")
    page = visitor(size, locale=words.locale, base_url=by_name)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    link = invited(visitor(size, locale=words.locale), words, "nanna@landsby.example", axe)
    come_by(page, link.replace("127.0.0.1", "localhost"), words, axe)

    # When she makes a passkey
    page.locator("a[href='/profile/security/passkeys/new/']").click()
    axe(page)
    page.get_by_role("button", name=said.make_key).click()
    heading(page, said.codes)
    expect(page.get_by_text(said.key_is_ready)).to_be_visible()

    # Then she signs in with it, without typing anything
    sign_out(page, words)
    page.goto("/sign-in/")
    axe(page)
    page.get_by_role("button", name=said.sign_in_with_key).click()
    page.wait_for_url("**/p/**")

    # And it stands where she can take it away
    page.goto("/profile/security/")
    axe(page)
    page.locator("a[href$='/remove/']").click()
    axe(page)
