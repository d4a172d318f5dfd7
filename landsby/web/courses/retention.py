"""How contact details of sign-ups are found once the data policy lets go of them."""

from __future__ import annotations

from landsby.web.courses.models import SignUp
from landsby.web.kit.retention import Expiry, keep_rule


def register_rules() -> None:
    """Tell the kit how the policy's rule about contact details is kept."""
    keep_rule(Expiry("course_contacts", SignUp.objects.with_contact_since, blank={"contact": "", "phone": ""}))
