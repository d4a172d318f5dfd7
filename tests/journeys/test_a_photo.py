"""A photo is added from the phone, seen by the place until everybody has said yes, and gone when somebody says no."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace

from PIL import Image
from playwright.sync_api import Page, expect

from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.photos.files import photo_storage
from landsby.web.photos.models import Photo
from landsby.web.photos.tests.factories import SECRETS, talkative
from tests.journeys.steps import DANISH, ENGLISH, Words, become
from tests.journeys.ways import in_two_ways

SAYS = {
    DANISH: SimpleNamespace(
        add="Tilføj et billede",
        text="Hvad kan man se?",
        save="Gem billedet",
        missing="Tag et billede, eller vælg et.",
        unclear="Ikke afklaret",
        photo="Billeder",
        change="Ret",
        given="Alle har sagt ja",
        keep="Gem",
        noted="Noteret af",
        no="Nogen vil ikke vises",
        yes="Ja, slet",
    ),
    ENGLISH: SimpleNamespace(
        add="Add a photo",
        text="What is to be seen?",
        save="Save the photo",
        missing="Take a photo, or choose one.",
        unclear="Not clear yet",
        photo="Photos",
        change="Edit",
        given="Everybody has agreed",
        keep="Save",
        noted="Noted by",
        no="Somebody will not be shown",
        yes="Yes, delete",
    ),
}


def latest_of(role: str) -> Activity:
    """The latest without a photo that the house of the demo's person with a role has held."""
    person = User.objects.filter(memberships__role__key=role).order_by("pk")[0]
    house = person.memberships.order_by("pk")[0].actor
    held = Activity.objects.held().filter(involvements__actor=house, involvements__part="host", photos=None)
    return held.latest("starts_on")


@in_two_ways
def test_a_photo_loses_what_the_camera_wrote_and_waits_for_a_yes(
    visitor: Callable[..., Page], axe: Callable[[Page], None], size: dict, words: Words
) -> None:
    says, outing = SAYS[words], latest_of("pedagogue")
    # Given a pedagogue at something that her house has held, with a file that tells where and whose it is
    page = visitor(size, locale=words.locale)
    become(page, words.pedagogue)
    page.goto(f"/activities/{outing.pk}/")
    form = page.locator("form.photo-form")
    page.locator("summary", has_text=says.add).click()

    # When she sends the form without a file, it says what is missing and keeps what she wrote
    form.get_by_label(says.text).fill("En bro af grene")
    form.get_by_role("button", name=says.save).click()
    expect(form).to_contain_text(says.missing)
    expect(form.get_by_label(says.text)).to_have_value("En bro af grene")
    axe(page)

    # Then it is taken with the file, and nothing of what the camera wrote is kept
    told = talkative()
    assert all(secret in told for secret in SECRETS)
    form.locator("input[type=file]").set_input_files({"name": "Ane.jpg", "mimeType": "image/jpeg", "buffer": told})
    form.get_by_role("button", name=says.save).click()
    shown = page.locator("#photos img[alt='En bro af grene']")
    expect(shown).to_be_visible()
    expect(page.locator("#photos")).to_contain_text(says.unclear)
    stored = Photo.objects.of(outing).get(text="En bro af grene")
    for file in (stored.large, stored.small):
        kept = file.open("rb").read()
        assert not [secret for secret in SECRETS if secret in kept]
        assert dict(Image.open(BytesIO(kept)).getexif()) == {}
    axe(page)

    # And whoever is not of the place is told that there is one, and is not sent it
    other = visitor(size, locale=words.locale)
    become(other, words.secretariat)
    other.goto(f"/activities/{outing.pk}/")
    expect(other.locator("#photos .aside-note")).to_be_visible()
    expect(other.locator("#photos img[alt='En bro af grene']")).to_have_count(0)
    assert other.request.get(f"/photos/{stored.pk}/large.jpg").status == 404

    # When the pedagogue has asked everybody, and says so
    shown.click()
    page.get_by_role("link", name=says.change, exact=True).click()
    page.get_by_label(says.given).check(force=True)
    page.get_by_role("button", name=says.keep, exact=True).click()
    expect(page.get_by_text(says.noted)).to_be_visible()
    axe(page)

    # Then the others see it, too
    other.reload()
    expect(other.locator("#photos img[alt='En bro af grene']")).to_be_visible()
    axe(other)

    # And where somebody takes the yes back, picture and files are gone at once
    page.get_by_role("button", name=says.no).click()
    page.get_by_role("dialog").get_by_role("button", name=says.yes).locator("visible=true").click()
    page.wait_for_url(f"**/activities/{outing.pk}/**")
    assert not photo_storage().exists(stored.large.name)
    assert other.request.get(f"/photos/{stored.pk}/large.jpg").status == 404
