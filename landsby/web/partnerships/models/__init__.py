"""Who and where, in the order that they build on each other."""

from landsby.web.partnerships.models.actor import Actor, ActorName, Contact
from landsby.web.partnerships.models.membership import Membership, Right, Role, ScopeLevel
from landsby.web.partnerships.models.place import Community, Municipality
from landsby.web.partnerships.models.programme import Programme

__all__ = [
    "Actor",
    "ActorName",
    "Community",
    "Contact",
    "Membership",
    "Municipality",
    "Programme",
    "Right",
    "Role",
    "ScopeLevel",
]
