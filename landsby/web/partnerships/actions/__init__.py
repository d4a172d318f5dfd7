"""What can be done in the room, one module per noun. Every verb names its author and leaves a trace."""

from landsby.web.partnerships.actions.actors import (
    add_actor,
    change_actor,
    close_actor,
    merge_actor,
    rename_actor,
    reopen_actor,
)
from landsby.web.partnerships.actions.chosen import tell_choice
from landsby.web.partnerships.actions.imports import apply_import, begin_import, give_up_import, map_columns
from landsby.web.partnerships.actions.invitations import (
    accept_invitation,
    come_by_invitation,
    invite,
    renew_invitation,
    withdraw_invitation,
)
from landsby.web.partnerships.actions.people import (
    add_contact,
    change_contact,
    end_contact,
    end_membership,
    give_membership,
)
from landsby.web.partnerships.actions.places import change_community, form_community, place_actors
from landsby.web.partnerships.actions.programmes import join_municipality, start_programme

__all__ = [
    "accept_invitation",
    "add_actor",
    "add_contact",
    "apply_import",
    "begin_import",
    "change_actor",
    "change_community",
    "change_contact",
    "close_actor",
    "come_by_invitation",
    "end_contact",
    "end_membership",
    "form_community",
    "give_membership",
    "give_up_import",
    "invite",
    "join_municipality",
    "map_columns",
    "merge_actor",
    "place_actors",
    "rename_actor",
    "renew_invitation",
    "reopen_actor",
    "start_programme",
    "tell_choice",
    "withdraw_invitation",
]
