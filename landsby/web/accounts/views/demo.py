"""The demo's change of person. Nobody becomes somebody else anywhere but there."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from landsby.web.accounts.access import persona_for
from landsby.web.accounts.actions import sign_in_as_persona


@login_not_required
@require_POST
def become(request: HttpRequest, pk: int) -> HttpResponse:
    """See the demo as one of its people. Outside the demo this page does not exist."""
    user = persona_for(pk)
    sign_in_as_persona(request=request, user=user, by=user)
    # Whoever tries the demo keeps the language they came with, and goes on to where they were going.
    onward = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return redirect(onward if is_ours else settings.LOGIN_REDIRECT_URL)
