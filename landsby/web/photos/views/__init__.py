"""Adding a photo to what carries them, looking at it, and taking it away."""

from landsby.web.photos.views.adding import answer_adding
from landsby.web.photos.views.files import large, small
from landsby.web.photos.views.single import change, photo_page, remove, withdraw

__all__ = ["answer_adding", "change", "large", "photo_page", "remove", "small", "withdraw"]
