"""The forms of the room, one module per noun."""

from landsby.web.partnerships.forms.actors import ActorForm, CloseForm, ContactForm, MergeForm, RenameForm
from landsby.web.partnerships.forms.chosen import CommunityChoiceForm
from landsby.web.partnerships.forms.filter import ActorFilter
from landsby.web.partnerships.forms.imports import ColumnsForm, KindsForm, UploadForm
from landsby.web.partnerships.forms.people import ArrivalForm, HandOverForm, PersonForm, RoleForm
from landsby.web.partnerships.forms.places import CommunityForm, JoinForm, PlaceActorsForm

__all__ = [
    "ActorFilter",
    "ActorForm",
    "ArrivalForm",
    "CloseForm",
    "ColumnsForm",
    "CommunityChoiceForm",
    "CommunityForm",
    "ContactForm",
    "HandOverForm",
    "JoinForm",
    "KindsForm",
    "MergeForm",
    "PersonForm",
    "PlaceActorsForm",
    "RenameForm",
    "RoleForm",
    "UploadForm",
]
