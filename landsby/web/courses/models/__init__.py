"""Framework offers with their times, who signed up for them, and the hours that were worked."""

from landsby.web.courses.models.hours import HoursStatus, SessionHours, SessionHoursQuerySet
from landsby.web.courses.models.offer import FrameworkOffer, FrameworkOfferQuerySet, TimeWindow, Transport
from landsby.web.courses.models.sign_up import SignUp, SignUpQuerySet, SignUpStatus

__all__ = [
    "FrameworkOffer",
    "FrameworkOfferQuerySet",
    "HoursStatus",
    "SessionHours",
    "SessionHoursQuerySet",
    "SignUp",
    "SignUpQuerySet",
    "SignUpStatus",
    "TimeWindow",
    "Transport",
]
