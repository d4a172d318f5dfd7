"""Who and where, in the order that they build on each other."""

from landsby.web.partnerships.models.actor import Actor, ActorName, ActorQuerySet, Contact, Tally
from landsby.web.partnerships.models.chosen import CommunityChoice
from landsby.web.partnerships.models.draft import ImportDraft, ImportDraftQuerySet
from landsby.web.partnerships.models.invitation import Invitation, InvitationQuerySet
from landsby.web.partnerships.models.membership import (
    Membership,
    MembershipQuerySet,
    Place,
    Right,
    Role,
    ScopeLevel,
    at,
)
from landsby.web.partnerships.models.place import Community, CommunityQuerySet, Municipality, MunicipalityQuerySet
from landsby.web.partnerships.models.programme import Programme, ProgrammeQuerySet

__all__ = [
    "Actor",
    "ActorName",
    "ActorQuerySet",
    "Community",
    "CommunityChoice",
    "CommunityQuerySet",
    "Contact",
    "ImportDraft",
    "ImportDraftQuerySet",
    "Invitation",
    "InvitationQuerySet",
    "Membership",
    "MembershipQuerySet",
    "Municipality",
    "MunicipalityQuerySet",
    "Place",
    "Programme",
    "ProgrammeQuerySet",
    "Right",
    "Role",
    "ScopeLevel",
    "Tally",
    "at",
]
