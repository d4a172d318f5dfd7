"""What is done with offers, sign-ups and hours."""

from landsby.web.courses.actions.hours import approve_hours, correct_hours, hand_in_hours, send_back_hours
from landsby.web.courses.actions.offers import add_window, change_offer, close_offer, make_offer, remove_window
from landsby.web.courses.actions.sign_ups import give_place, sign_up, withdraw_sign_up

__all__ = [
    "add_window",
    "approve_hours",
    "change_offer",
    "close_offer",
    "correct_hours",
    "give_place",
    "hand_in_hours",
    "make_offer",
    "remove_window",
    "send_back_hours",
    "sign_up",
    "withdraw_sign_up",
]
