"""The letter with the link: when it goes, in which language, and how many."""

from __future__ import annotations

import pytest
from django.core import mail

from landsby.web.accounts.models import User
from landsby.web.partnerships.models import Invitation
from landsby.web.partnerships.tests.test_invitations import PEOPLE, link_on

pytestmark = pytest.mark.django_db


def test_the_link_goes_by_e_mail_where_there_is_one(secretariat, world, settings):
    settings.EMAIL_URL = "memorymail://"
    sent = {"email": "ny@landsby.example", "name": "Ny Person", "place": world.daycare.pk, "language": "da"}
    page = secretariat.post(f"{PEOPLE}new/pedagogue/", sent)
    assert "Vi har sendt et link til Ny Person" in page.content.decode()
    (letter,) = mail.outbox
    assert letter.to == ["ny@landsby.example"]
    assert link_on(page) in letter.body
    assert "Muslingen" in letter.body


@pytest.mark.parametrize(
    ("reads", "chosen", "subject"),
    [
        ("da", "", "inviterer dig til Sammen om Havneby"),
        ("en", "", "invites you to Sammen om Havneby"),
        ("da", "en", "invites you to Sammen om Havneby"),
        ("en", "da", "inviterer dig til Sammen om Havneby"),
    ],
)
def test_the_letter_is_in_the_inviters_language_or_the_chosen(cast, world, settings, sign_in, reads, chosen, subject):
    settings.EMAIL_URL = "memorymail://"
    User.objects.filter(pk=cast.secretariat.pk).update(language=reads)
    client = sign_in(User.objects.get(pk=cast.secretariat.pk))
    client.cookies["django_language"] = reads
    form = client.get(f"{PEOPLE}new/pedagogue/").context["form"]
    sent = {"email": "ny@landsby.example", "name": "Ny", "place": world.daycare.pk}
    client.post(f"{PEOPLE}new/pedagogue/", {**sent, "language": chosen or form["language"].value()})
    assert subject in mail.outbox[0].subject
    # A new link comes in the same language as the first.
    client.post(f"/p/havneby/invitations/{Invitation.objects.get().pk}/renew/")
    assert subject in mail.outbox[1].subject


def test_no_language_is_asked_for_where_no_letter_goes(secretariat):
    assert "language" not in secretariat.get(f"{PEOPLE}new/pedagogue/").context["form"].fields


def test_nobodys_post_box_is_filled(secretariat, world, settings):
    settings.EMAIL_URL = "memorymail://"
    sent = {"email": "ny@landsby.example", "name": "Ny Person", "place": world.daycare.pk, "language": "da"}
    pages = [secretariat.post(f"{PEOPLE}new/pedagogue/", sent) for _time in range(4)]
    assert [page.context["sent"] for page in pages] == [True, True, True, False]
    assert (len(mail.outbox), link_on(pages[-1]) != link_on(pages[0])) == (3, True)


def test_a_letter_that_cannot_be_sent_stops_nothing(secretariat, world, settings):
    settings.EMAIL_URL = settings.EMAIL_BACKEND = "tests.no_such.Backend"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    sent = {"email": "ny@landsby.example", "name": "Ny Person", "place": world.daycare.pk, "language": "da"}
    page = secretariat.post(f"{PEOPLE}new/pedagogue/", sent)
    assert "Send linket til Ny Person" in page.content.decode()
