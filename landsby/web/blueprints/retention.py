"""How versions that nobody adopted are found once the data policy lets go of them."""

from __future__ import annotations

from landsby.web.blueprints.models import TheoryDraft, UpgradeDraft
from landsby.web.kit.retention import Expiry, keep_rule


def register_rules() -> None:
    """Tell the kit how the policy's rules about drafts are kept."""
    keep_rule(Expiry("theory_drafts", TheoryDraft.objects.expired_before))
    keep_rule(Expiry("upgrade_drafts", UpgradeDraft.objects.expired_before))
