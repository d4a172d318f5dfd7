"""What can be done in the room, one module per noun. Every verb names its author and leaves a trace."""

from landsby.web.partnerships.actions.actors import (
    add_actor,
    change_actor,
    close_actor,
    merge_actor,
    rename_actor,
    reopen_actor,
)
from landsby.web.partnerships.actions.imports import apply_import, begin_import, give_up_import, map_columns
from landsby.web.partnerships.actions.people import (
    add_contact,
    add_person,
    end_contact,
    end_membership,
    give_membership,
)
from landsby.web.partnerships.actions.places import change_community, form_community, place_actors
from landsby.web.partnerships.actions.programmes import join_municipality, start_programme

__all__ = [
    "add_actor",
    "add_contact",
    "add_person",
    "apply_import",
    "begin_import",
    "change_actor",
    "change_community",
    "close_actor",
    "end_contact",
    "end_membership",
    "form_community",
    "give_membership",
    "give_up_import",
    "join_municipality",
    "map_columns",
    "merge_actor",
    "place_actors",
    "rename_actor",
    "reopen_actor",
    "start_programme",
]
