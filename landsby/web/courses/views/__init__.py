"""The room's pages."""

from landsby.web.courses.views.hours import approve, correct, hand_in, send_back
from landsby.web.courses.views.offers import (
    new_offer,
    offer_change,
    offer_close,
    offer_list,
    offer_page,
    window_new,
    window_remove,
)
from landsby.web.courses.views.rows import export_hours, export_sums, hours_list, sums
from landsby.web.courses.views.sign_ups import place, sign_up_page, sign_up_to, withdraw

__all__ = [
    "approve",
    "correct",
    "export_hours",
    "export_sums",
    "hand_in",
    "hours_list",
    "new_offer",
    "offer_change",
    "offer_close",
    "offer_list",
    "offer_page",
    "place",
    "send_back",
    "sign_up_page",
    "sign_up_to",
    "sums",
    "window_new",
    "window_remove",
    "withdraw",
]
