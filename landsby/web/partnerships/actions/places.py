"""Forming communities and placing actors in them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Community, Municipality


@transaction.atomic
def form_community(
    *,
    municipality: Municipality,
    name: str,
    started_on: date,
    by: User,
    outline: dict[str, Any] | None = None,
) -> Community:
    """Form a local community in a municipality."""
    community = Community(
        programme=municipality.programme,
        municipality=municipality,
        name=name,
        started_on=started_on,
        outline=outline,
    )
    community.full_clean()
    community.save()
    record(by=by, act=Act.CREATED, thing=community, programme=municipality.programme.slug)
    return community
