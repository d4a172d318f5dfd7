"""What is asked about a gathering and a festival."""

from landsby.web.gatherings.forms.aftermath import AgreementForm, LayForm, OpinionForm
from landsby.web.gatherings.forms.festival import FestivalForm, as_last_year, left_out
from landsby.web.gatherings.forms.filter import AgreementFilter, GatheringFilter, PlaceFilter
from landsby.web.gatherings.forms.plan import PlanForm
from landsby.web.gatherings.forms.turnout import RollForm, SignUpForm

__all__ = [
    "AgreementFilter",
    "AgreementForm",
    "FestivalForm",
    "GatheringFilter",
    "LayForm",
    "OpinionForm",
    "PlaceFilter",
    "PlanForm",
    "RollForm",
    "SignUpForm",
    "as_last_year",
    "left_out",
]
