"""The pages of the room, one module per noun."""

from landsby.web.partnerships.views.actors import actor, actors
from landsby.web.partnerships.views.imports import (
    import_apply,
    import_columns,
    import_give_up,
    import_kinds,
    import_preview,
    start_import,
)
from landsby.web.partnerships.views.people import people
from landsby.web.partnerships.views.places import community, places

__all__ = [
    "actor",
    "actors",
    "community",
    "import_apply",
    "import_columns",
    "import_give_up",
    "import_kinds",
    "import_preview",
    "people",
    "places",
    "start_import",
]
