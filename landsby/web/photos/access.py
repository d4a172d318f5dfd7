"""Which photos somebody sees and changes: those of what they see; of the unclear only their own and their place's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404

from landsby.web.partnerships.access import SEE, Standing, Visitor
from landsby.web.photos.bearers import Bearer, bearer_of
from landsby.web.photos.models import Photo


@dataclass(frozen=True)
class Found:
    """A photo that somebody may see, with what it is of."""

    photo: Photo
    thing: Any
    standing: Standing
    bearer: Bearer
    may_change: bool


def photo_for(user: Visitor, pk: int, *, to: Literal["see", "change"] = SEE) -> Found:
    """A photo that the user may see, and change where that is asked.

    Raises:
        Http404: to a stranger, to whoever may not see what it is of, and to others than the place while it is unclear.
        PermissionDenied: to whoever neither added it nor answers for what it is of.
    """
    photo = Photo.objects.select_related("programme", "thing_type", "consent_noted_by").filter(pk=pk).first()
    bearer = bearer_of(photo.thing_type.model_class() or Photo) if photo else None
    if photo is None or bearer is None:
        raise Http404
    thing, standing = bearer.fetch(user, photo.thing_key)
    if not _sees(standing, photo, thing, bearer):
        raise Http404
    may_change = photo.added_by_id == standing.user.pk or bearer.may_change(standing, thing)
    if to != SEE and not may_change:
        raise PermissionDenied
    return Found(photo, thing, standing, bearer, may_change)


def photos_seen_by(standing: Standing, thing: models.Model, bearer: Bearer) -> tuple[list[Photo], int]:
    """The photos of a thing that somebody sees, the oldest first; and how many more there are."""
    photos = list(Photo.objects.of(thing))
    seen = [photo for photo in photos if _sees(standing, photo, thing, bearer)]
    return seen, len(photos) - len(seen)


def photos_there(thing: models.Model) -> int:
    """How many photos a thing has, whoever sees them."""
    return Photo.objects.of(thing).count()


def _sees(standing: Standing, photo: Photo, thing: Any, bearer: Bearer) -> bool:
    """Whether somebody who sees the thing sees its photo."""
    if photo.is_clear:
        return True
    own = [actor.pk for actor in standing.own_actors]
    return photo.is_seen_by(standing.user, own, bearer.actors(thing))
