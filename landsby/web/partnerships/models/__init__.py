"""Who and where, in the order that they build on each other."""

from landsby.web.partnerships.models.actor import Actor, ActorName, ActorQuerySet, Contact
from landsby.web.partnerships.models.membership import Membership, Right, Role, ScopeLevel
from landsby.web.partnerships.models.place import Community, CommunityQuerySet, Municipality
from landsby.web.partnerships.models.programme import Programme, ProgrammeQuerySet

__all__ = [
    "Actor",
    "ActorName",
    "ActorQuerySet",
    "Community",
    "CommunityQuerySet",
    "Contact",
    "Membership",
    "Municipality",
    "Programme",
    "ProgrammeQuerySet",
    "Right",
    "Role",
    "ScopeLevel",
]
