"""Festivals: over the years, one with its programme, building one, and who first met at one."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.activities.access import actors_to_choose
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.access import (
    events_of,
    festival_events,
    festival_kinds_of,
    festivals_by_year,
    shared_after_festivals,
    shared_before,
)
from landsby.web.gatherings.actions import build_festival
from landsby.web.gatherings.first_met import festival_pairs, first_met
from landsby.web.gatherings.forms import FestivalForm, PlaceFilter, as_last_year, left_out
from landsby.web.gatherings.presenters import FestivalPage, met_with_names
from landsby.web.gatherings.ways import ways_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.periods import FIRST_YEAR, LAST_YEAR
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import community_for, programme_for
from landsby.web.partnerships.models import Right

PAIRS = 20
"""So many pairs stand on one page."""

LINES = 50
"""So many communities stand on one page."""

MOST_AT_ONCE = 60
"""In more communities than this one chooses one before it is asked who met."""


@require_GET
def festivals(request: HttpRequest, slug: str) -> HttpResponse:
    """Every community's festivals, year by year."""
    programme, standing = programme_for(request.user, slug)
    form = PlaceFilter(request.GET, standing=standing)
    counts = festivals_by_year(form.narrowed(festival_events(standing)))
    years = sorted({year for _place, year in counts} | {timezone.localdate().year})
    page = Paginator(form.communities, LINES).get_page(request.GET.get("page"))
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "page": page,
        "years": years,
        "lines": [(place, [(year, counts.get((place.pk, year), 0)) for year in years]) for place in page],
        "ways": ways_of(programme),
    }
    return render_page(request, "gatherings/festivals.html", context)


@require_GET
def first_met_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Who first met at a festival, and still works together."""
    programme, standing = programme_for(request.user, slug)
    form = PlaceFilter(request.GET, standing=standing)
    places = form.communities
    chosen = form.place or (places[0].pk if len(places) > MOST_AT_ONCE else None)
    events = form.narrowed(festival_events(standing))
    at_festivals, shared = shared_after_festivals(standing, events if chosen is None else events.in_community(chosen))
    candidates = festival_pairs(at_festivals)
    page = Paginator(first_met(shared, candidates), PAIRS).get_page(request.GET.get("page"))
    met = met_with_names(standing, list(page))
    context = {"programme": programme, "standing": standing, "form": form, "met": met, "page": page}
    context["candidates"] = len(candidates)
    context["ways"] = ways_of(programme)
    context["place"] = next((place for place in places if place.pk == chosen), None)
    return render_page(request, "gatherings/first_met.html", context)


@require_GET
def festival(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """One community's festival of a year: its programme, to be looked at and to be printed."""
    community, standing = community_for(request.user, pk)
    _refuse_odd(year)
    events = list(events_of(standing, pk, year))
    actors = {link.actor_id for event in events for link in event.involvements.all()}
    earlier = shared_before(community.programme, actors, events[0].starts_on) if events else []
    context = {
        "programme": community.programme,
        "standing": standing,
        "page": FestivalPage(community, year, events, earlier),
        "may_build": standing.reach(Right.LOG_ACTIVITIES).covers(municipality=community.municipality_id, community=pk),
    }
    return render_page(request, "gatherings/festival.html", context)


@require_http_methods(["GET", "POST"])
def festival_build(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Put the programme of a festival together, from last year's where one wishes."""
    community, standing = community_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    _refuse_odd(year)
    kinds = festival_kinds_of(community.programme)
    if not kinds:
        raise Http404
    again = list(events_of(standing, pk, year - 1))
    filled = as_last_year(again, year) if "again" in request.GET else []
    actors = list(actors_to_choose(standing, timezone.localdate()))
    initial = {"client_key": uuid4()}
    form = FestivalForm(request.POST or None, year=year, actors=actors, filled=filled, initial=initial)
    if request.method == "POST" and form.is_valid():
        kind = blueprint_of(community.programme).activity_kinds[kinds[0]]
        told = {"community": community, "kind": kind, "events": form.events, "key": form.cleaned_data["client_key"]}
        try:
            build_festival(by=standing.user, **told)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Programmet er gemt."))
            return redirect("gatherings:festival", pk, year)
    context = {"programme": community.programme, "standing": standing, "community": community, "year": year}
    context |= {"form": form, "has_last_year": bool(again), "left_out": left_out(again) if filled else 0}
    return render_page(request, "gatherings/festival_build.html", context, status=422 if form.errors else 200)


def _refuse_odd(year: int) -> None:
    """No programme has a festival outside the years that its days can have."""
    if not FIRST_YEAR < year <= LAST_YEAR:
        raise Http404
