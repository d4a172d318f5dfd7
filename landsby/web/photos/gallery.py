"""The photos of one thing together, with the form that adds one: what a page of the thing shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from landsby.web.partnerships.access import Standing
from landsby.web.photos.access import photos_seen_by
from landsby.web.photos.bearers import bearer_of
from landsby.web.photos.forms import AddingForm
from landsby.web.photos.models import Photo


@dataclass(frozen=True)
class Gallery:
    """The photos of one thing, as one reader sees them.

    Attributes:
        hidden: how many more there are that only the place sees.
        form: what adds one; None where the reader may not.
        add_url: where it is sent.
    """

    photos: list[Photo]
    hidden: int
    form: AddingForm | None
    add_url: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show and nothing to do."""
        return not (self.photos or self.hidden or self.form)


def gallery_of(thing: Any, standing: Standing, form: AddingForm | None = None) -> Gallery:
    """The photos of a thing whose model carries them.

    Args:
        form: as it was answered; a new one where it is None and the reader may add.
    """
    bearer = bearer_of(type(thing))
    assert bearer is not None, f"{type(thing)} carries no photos"
    photos, hidden = photos_seen_by(standing, thing, bearer)
    may_add = bearer.may_change(standing, thing)
    return Gallery(photos, hidden, (form or AddingForm()) if may_add else None, bearer.form(thing))
