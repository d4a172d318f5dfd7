"""Planning and changing seasons, keeping the rota, swapping duties, reminding of them.

Each action is one transaction with its audit row inside. Everything that writes a rota holds the
season's row first, so that two who write at once do it one after the other.
"""

from landsby.web.halls.actions.reminders import claim_reminder, settle_reminder
from landsby.web.halls.actions.rota import RotaLine, fill_rota
from landsby.web.halls.actions.seasons import change_season, plan_season
from landsby.web.halls.actions.swaps import accept_swap, ask_swap, decline_swap, withdraw_swap

__all__ = [
    "RotaLine",
    "accept_swap",
    "ask_swap",
    "change_season",
    "claim_reminder",
    "decline_swap",
    "fill_rota",
    "plan_season",
    "settle_reminder",
    "withdraw_swap",
]
