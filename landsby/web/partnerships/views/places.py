"""Places: municipalities, their communities, and who is in them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.partnerships.access import actors_seen_by, community_for, municipalities_within, programme_for
from landsby.web.partnerships.actions import change_community, form_community, join_municipality, place_actors
from landsby.web.partnerships.forms import CommunityForm, JoinForm, PlaceActorsForm
from landsby.web.partnerships.models import Right
from landsby.web.partnerships.placing import inside, unplaced_near
from landsby.web.partnerships.presenters.places import grouped, places_of


@require_GET
def places(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's municipalities and communities, with their actors counted by group."""
    programme, standing = programme_for(request.user, slug)
    context = {
        "programme": programme,
        "standing": standing,
        "rows": places_of(standing, timezone.localdate(), request.GET.get("municipality", "")),
        "may_join": standing.reach(Right.MANAGE_PLACES).everywhere,
        "may_form": municipalities_within(standing, Right.MANAGE_PLACES).exists(),
        "may_import": standing.may(Right.IMPORT_PLACES),
    }
    return render(request, "partnerships/places.html", context)


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, slug: str) -> HttpResponse:
    """Let a municipality take part; only who may change the whole programme can."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PLACES)
    if not standing.reach(Right.MANAGE_PLACES).everywhere:
        raise PermissionDenied
    form = JoinForm(request.POST or None, programme=programme)
    if form.is_valid():
        told = form.cleaned_data
        municipality = join_municipality(
            programme=programme, code=told["code"], name=form.name, joined_on=told["joined_on"], by=standing.user
        )
        messages.success(request, _("%(name)s er med.") % {"name": municipality.name})
        return redirect("partnerships:places", slug)
    context = {"programme": programme, "standing": standing, "form": form}
    return render(request, "partnerships/join.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def new_community(request: HttpRequest, slug: str) -> HttpResponse:
    """Form a local community."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_PLACES)
    initial = {"started_on": timezone.localdate(), "municipality": request.GET.get("municipality")}
    form = CommunityForm(request.POST or None, request.FILES or None, standing=standing, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        formed = form_community(
            municipality=told["municipality"],
            name=told["name"],
            started_on=told["started_on"],
            outline=told["outline"],
            by=standing.user,
        )
        messages.success(request, _("%(name)s er oprettet.") % {"name": formed.name})
        return redirect("partnerships:community", formed.pk)
    context = {"programme": programme, "standing": standing, "form": form}
    return render(request, "partnerships/community_form.html", context, status=422 if form.errors else 200)


@require_GET
def community(request: HttpRequest, pk: int) -> HttpResponse:
    """One community and the actors in it, by group."""
    found, standing = community_for(request.user, pk)
    today = timezone.localdate()
    reach = standing.reach(Right.MANAGE_PLACES)
    may_change = reach.covers(municipality=found.municipality_id, community=pk)
    context = {
        "programme": found.programme,
        "standing": standing,
        "community": found,
        "groups": grouped(actors_seen_by(standing).in_community(pk).open_on(today).with_names()),
        "may_change": may_change,
        "inside": len(inside(found, unplaced_near(standing, found))) if may_change and found.outline else 0,
    }
    return render(request, "partnerships/community.html", context)


@require_http_methods(["GET", "POST"])
def change_of_community(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a community, its days and its outline."""
    found, standing = community_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = CommunityForm(
        request.POST or None,
        request.FILES or None,
        standing=standing,
        community=found,
        initial=CommunityForm.initial_of(found),
    )
    if form.is_valid():
        told = form.cleaned_data
        change_community(
            community=found,
            name=told["name"],
            started_on=told["started_on"],
            ended_on=told["ended_on"],
            outline=told["outline"],
            by=standing.user,
        )
        messages.success(request, _("Ændringen er gemt."))
        return redirect("partnerships:community", pk)
    context = {"programme": found.programme, "standing": standing, "community": found, "form": form}
    return render(request, "partnerships/community_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def place_in_community(request: HttpRequest, pk: int) -> HttpResponse:
    """Place many actors that stand in no community; those inside the outline are ticked beforehand."""
    found, standing = community_for(request.user, pk, to=Right.MANAGE_PLACES)
    form = PlaceActorsForm(request.POST or None, standing=standing, community=found)
    if form.is_valid():
        rows = place_actors(community=found, actors=list(form.cleaned_data["actors"]), by=standing.user)
        told = {"rows": rows, "name": found.name}
        done = ngettext("%(rows)s aktør er placeret i %(name)s.", "%(rows)s aktører er placeret i %(name)s.", rows)
        messages.success(request, done % told)
        return redirect("partnerships:community", pk)
    context = {"programme": found.programme, "standing": standing, "community": found, "form": form}
    return render(request, "partnerships/place_actors.html", context, status=422 if form.errors else 200)
