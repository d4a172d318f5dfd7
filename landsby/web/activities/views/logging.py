"""Registering: the quick log with its receipt, and the whole form of a new activity or series."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.activities.access import activities_seen_by, activity_for
from landsby.web.activities.actions import register_activity, start_series
from landsby.web.activities.forms import ActivityForm, QuickLogForm, SeriesForm
from landsby.web.activities.habits import habits_of
from landsby.web.activities.kinds import kinds_on
from landsby.web.activities.moved import what_moved
from landsby.web.activities.presenters import ActivityPage
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def quick_log(request: HttpRequest, slug: str) -> HttpResponse:
    """Three taps and a number. What was chosen last time is chosen already."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    blueprint = blueprint_of(programme)
    habits = habits_of(standing, blueprint, timezone.localdate())
    form = QuickLogForm(
        request.POST or None,
        kinds=habits.kinds,
        actors=habits.actors,
        blueprint=blueprint,
        standing=standing,
        initial=QuickLogForm.initial_of(habits.kinds, habits.actors),
    )
    if request.method == "POST" and form.is_valid():
        activity = register_activity(
            programme=programme,
            details=form.details,
            client_key=form.cleaned_data["client_key"],
            by=standing.user,
        )
        return redirect("activities:receipt", activity.pk)
    context = {"programme": programme, "standing": standing, "form": form}
    return render_page(request, "activities/log.html", context, status=422 if form.errors else 200)


@require_GET
def receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Thank you, and what the registration moved: something comes back to the one who registers."""
    activity, standing = activity_for(request.user, pk)
    blueprint = blueprint_of(activity.programme)
    context = {
        "programme": activity.programme,
        "standing": standing,
        "activity": activity,
        "page": ActivityPage(activity, blueprint),
        "moved": what_moved(activity, activities_seen_by(standing), blueprint),
    }
    return render_page(request, "activities/receipt.html", context)


@require_GET
def choose_kind(request: HttpRequest, slug: str) -> HttpResponse:
    """Which kind of activity is to be planned."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    kinds = kinds_on(blueprint_of(programme), timezone.localdate())
    context = {"programme": programme, "standing": standing, "kinds": kinds}
    return render_page(request, "activities/choose_kind.html", context)


@require_http_methods(["GET", "POST"])
def new_activity(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The whole form of a new activity, or of a new series where the kind is one."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    blueprint = blueprint_of(programme)
    chosen = blueprint.activity_kinds.get(kind)
    if chosen is None:
        raise Http404
    form_class = SeriesForm if chosen.form == "series" else ActivityForm
    initial = ActivityForm.initial_of_kind(chosen, blueprint, standing)
    form = form_class(request.POST or None, kind=chosen, blueprint=blueprint, standing=standing, initial=initial)
    if request.method == "POST" and form.is_valid():
        told, by = form.cleaned_data, standing.user
        messages.success(request, _("%(title)s er gemt.") % {"title": told["title"]})
        if isinstance(form, SeriesForm):
            series = start_series(
                programme=programme,
                sessions=form.all_sessions,
                children_enrolled=told["children_enrolled"],
                client_key=told["client_key"],
                by=by,
            )
            return redirect("activities:series", series.pk)
        activity = register_activity(programme=programme, details=form.details, client_key=told["client_key"], by=by)
        return redirect("activities:detail", activity.pk)
    context = {"programme": programme, "standing": standing, "form": form, "kind": chosen}
    return render_page(request, "activities/new.html", context, status=422 if form.errors else 200)
