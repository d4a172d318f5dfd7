"""What belongs to no room: health, the language, the accessibility statement, the data policy, and the device."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from landsby.web.kit.device import manifest as what_is_installed
from landsby.web.kit.device import person_on_device, worker_script
from landsby.web.kit.policy import data_policy as policy_in_force


@login_not_required
@never_cache
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """200 when the page server and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "ok", "database": connection.vendor})


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language and go back to the page that one came from."""
    wanted = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    if translation.check_for_language(wanted) and wanted in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            wanted,
            max_age=365 * 24 * 3600,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
            httponly=True,
        )
    return response


@login_not_required
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement: the installation's own where it has one, else what we know ourselves."""
    if settings.ACCESSIBILITY_STATEMENT_URL:
        return HttpResponseRedirect(settings.ACCESSIBILITY_STATEMENT_URL)
    return render(request, "kit/accessibility.html")


@login_not_required
@require_GET
def data_policy(request: HttpRequest) -> HttpResponse:
    """What is kept, why, and for how long: for everybody, also those who cannot sign in."""
    return render(request, "kit/data_policy.html", {"policy": policy_in_force()})


@login_not_required
@never_cache
@require_GET
def device(request: HttpRequest) -> HttpResponse:
    """Who is signed in on this device, and a token to send with: for what has waited there without a connection."""
    return JsonResponse({"person": person_on_device(request.user), "token": get_token(request)})


@login_not_required
@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone asks when Landsby is to be installed. It is the same for everybody."""
    return JsonResponse(what_is_installed(), content_type="application/manifest+json")


@login_not_required
@require_GET
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root since it answers for every page below; always asked for anew."""
    script = worker_script(unsent=reverse("activities:unsent"))
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})
