"""The page that says what waits on the device."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import programmes_of, standing_in
from landsby.web.partnerships.models import Right


@require_GET
def unsent(request: HttpRequest) -> HttpResponse:
    """What waits on the device. The server knows nothing of it: the page's script lists it."""
    assert request.user.is_authenticated  # the middleware lets nobody else in
    programmes = [
        one for one in programmes_of(request.user) if standing_in(request.user, one).may(Right.LOG_ACTIVITIES)
    ]
    return render(request, "activities/unsent.html", {"programmes": programmes})
