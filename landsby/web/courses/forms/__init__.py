"""The room's forms."""

from landsby.web.courses.forms.filter import HoursFilter, OfferFilter
from landsby.web.courses.forms.hours import ApproveForm, CorrectForm, HandInForm, SendBackForm
from landsby.web.courses.forms.offer import NewOfferForm, OfferForm, WindowForm
from landsby.web.courses.forms.sign_up import SignUpForm, WithdrawForm

__all__ = [
    "ApproveForm",
    "CorrectForm",
    "HandInForm",
    "HoursFilter",
    "NewOfferForm",
    "OfferFilter",
    "OfferForm",
    "SendBackForm",
    "SignUpForm",
    "WindowForm",
    "WithdrawForm",
]
