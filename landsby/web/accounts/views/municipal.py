"""A municipality's own sign-in: on the way there, and on the way back."""

from __future__ import annotations

from allauth.socialaccount.providers.openid_connect import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST


@login_not_required
@never_cache
@require_POST
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send somebody to their municipality. A link alone sends nobody."""
    answer: HttpResponse = views.login(request, provider_id)
    return answer


@login_not_required
@never_cache
@require_GET
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the municipality sends somebody back to."""
    answer: HttpResponse = views.callback(request, provider_id)
    return answer
