"""One's own name, language and password."""

from __future__ import annotations

import pytest

from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry

URL = "/profile/"
PASSWORD = "kaffe tog regnvejr sofa"
NEW = "sten saks papir og brønd"

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


@pytest.fixture
def signed_in(client, user):
    client.force_login(user)
    return client


def test_the_page_shows_what_is_known(signed_in):
    page = signed_in.get(URL).content.decode()
    assert "asta@landsby.example" in page
    assert 'value="Asta Holm"' in page


def test_name_and_language_are_changed_at_once(signed_in, user):
    response = signed_in.post(URL, {"name": "Asta H. Holm", "language": "en"})
    assert response.url == URL
    assert response.cookies["django_language"].value == "en"
    user.refresh_from_db()
    assert (user.name, user.language) == ("Asta H. Holm", "en")
    assert AuditEntry.objects.about(user).of_acts(Act.CHANGED).get().detail["language"] == ["da", "en"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": "", "language": "da"}, "name"),
        ({"name": "Asta 010190-1234", "language": "da"}, "name"),
        ({"name": "Asta", "language": "tlh"}, "language"),
    ],
)
def test_what_does_not_hold_is_said_and_not_stored(signed_in, user, told, field):
    response = signed_in.post(URL, told)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    user.refresh_from_db()
    assert user.name == "Asta Holm"
    assert ">Asta Holm</a>" in response.content.decode()


def change(client, old=PASSWORD, new=NEW, again=None):
    return client.post(f"{URL}password/", {"old_password": old, "new_password1": new, "new_password2": again or new})


def test_the_password_is_changed_and_one_stays_signed_in(signed_in, user):
    assert change(signed_in).url == URL
    user.refresh_from_db()
    assert user.check_password(NEW)
    assert signed_in.get(URL).status_code == 200
    entry = AuditEntry.objects.about(user).of_acts(Act.CHANGED).get()
    assert entry.detail == {"password": ["", ""]}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"old": "forkert"}, "old_password"),
        ({"new": "kort"}, "new_password1"),
        ({"new": "password1234"}, "new_password1"),
        ({"new": "1234567890123"}, "new_password1"),
        ({"new": "asta holm asta"}, "new_password1"),
        ({"again": "noget andet end det"}, "new_password2"),
    ],
)
def test_a_password_that_does_not_hold_is_refused(signed_in, user, told, field):
    response = change(signed_in, **told)
    assert response.status_code == 422
    ((told_at, told),) = response.context["password_form"].errors.items()
    assert (told_at, len(told)) == (field, 1)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_only_those_who_are_signed_in_have_a_profile(client):
    assert client.get(URL).url == f"/sign-in/?next={URL}"
    assert change(client).url.startswith("/sign-in/")
    assert change(client, old="").status_code == 302


def test_the_old_password_is_not_guessed_for_ever(signed_in, user):
    for _time in range(10):
        change(signed_in, old="forkert")
    assert change(signed_in).status_code == 422
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
