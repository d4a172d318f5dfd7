"""How rows are found once the data policy lets go of them."""

from __future__ import annotations

from landsby.web.indicators.models import FigureDraft
from landsby.web.kit.retention import Expiry, keep_rule


def register_rules() -> None:
    """Tell the kit how the policy's rule about files with figures is kept."""
    keep_rule(Expiry("figure_drafts", FigureDraft.objects.expired_before))
