"""Where one is signed in, and signing out there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from landsby.web.accounts.access import oneself, session_for, sessions_of
from landsby.web.accounts.actions import end_sessions
from landsby.web.accounts.presenters import signed_in


@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in."""
    places = list(signed_in(sessions_of(oneself(request.user)), request.session.session_key))
    return render(request, "accounts/sessions.html", {"places": places})


@require_POST
def session_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out in one of the places."""
    session = session_for(request.user, pk)
    end_sessions(user=session.user, sessions=[session], by=session.user)
    messages.success(request, _("Du er logget af dér."))
    return redirect("accounts:sessions")


@require_POST
def session_end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    user = oneself(request.user)
    others = [session for session in sessions_of(user) if session.session_key != request.session.session_key]
    count = end_sessions(user=user, sessions=others, by=user)
    told = ngettext("Du er logget af ét andet sted.", "Du er logget af %(count)s andre steder.", count)
    messages.success(request, told % {"count": count})
    return redirect("accounts:sessions")
