"""People: who has which role where."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right


@require_GET
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's people."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PEOPLE)
    return render(request, "partnerships/people.html", {"programme": programme, "standing": standing})
