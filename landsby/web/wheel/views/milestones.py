"""Milestones: how far the places have come, and what was changed on the way."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.blueprint.kinds import Milestone
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Programme, Right
from landsby.web.plans.access import registers_for
from landsby.web.wheel.access import count_places, place_for, places_reaching
from landsby.web.wheel.actions import decide_deviation, reach_milestone, take_back_milestone
from landsby.web.wheel.forms import DeviationForm, ReachedForm
from landsby.web.wheel.models.at_place import key_of
from landsby.web.wheel.presenters import MilestonePage, milestone_rows


@require_GET
def milestone_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Every milestone, when it is due, and how many have reached it."""
    programme, standing = programme_for(request.user, slug)
    blueprint = blueprint_of(programme)
    rows = milestone_rows(programme, blueprint, count_places(programme), timezone.localdate())
    context = {"programme": programme, "standing": standing, "rows": rows}
    return render_page(request, "wheel/milestones.html", context)


@require_GET
def milestone(request: HttpRequest, slug: str, milestone: str) -> HttpResponse:
    """One milestone with the places that reach it."""
    programme, standing = programme_for(request.user, slug)
    page = _page(standing, _known(programme, milestone))
    form = ReachedForm(initial={"reached_on": page.today})
    context = {"programme": programme, "standing": standing, "page": page, "form": form}
    return render_page(request, "wheel/milestone.html", context)


@require_POST
def reach(request: HttpRequest, slug: str, milestone: str) -> HttpResponse:
    """Say that a place has reached it."""
    place, standing = place_for(request.user, slug, _key(request), to=Right.LOG_ACTIVITIES)
    form = ReachedForm(request.POST)
    page = _page(standing, _known(standing.programme, milestone))
    if form.is_valid():
        on = form.cleaned_data["reached_on"]
        try:
            reach_milestone(programme=standing.programme, place=place, milestone=milestone, on=on, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Godt gået! Milepælen er nået."))
            return redirect("wheel:milestone", slug, milestone)
    context = {
        "programme": standing.programme,
        "standing": standing,
        "page": page,
        "form": form,
        "asked": key_of(place),
    }
    return render_page(request, "wheel/milestone.html", context, status=422)


@require_POST
def take_back(request: HttpRequest, slug: str, milestone: str) -> HttpResponse:
    """Say that a place has not reached it after all."""
    place, standing = place_for(request.user, slug, _key(request), to=Right.LOG_ACTIVITIES)
    _known(standing.programme, milestone)
    take_back_milestone(programme=standing.programme, place=place, milestone=milestone, by=standing.user)
    messages.success(request, _("Det er fortrudt. Milepælen står igen som ikke nået."))
    return redirect("wheel:milestone", slug, milestone)


@require_http_methods(["GET", "POST"])
def deviate(request: HttpRequest, slug: str, milestone: str) -> HttpResponse:
    """Note what changes about a milestone at a place, why, and who decided it."""
    place, standing = place_for(request.user, slug, _key(request), to=Right.LOG_ACTIVITIES)
    told = _known(standing.programme, milestone)
    form = DeviationForm(request.POST or None, initial={"decided_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            decide_deviation(
                programme=standing.programme, place=place, milestone=milestone, told=form.told, by=standing.user
            )
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Ændringen er skrevet ind og står på milepælen."))
            return redirect("wheel:milestone", slug, milestone)
    context = {"programme": standing.programme, "standing": standing, "form": form, "place": place, "milestone": told}
    return render_page(request, "wheel/deviate.html", context, status=422 if form.errors else 200)


def _key(request: HttpRequest) -> str:
    """What the form, or the address of it, calls the place."""
    return str(request.POST.get("place", request.GET.get("place", "")))


def _known(programme: Programme, milestone: str) -> Milestone:
    found = blueprint_of(programme).milestones.get(milestone)
    if found is None:
        raise Http404
    return found


def _page(standing: Standing, milestone: Milestone) -> MilestonePage:
    places = places_reaching(standing, milestone)
    writable = frozenset(key_of(place) for place in places if registers_for(standing, place))
    return MilestonePage(standing.programme, milestone, places, writable, timezone.localdate())
