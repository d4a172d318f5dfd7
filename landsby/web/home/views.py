"""The front pages: of the product, of a programme, and the demo's choice of person."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from landsby.web.accounts.access import operator_persona
from landsby.web.accounts.access import personas as personas_of_the_demo
from landsby.web.blueprints.presenters import next_steps
from landsby.web.home.access import open_programme
from landsby.web.home.presenters import FamilyPage, Front, cast_of
from landsby.web.partnerships.access import ended_roles, programme_for, programmes_of


@login_not_required
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """An introduction to a stranger, with the demo's people in the demo; to others the way into their programme."""
    if not request.user.is_authenticated:
        people = cast_of(personas_of_the_demo(), operator_persona()) if settings.DEMO else None
        return render(request, "home/welcome.html", {"people": people})
    programmes = list(programmes_of(request.user))
    # An operator always chooses: this is where the next programme is started.
    if len(programmes) == 1 and not request.user.is_operator:
        return redirect("home:programme", programmes[0].slug)
    context = {"programmes": programmes, "ended": () if programmes else ended_roles(request.user)}
    return render(request, "home/choose.html", context)


@require_GET
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """A programme's front page for the one who asks."""
    the_programme, standing = programme_for(request.user, slug)
    context = {
        "programme": the_programme,
        "standing": standing,
        "front": Front(standing, timezone.localdate()),
        "next_steps": next_steps(standing),
    }
    return render(request, "home/programme.html", context)


@login_not_required
@require_GET
def personas(request: HttpRequest) -> HttpResponse:
    """The people of the demo, to see the product as one of them."""
    if not settings.DEMO:
        raise Http404
    people = cast_of(personas_of_the_demo(), operator_persona())
    # Whoever was on the way somewhere goes on there as the one they choose.
    return render(request, "home/personas.html", {"people": people, "onward": request.GET.get("next", "")})


@login_not_required
@require_GET
def family(request: HttpRequest) -> HttpResponse:
    """What a family without a sign-in sees of the demo's programme."""
    programme = open_programme()
    page = FamilyPage(programme, timezone.localdate(), request.GET.get("community", ""))
    return render(request, "home/family.html", {"open_programme": programme, "page": page})
