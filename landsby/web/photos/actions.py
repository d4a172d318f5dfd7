"""Adding a photo, saying more of it, and taking it away."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme
from landsby.web.photos.cleaning import Picture
from landsby.web.photos.models import Photo
from landsby.web.photos.rules import problems_of_adding

MADE_HERE = ("large", "small", "added_by", "consent_noted_by")
"""What nobody types."""


@transaction.atomic
def add_photo(
    *, thing: models.Model, programme: Programme, picture: Picture, consent: str, by: User, text: str = ""
) -> Photo:
    """Store a photo of a thing; the same picture of the same thing is stored once, however often it is sent.

    Raises:
        Blocked: when there are as many photos as there may be.
    """
    photos = Photo.objects.of(thing)
    stored = photos.with_digest(picture.digest).first()
    if stored is not None:
        return stored
    refuse_on_blockers(problems_of_adding(photos.count()))
    photo = _of(thing, picture, programme=programme, text=text, added_by=by)
    photo.say_consent(consent, by)
    photo.clean_fields(exclude=MADE_HERE)
    try:
        return _stored(photo, picture, by)
    except IntegrityError:
        # The same form was sent a second time while the first was being stored.
        stored = photos.with_digest(picture.digest).first()
        if stored is None:
            raise
        return stored


def _of(thing: models.Model, picture: Picture, **told: Any) -> Photo:
    """A photo of a thing, not stored yet."""
    kind = ContentType.objects.get_for_model(thing)
    size = {"width": picture.width, "height": picture.height, "digest": picture.digest}
    return Photo(thing_type=kind, thing_key=thing.pk, **size, **told)


def _stored(photo: Photo, picture: Picture, by: User) -> Photo:
    """Write files and row; where the row cannot be, the files are not either."""
    try:
        with transaction.atomic():
            photo.large.save("", ContentFile(picture.large), save=False)
            photo.small.save("", ContentFile(picture.small), save=False)
            photo.save(force_insert=True)
            record(by=by, act=Act.CREATED, thing=photo, programme=photo.programme.slug)
    except BaseException:
        for file in (photo.large, photo.small):
            if file:
                file.storage.delete(file.name)
        raise
    return photo


@transaction.atomic
def change_photo(*, photo: Photo, consent: str, text: str, by: User) -> Photo:
    """Say what is to be seen, and what is known of those on it."""
    photo = Photo.objects.select_for_update(of=("self",)).select_related("programme").get(pk=photo.pk)
    before = photo.told()
    photo.text = text
    photo.say_consent(consent, by)
    photo.clean_fields(exclude=MADE_HERE)
    photo.save()
    detail = changes(before, photo.told())
    record(by=by, act=Act.CHANGED, thing=photo, programme=photo.programme.slug, detail=detail)
    return photo


@transaction.atomic
def remove_photo(*, photo: Photo, by: User, is_withdrawn: bool = False) -> None:
    """Take a photo away at once, row and files.

    Args:
        is_withdrawn: because somebody on it has taken a yes back; the log says so.
    """
    detail = {"withdrawn": 1} if is_withdrawn else {}
    record(by=by, act=Act.REMOVED, thing=photo, programme=photo.programme.slug, detail=detail)
    photo.delete()
