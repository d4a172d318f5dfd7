"""Trials carry photos: who sees them, and where they are shown."""

from __future__ import annotations

from django.urls import reverse

from landsby.web.initiatives.access import may_tell, trial_for
from landsby.web.initiatives.models import Trial
from landsby.web.photos.bearers import Bearer, bear_photos


def register() -> None:
    """Tell the room below how trials carry photos."""
    bear_photos(
        Bearer(
            model=Trial,
            fetch=trial_for,
            may_change=may_tell,
            actors=_actors,
            page=lambda trial: reverse("initiatives:trial", args=[trial.pk]),
            form=lambda trial: reverse("initiatives:photos", args=[trial.pk]),
        )
    )


def _actors(trial: Trial) -> set[int]:
    """The institution that tries it, and what it is a department of, by primary key."""
    keys = (trial.actor.pk, trial.actor.parent_id) if trial.actor else ()
    return {key for key in keys if key is not None}
