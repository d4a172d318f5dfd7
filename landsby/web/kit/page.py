"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from landsby.web.kit.device import person_on_device, stored_from_page


def page(request: HttpRequest) -> dict[str, Any]:
    """Context for the base template: whether this is the demo, the languages on offer, and what the device is told."""
    return {
        "person_on_device": person_on_device(request.user) if hasattr(request, "user") else "",
        "stored_from_page": stored_from_page(request),
        "draft_days": settings.DRAFT_DAYS,
        "is_demo": settings.DEMO,
        "languages": settings.LANGUAGES,
        "accessibility_statement": settings.ACCESSIBILITY_STATEMENT_URL,
    }
