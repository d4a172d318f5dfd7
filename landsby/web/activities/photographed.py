"""Activities carry photos: who sees them, and where they are shown."""

from __future__ import annotations

from django.urls import reverse

from landsby.web.activities.access import activity_for, may_change
from landsby.web.activities.models import Activity
from landsby.web.photos.bearers import Bearer, bear_photos


def register() -> None:
    """Tell the room below how activities carry photos."""
    bear_photos(
        Bearer(
            model=Activity,
            fetch=activity_for,
            may_change=may_change,
            actors=_actors,
            page=lambda activity: reverse("activities:detail", args=[activity.pk]),
            form=lambda activity: reverse("activities:photos", args=[activity.pk]),
        )
    )


def _actors(activity: Activity) -> set[int]:
    """Everybody with a part in it, and what they are departments of, by primary key."""
    actors = [link.actor for link in activity.involvements.all()]
    return {key for actor in actors for key in (actor.pk, actor.parent_id) if key is not None}
