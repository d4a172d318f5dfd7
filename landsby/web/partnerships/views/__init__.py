"""The pages of the room, one module per noun."""

from landsby.web.partnerships.views.actor import (
    actor,
    change_of_actor,
    close,
    merge,
    new_actor,
    rename,
    reopen,
)
from landsby.web.partnerships.views.actors import actors, export_actors
from landsby.web.partnerships.views.chosen import choice_of_community
from landsby.web.partnerships.views.contacts import contact_change, contact_end, new_contact
from landsby.web.partnerships.views.imports import (
    import_apply,
    import_columns,
    import_give_up,
    import_kinds,
    import_preview,
    start_import,
)
from landsby.web.partnerships.views.invitations import invitation, invitation_renew, invitation_withdraw
from landsby.web.partnerships.views.people import choose_role, membership_end, new_person, people, places_found
from landsby.web.partnerships.views.places import (
    change_of_community,
    community,
    join,
    new_community,
    place_in_community,
    places,
)

__all__ = [
    "actor",
    "actors",
    "change_of_actor",
    "change_of_community",
    "choice_of_community",
    "choose_role",
    "close",
    "community",
    "contact_change",
    "contact_end",
    "export_actors",
    "import_apply",
    "import_columns",
    "import_give_up",
    "import_kinds",
    "import_preview",
    "invitation",
    "invitation_renew",
    "invitation_withdraw",
    "join",
    "membership_end",
    "merge",
    "new_actor",
    "new_community",
    "new_contact",
    "new_person",
    "people",
    "place_in_community",
    "places",
    "places_found",
    "rename",
    "reopen",
    "start_import",
]
