"""The pages of the room, one module per noun."""

from landsby.web.partnerships.views.actors import actor, actors
from landsby.web.partnerships.views.imports import start_import
from landsby.web.partnerships.views.people import people
from landsby.web.partnerships.views.places import community, places

__all__ = ["actor", "actors", "community", "people", "places", "start_import"]
