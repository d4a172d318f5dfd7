"""Starting a programme from a blueprint, and reading what a programme works by."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.access import programme_for


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Start a programme from a blueprint: for the installation's operator."""
    if not request.user.is_operator:
        raise PermissionDenied
    return render(request, "blueprints/start.html")


@require_GET
def browse(request: HttpRequest, slug: str) -> HttpResponse:
    """The definitions that the programme works by."""
    programme, standing = programme_for(request.user, slug)
    context = {"programme": programme, "standing": standing, "blueprint": blueprint_of(programme)}
    return render(request, "blueprints/browse.html", context)
