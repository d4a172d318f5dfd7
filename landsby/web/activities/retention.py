"""How rows are found once the data policy lets go of them."""

from __future__ import annotations

from landsby.web.activities.models import CalendarDraft, Feed, RemovedActivity
from landsby.web.kit.retention import Expiry, keep_rule


def register_rules() -> None:
    """Tell the kit how the policy's rules about calendars are kept."""
    keep_rule(Expiry("calendar_links", Feed.objects.unread_since))
    keep_rule(Expiry("removed_activities", RemovedActivity.objects.removed_before))
    keep_rule(Expiry("calendar_drafts", CalendarDraft.objects.expired_before))
