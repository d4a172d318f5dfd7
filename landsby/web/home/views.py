"""The front pages: of the product, of a programme, and the demo's choice of person."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from landsby.web.partnerships.access import programme_for, programmes_of


@login_not_required
@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """An introduction to a stranger; to others the way into their programme."""
    if not request.user.is_authenticated:
        return render(request, "home/welcome.html")
    programmes = list(programmes_of(request.user))
    if len(programmes) == 1:
        return redirect("home:programme", programmes[0].slug)
    return render(request, "home/choose.html", {"programmes": programmes})


@login_not_required
@require_GET
def personas(request: HttpRequest) -> HttpResponse:
    """The people of the demo, to see the product as one of them."""
    if not settings.DEMO:
        raise Http404
    return render(request, "home/personas.html")


@require_GET
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """A programme's front page for the one who asks."""
    the_programme, standing = programme_for(request.user, slug)
    return render(request, "home/programme.html", {"programme": the_programme, "standing": standing})
