"""Adding a photo to an activity."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from landsby.web.activities.access import activity_for
from landsby.web.partnerships.models import Right
from landsby.web.photos.views import answer_adding


@require_http_methods(["GET", "POST"])
def photos(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that adds a photo, and the photo that it adds."""
    activity, standing = activity_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    return answer_adding(request, activity, standing)
