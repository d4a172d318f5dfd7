"""The front pages in the reader's words."""

from landsby.web.home.presenters.changes import Change, changes_between
from landsby.web.home.presenters.communities import CommunityNow, communities_now
from landsby.web.home.presenters.family import FamilyPage
from landsby.web.home.presenters.front import Front
from landsby.web.home.presenters.personas import Cast, PersonaCard, cast_of

__all__ = [
    "Cast",
    "Change",
    "CommunityNow",
    "FamilyPage",
    "Front",
    "PersonaCard",
    "cast_of",
    "changes_between",
    "communities_now",
]
