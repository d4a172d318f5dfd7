"""Photos of a trial: as those of an activity, and gone with it."""

from __future__ import annotations

from landsby.web.initiatives.tests.factories import a_trial, an_initiative
from landsby.web.photos.consent import Consent
from landsby.web.photos.models import Photo
from landsby.web.photos.tests.factories import plain, sent


def test_a_trial_shows_its_photos_and_the_unclear_to_those_who_try_it(world, cast, sign_in):
    stories = an_initiative(world, cast.secretariat)
    trial = a_trial(stories, cast.secretariat, actor=world.daycare)
    client = sign_in(cast.daycare_leader)
    answer = client.post(f"/trials/{trial.pk}/photos/", {"file": sent(plain()), "consent": Consent.UNCLEAR})
    photo = Photo.objects.get()
    assert answer.url == f"/trials/{trial.pk}/#photos"
    assert f"/photos/{photo.pk}/small.jpg" in client.get(f"/trials/{trial.pk}/").content.decode()
    assert sign_in(cast.pedagogue).get(f"/photos/{photo.pk}/").status_code == 200
    assert sign_in(cast.project_leader).get(f"/photos/{photo.pk}/").status_code == 404
    trial.delete()
    assert not Photo.objects.exists()
