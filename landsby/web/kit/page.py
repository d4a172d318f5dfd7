"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """Context for the base template: whether this is the demo, and the languages on offer."""
    return {
        "is_demo": settings.DEMO,
        "languages": settings.LANGUAGES,
        "accessibility_statement": settings.ACCESSIBILITY_STATEMENT_URL,
    }
