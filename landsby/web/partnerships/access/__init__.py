"""Who may come where. Every room's `access.py` asks this one; nothing is open by default.

A membership ties a role to one place. Its rights hold there and in everything below; what the
person may read reaches up to the level that the role `sees`.
"""

from landsby.web.partnerships.access.imports import draft_for, drafts_of, known_to
from landsby.web.partnerships.access.invitations import (
    has_account,
    invitation_for,
    invitation_with,
    invitations_within,
    is_upheld,
)
from landsby.web.partnerships.access.leaving import heirs_of, reach_of
from landsby.web.partnerships.access.many import (
    actors_seen_by,
    actors_within,
    communities_within,
    ended_roles,
    holds_any,
    is_community_name_taken,
    is_slug_taken,
    municipalities_seen_by,
    municipalities_within,
    programmes_of,
)
from landsby.web.partnerships.access.people import (
    contact_for,
    contact_of,
    contacts_of,
    membership_for,
    memberships_within,
    places_for,
    role_for,
    roles_to_give,
    sees_contacts,
)
from landsby.web.partnerships.access.single import actor_for, community_for, programme_for, standing_in
from landsby.web.partnerships.access.standing import SEE, Reach, Standing, To, Visitor

__all__ = [
    "SEE",
    "Reach",
    "Standing",
    "To",
    "Visitor",
    "actor_for",
    "actors_seen_by",
    "actors_within",
    "communities_within",
    "community_for",
    "contact_for",
    "contact_of",
    "contacts_of",
    "draft_for",
    "drafts_of",
    "ended_roles",
    "has_account",
    "heirs_of",
    "holds_any",
    "invitation_for",
    "invitation_with",
    "invitations_within",
    "is_community_name_taken",
    "is_slug_taken",
    "is_upheld",
    "known_to",
    "membership_for",
    "memberships_within",
    "municipalities_seen_by",
    "municipalities_within",
    "places_for",
    "programme_for",
    "programmes_of",
    "reach_of",
    "role_for",
    "roles_to_give",
    "sees_contacts",
    "standing_in",
]
