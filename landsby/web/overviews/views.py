"""The programme's picture."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import programme_for


@require_GET
def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """What is registered in the programme, as far as the reader may see."""
    programme, standing = programme_for(request.user, slug)
    return render(request, "overviews/picture.html", {"programme": programme, "standing": standing})
