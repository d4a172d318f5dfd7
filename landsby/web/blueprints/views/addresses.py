"""Where definitions are read."""

from __future__ import annotations

from django.urls import reverse

from landsby.blueprint.blueprint import MANIFEST


def address_of(slug: str, folder: str, key: str) -> str:
    """Where a definition is read; what the blueprint says of itself stands on the front of the room."""
    if folder == MANIFEST:
        return reverse("blueprints:browse", args=[slug])
    return reverse("blueprints:definition", args=[slug, folder, key])
