"""How photos are found once the data policy lets go of them; their files go with them."""

from __future__ import annotations

from landsby.web.kit.retention import Expiry, keep_rule
from landsby.web.photos.models import Photo


def register_rules() -> None:
    """Tell the kit how the policy's rules about photos are kept."""
    keep_rule(Expiry("unclear_photos", Photo.objects.unclear_since))
    keep_rule(Expiry("photos_of_people", Photo.objects.of_people_since))
