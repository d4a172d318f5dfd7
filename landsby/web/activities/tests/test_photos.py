"""Photos of an activity: added, seen by those who may, changed, and gone at once."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from landsby.web.activities.actions import remove_activity
from landsby.web.activities.tests.factories import an_activity
from landsby.web.kit.actions import keep_data_policy
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.tasks import TheSystem
from landsby.web.photos.actions import change_photo, remove_photo
from landsby.web.photos.cleaning import kind_of
from landsby.web.photos.consent import Consent
from landsby.web.photos.models import Photo
from landsby.web.photos.rules import MOST_PHOTOS
from landsby.web.photos.tests.factories import SECRETS, a_photo, a_picture, plain, sent, talkative

AS_DATA = {"headers": {"Accept": "application/json"}}


@pytest.fixture
def crabs(blueprint, world, cast):
    """Crabs at the quay, with the daycare as host."""
    return an_activity(blueprint, world, cast.pedagogue)


def is_stored(name: str) -> bool:
    return storages["photos"].exists(name)


def test_a_photo_is_added_cleaned_and_shown(crabs, cast, sign_in):
    client = sign_in(cast.pedagogue)
    told = {"file": sent(talkative()), "consent": "given", "text": "Børn leder efter krabber"}
    response = client.post(f"/activities/{crabs.pk}/photos/", told)
    photo = Photo.objects.get()
    assert response.url == f"/activities/{crabs.pk}/#photos"
    assert (photo.consent_noted_by, photo.consent_noted_on) == (cast.pedagogue, timezone.localdate())
    page = client.get(f"/activities/{crabs.pk}/").content.decode()
    assert f'src="/photos/{photo.pk}/small.jpg" alt="Børn leder efter krabber"' in page
    picture = client.get(f"/photos/{photo.pk}/large.jpg")
    data = b"".join(picture.streaming_content)
    assert kind_of(data) == "jpeg"
    assert not [secret for secret in SECRETS if secret in data]
    assert "Ane" not in photo.large.name


def test_the_same_picture_sent_twice_is_one(crabs, cast, sign_in):
    client = sign_in(cast.pedagogue)
    for _ in range(2):
        client.post(f"/activities/{crabs.pk}/photos/", {"file": sent(talkative()), "consent": "nobody"})
    assert Photo.objects.count() == 1


def test_what_is_no_picture_is_refused_and_what_was_typed_stands(crabs, cast, sign_in):
    client = sign_in(cast.pedagogue)
    told = {"consent": "given", "text": "Krabber i en spand"}
    response = client.post(f"/activities/{crabs.pk}/photos/", {**told, "file": sent(b"GIF89a" + bytes(9))})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Filen er ikke et billede, vi kan vise." in page
    assert "Krabber i en spand" in page
    heic = {**told, "file": sent(b"\0\0\0\x18ftypheic" + bytes(40))}
    answer = client.post(f"/activities/{crabs.pk}/photos/", heic, **AS_DATA)
    assert answer.status_code == 422
    assert "Mest kompatibel" in answer.json()["problems"][0]
    assert Photo.objects.count() == 0


def test_the_script_of_the_page_is_told_where_to_go_on(crabs, cast, sign_in):
    told = {"file": sent(plain()), "consent": "nobody"}
    answer = sign_in(cast.pedagogue).post(f"/activities/{crabs.pk}/photos/", told, **AS_DATA)
    assert answer.json() == {"url": f"/activities/{crabs.pk}/#photos"}


def test_a_number_that_looks_like_cpr_is_not_kept(crabs, cast, sign_in):
    told = {"file": sent(plain()), "consent": "nobody", "text": "0101010101"}
    assert sign_in(cast.pedagogue).post(f"/activities/{crabs.pk}/photos/", told).status_code == 422


def test_what_is_not_clear_is_seen_by_the_one_who_took_it_and_by_the_place(crabs, cast, sign_in):
    photo = a_photo(crabs, cast.pedagogue, consent=Consent.UNCLEAR)
    seen = {
        who: sign_in(getattr(cast, who)).get(f"/photos/{photo.pk}/small.jpg").status_code
        for who in ("pedagogue", "daycare_leader", "secretariat", "project_leader", "school_leader", "stranger")
    }
    assert seen == {
        "pedagogue": 200,
        "daycare_leader": 200,
        "secretariat": 404,
        "project_leader": 404,
        "school_leader": 404,
        "stranger": 404,
    }
    page = sign_in(cast.project_leader).get(f"/activities/{crabs.pk}/").content.decode()
    assert "1 billede vises kun for stedet" in page
    assert f"/photos/{photo.pk}/" not in page


def test_looking_at_people_is_noted_and_looking_at_the_sea_is_not(crabs, cast, sign_in):
    client = sign_in(cast.school_leader)
    people = a_photo(crabs, cast.pedagogue, consent=Consent.GIVEN)
    sea = a_photo(crabs, cast.pedagogue, picture=a_picture("blue"))
    for photo in (people, sea):
        client.get(f"/photos/{photo.pk}/small.jpg")
    looked = AuditEntry.objects.of_acts(Act.READ).filter(thing="photos.photo")
    assert [(entry.thing_key, entry.author) for entry in looked] == [(str(people.pk), str(cast.school_leader))]


def test_a_browser_keeps_it_for_one_person_and_asks_each_time(crabs, cast, sign_in):
    client, photo = sign_in(cast.pedagogue), a_photo(crabs, cast.pedagogue, consent=Consent.GIVEN)
    first = client.get(f"/photos/{photo.pk}/large.jpg")
    again = client.get(f"/photos/{photo.pk}/large.jpg", headers={"If-None-Match": first["ETag"]})
    assert first["Cache-Control"] == "private, no-cache"
    assert again.status_code == 304
    assert AuditEntry.objects.of_acts(Act.READ).filter(thing="photos.photo").count() == 1


def test_who_wrote_that_all_said_yes_follows_the_answer(crabs, cast):
    photo = a_photo(crabs, cast.pedagogue, consent=Consent.UNCLEAR)
    given = change_photo(photo=photo, consent=Consent.GIVEN, text="", by=cast.daycare_leader)
    assert (given.consent_noted_by, given.consent_noted_on) == (cast.daycare_leader, timezone.localdate())
    kept = change_photo(photo=photo, consent=Consent.GIVEN, text="Sand", by=cast.secretariat)
    assert kept.consent_noted_by == cast.daycare_leader
    unclear = change_photo(photo=photo, consent=Consent.UNCLEAR, text="", by=cast.secretariat)
    assert (unclear.consent_noted_by, unclear.consent_noted_on) == (None, None)


def test_a_yes_that_is_taken_back_takes_the_picture_away_at_once(
    crabs, cast, sign_in, django_capture_on_commit_callbacks
):
    photo = a_photo(crabs, cast.pedagogue, consent=Consent.GIVEN)
    client = sign_in(cast.daycare_leader)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"/photos/{photo.pk}/withdraw/")
    assert response.url == f"/activities/{crabs.pk}/#photos"
    assert client.get(f"/photos/{photo.pk}/large.jpg").status_code == 404
    assert not is_stored(photo.large.name)
    assert not is_stored(photo.small.name)
    entry = AuditEntry.objects.of_acts(Act.REMOVED).get()
    assert "trukket tilbage" in entry.detail_text


def test_who_only_looks_changes_nothing(crabs, cast, sign_in):
    photo = a_photo(crabs, cast.pedagogue)
    client = sign_in(cast.school_leader)
    assert client.get(f"/photos/{photo.pk}/").status_code == 200
    for verb in ("change", "remove", "withdraw"):
        assert client.post(f"/photos/{photo.pk}/{verb}/").status_code == 403


def test_the_photos_of_an_activity_go_with_it(crabs, cast, django_capture_on_commit_callbacks):
    photo = a_photo(crabs, cast.pedagogue)
    assert is_stored(photo.large.name)
    with django_capture_on_commit_callbacks(execute=True):
        remove_activity(activity=crabs, by=cast.pedagogue)
    assert Photo.objects.count() == 0
    assert not is_stored(photo.large.name)


def test_what_could_not_be_stored_leaves_no_file(crabs, cast, monkeypatch):
    written = []
    monkeypatch.setattr(
        "landsby.web.photos.files.uuid4", lambda: written.append(1) or SimpleNamespace(hex=f"{len(written):032}")
    )
    monkeypatch.setattr("landsby.web.photos.actions.record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        a_photo(crabs, cast.pedagogue)
    assert Photo.objects.count() == 0
    assert len(written) == 2
    assert not any(is_stored(f"00/{number:032}.jpg") for number in (1, 2))


def test_there_is_room_for_so_many_and_no_more(crabs, cast, sign_in, monkeypatch):
    monkeypatch.setattr("landsby.web.photos.rules.MOST_PHOTOS", 1)
    assert MOST_PHOTOS > 1
    a_photo(crabs, cast.pedagogue)
    response = sign_in(cast.pedagogue).post(
        f"/activities/{crabs.pk}/photos/", {"file": sent(plain()), "consent": "nobody"}
    )
    assert response.status_code == 422
    assert "Fjern et af dem" in response.content.decode()


def test_the_policy_lets_go_of_what_nobody_cleared(crabs, cast, django_capture_on_commit_callbacks):
    kinds = {Consent.UNCLEAR: 61, Consent.GIVEN: 61, Consent.NOBODY: 4000}
    for number, (consent, days) in enumerate(kinds.items()):
        photo = a_photo(crabs, cast.pedagogue, consent=consent, picture=a_picture(("red", "tan", "navy")[number]))
        then = timezone.now() - timedelta(days=days)
        Photo.objects.filter(pk=photo.pk).update(added_at=then, became_unclear_at=then)
    with django_capture_on_commit_callbacks(execute=True):
        keep_data_policy(by=TheSystem())
    assert sorted(Photo.objects.values_list("consent", flat=True)) == [Consent.GIVEN, Consent.NOBODY]


def test_removing_twice_does_no_harm(crabs, cast, sign_in):
    photo = a_photo(crabs, cast.pedagogue)
    remove_photo(photo=photo, by=cast.pedagogue)
    assert sign_in(cast.pedagogue).post(f"/photos/{photo.pk or 0}/remove/").status_code == 404
