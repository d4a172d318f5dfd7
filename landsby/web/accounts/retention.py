"""How rows are found once the data policy lets go of them."""

from __future__ import annotations

from landsby.web.accounts.models import FailedSignIn
from landsby.web.kit.retention import Expiry, keep_rule


def register_rules() -> None:
    """Tell the kit how the policy's rules about signing in are kept."""
    keep_rule(Expiry("failed_sign_ins", FailedSignIn.objects.before))
