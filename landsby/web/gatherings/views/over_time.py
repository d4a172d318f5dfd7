"""What the years add up to: who leads, and who has learnt what."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.access import actors_named, gatherings_seen_by, leads_over_time, lessons_learnt
from landsby.web.gatherings.facilitation import DRAWN
from landsby.web.gatherings.forms import PlaceFilter
from landsby.web.gatherings.presenters import Lifts, Shift
from landsby.web.gatherings.ways import ways_of
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing, actors_seen_by, programme_for

LINES = 50
"""So many communities stand on one page."""

NAMES = 200
"""So many institutions are named at once."""


@require_GET
def facilitation(request: HttpRequest, slug: str) -> HttpResponse:
    """How leading gatherings moved from the project leader to the actors themselves."""
    programme, standing = programme_for(request.user, slug)
    form = PlaceFilter(request.GET, standing=standing)
    led = leads_over_time(form.narrowed(gatherings_seen_by(standing)))
    told = {one.community for one in led if one.lead in DRAWN}
    page = Paginator([one for one in form.communities if one.pk in told], LINES).get_page(request.GET.get("page"))
    shift = Shift(programme, led, list(page), form.place, form.municipality_chosen)
    context = {"programme": programme, "standing": standing, "form": form, "shift": shift, "page": page}
    context["ways"] = ways_of(programme)
    return render_page(request, "gatherings/facilitation.html", context)


@require_GET
def competences(request: HttpRequest, slug: str) -> HttpResponse:
    """Every competence with how far it has come."""
    programme, standing = programme_for(request.user, slug)
    context = {
        "programme": programme,
        "standing": standing,
        "lifts": _lifts(standing, in_order=False),
    }
    context["ways"] = ways_of(programme)
    return render_page(request, "gatherings/competences.html", context)


@require_GET
def competence(request: HttpRequest, slug: str, competence: str) -> HttpResponse:
    """One competence: who has it, and who is missing."""
    programme, standing = programme_for(request.user, slug)
    lift = _lifts(standing, in_order=True).one(competence)
    if lift is None:
        raise Http404
    page = Paginator(lift.coverage.missing, NAMES).get_page(request.GET.get("page"))
    reached, named = lift.coverage.reached[:NAMES], actors_named((*page, *lift.coverage.reached[:NAMES]))
    context = {
        "programme": programme,
        "standing": standing,
        "lift": lift,
        "page": page,
        "missing": [named[key] for key in page],
        "reached": [named[key] for key in reached],
        "unnamed": len(lift.coverage.reached) - len(reached),
    }
    return render_page(request, "gatherings/competence.html", context)


def _lifts(standing: Standing, *, in_order: bool) -> Lifts:
    groups = actors_seen_by(standing).open_on(timezone.localdate()).whole().groups(in_order=in_order)
    return Lifts(standing.programme, blueprint_of(standing.programme), groups, lessons_learnt(standing))
