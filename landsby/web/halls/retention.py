"""How rows are found once the data policy lets go of them."""

from __future__ import annotations

from landsby.web.halls.models import Reminder, Swap
from landsby.web.kit.retention import Expiry, keep_rule


def register_rules() -> None:
    """Tell the kit how the policy's rules about duties are kept."""
    keep_rule(Expiry("duty_swaps", Swap.objects.asked_before))
    keep_rule(Expiry("duty_reminders", Reminder.objects.made_before))
