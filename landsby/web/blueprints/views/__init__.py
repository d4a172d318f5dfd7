"""The room's pages: starting, reading, adapting, and going over to another version."""

from landsby.web.blueprints.views.adapting import adapt, as_of, go_back, history, switch, take_back
from landsby.web.blueprints.views.reading import browse, definition, shelf
from landsby.web.blueprints.views.starting import blank, start
from landsby.web.blueprints.views.versions import download, give_up, take_builtin, undo, version, versions

__all__ = [
    "adapt",
    "as_of",
    "blank",
    "browse",
    "definition",
    "download",
    "give_up",
    "go_back",
    "history",
    "shelf",
    "start",
    "switch",
    "take_back",
    "take_builtin",
    "undo",
    "version",
    "versions",
]
