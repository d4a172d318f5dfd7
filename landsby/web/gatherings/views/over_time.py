"""What the years add up to: who leads, and who has learnt what."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.access import gatherings_seen_by, leads_over_time, lessons_learnt
from landsby.web.gatherings.forms import PlaceFilter
from landsby.web.gatherings.presenters import Lifts, Shift
from landsby.web.gatherings.ways import ways_of
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing, actors_seen_by, communities_within, programme_for


@require_GET
def facilitation(request: HttpRequest, slug: str) -> HttpResponse:
    """How leading gatherings moved from the project leader to the actors themselves."""
    programme, standing = programme_for(request.user, slug)
    form = PlaceFilter(request.GET, standing=standing)
    led = leads_over_time(gatherings_seen_by(standing))
    shift = Shift(programme, led, list(communities_within(standing)), form.place)
    context = {"programme": programme, "standing": standing, "form": form, "shift": shift}
    context["ways"] = ways_of(programme)
    return render_page(request, "gatherings/facilitation.html", context)


@require_GET
def competences(request: HttpRequest, slug: str) -> HttpResponse:
    """Every competence with how far it has come."""
    programme, standing = programme_for(request.user, slug)
    context = {"programme": programme, "standing": standing, "lifts": _lifts(standing)}
    context["ways"] = ways_of(programme)
    return render_page(request, "gatherings/competences.html", context)


@require_GET
def competence(request: HttpRequest, slug: str, competence: str) -> HttpResponse:
    """One competence: who has it, and who is missing."""
    programme, standing = programme_for(request.user, slug)
    lift = _lifts(standing).one(competence)
    if lift is None:
        raise Http404
    context = {"programme": programme, "standing": standing, "lift": lift}
    return render_page(request, "gatherings/competence.html", context)


def _lifts(standing: Standing) -> Lifts:
    actors = list(actors_seen_by(standing).open_on(timezone.localdate()).whole())
    return Lifts(standing.programme, blueprint_of(standing.programme), actors, lessons_learnt(standing))
