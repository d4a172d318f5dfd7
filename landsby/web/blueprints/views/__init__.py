"""The room's pages: starting, reading, adapting, and going over to another version."""

from landsby.web.blueprints.views.reading import browse, definition, shelf
from landsby.web.blueprints.views.starting import blank, start

__all__ = ["blank", "browse", "definition", "shelf", "start"]
