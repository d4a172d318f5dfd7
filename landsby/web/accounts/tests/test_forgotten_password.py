"""A forgotten password: the link by e-mail, or whom to ask."""

from __future__ import annotations

import re

import pytest

from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry

URL = "/password/forgotten/"
PASSWORD = "kaffe tog regnvejr sofa"
NEW = "sten saks papir og brønd"

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


@pytest.fixture
def by_mail(settings, mailoutbox):
    settings.EMAIL_URL = "memorymail://"
    return mailoutbox


def link_in(message):
    return re.search(r"http://testserver(/password/new/\S+)", message.body)[1]


def test_without_e_mail_the_page_says_whom_to_ask(client, user, mailoutbox):
    page = client.get(URL)
    assert "Spørg den, der driver jeres Landsby" in page.content.decode()
    assert client.post(URL, {"email": user.email}).status_code == 422
    assert mailoutbox == []


def test_the_link_leads_to_a_new_password(client, user, by_mail):
    assert client.post(URL, {"email": "ASTA@landsby.example"}).url == "/password/sent/"
    assert "Asta Holm" in by_mail[0].body
    page = client.get(link_in(by_mail[0]), follow=True)
    assert "Vælg en ny adgangskode" in page.content.decode()
    here = page.redirect_chain[-1][0]
    assert client.post(here, {"password1": NEW, "password2": NEW}).url == "/password/chosen/"
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert AuditEntry.objects.about(user).of_acts(Act.CHANGED).get().detail == {"password": ["", ""]}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"password1": "kort", "password2": "kort"}, "password1"),
        ({"password1": "Asta Holm 2026", "password2": "Asta Holm 2026"}, "password1"),
        ({"password1": NEW, "password2": "noget andet end det"}, "password2"),
    ],
)
def test_a_password_that_does_not_hold_is_refused(client, user, by_mail, told, field):
    client.post(URL, {"email": user.email})
    here = client.get(link_in(by_mail[0]), follow=True).redirect_chain[-1][0]
    page = client.post(here, told)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_link_works_once(client, user, by_mail):
    client.post(URL, {"email": user.email})
    link = link_in(by_mail[0])
    here = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(here, {"password1": NEW, "password2": NEW})
    assert "Linket virker ikke længere" in client.get(link, follow=True).content.decode()


def test_whether_there_is_an_account_is_not_told(client, user, by_mail):
    assert client.post(URL, {"email": "nobody@landsby.example"}).url == "/password/sent/"
    assert by_mail == []


def test_nobody_is_flooded_with_links(client, user, by_mail):
    statuses = [client.post(URL, {"email": user.email}).status_code for _ in range(6)]
    assert statuses == [302] * 5 + [429]
    assert len(by_mail) == 5


def test_the_message_speaks_english_to_those_who_chose_it(client, user, by_mail):
    client.cookies["django_language"] = "en"
    client.post(URL, {"email": user.email})
    assert "/password/new/" in by_mail[0].body
