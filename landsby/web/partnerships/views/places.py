"""Places: municipalities and their communities."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import communities_within, community_for, programme_for


@require_GET
def places(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's communities."""
    programme, standing = programme_for(request.user, slug)
    context = {"programme": programme, "standing": standing, "communities": communities_within(standing)}
    return render(request, "partnerships/places.html", context)


@require_GET
def community(request: HttpRequest, pk: int) -> HttpResponse:
    """One community."""
    found, standing = community_for(request.user, pk)
    context = {"programme": found.programme, "standing": standing, "community": found}
    return render(request, "partnerships/community.html", context)
