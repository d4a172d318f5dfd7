"""Import of institutions, step by step."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right


@require_GET
def start_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file."""
    programme, standing = programme_for(request.user, slug, to=Right.IMPORT_PLACES)
    return render(request, "partnerships/import.html", {"programme": programme, "standing": standing})
