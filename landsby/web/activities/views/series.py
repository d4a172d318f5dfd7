"""One series and its sessions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.activities.access import may_change_series, series_for
from landsby.web.activities.actions import change_series, remove_series
from landsby.web.activities.forms import SeriesChangeForm
from landsby.web.activities.presenters import SeriesPage
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.models import Right


@require_GET
def series_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The series, how far it has come, and its sessions."""
    series, standing = series_for(request.user, pk)
    page = SeriesPage(series, blueprint_of(series.programme), list(series.sessions.in_order().with_parts()))
    context = {
        "programme": series.programme,
        "standing": standing,
        "series": series,
        "page": page,
        "may_change": may_change_series(standing, series),
    }
    return render_page(request, "activities/series.html", context)


@require_http_methods(["GET", "POST"])
def series_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is said about the series as a whole."""
    series, standing = series_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    told = {"title": series.title, "children_enrolled": series.children_enrolled, "notes": series.notes}
    form = SeriesChangeForm(request.POST or None, initial=told)
    if request.method == "POST" and form.is_valid():
        change_series(series=series, by=standing.user, **form.cleaned_data)
        messages.success(request, _("Ændringen er gemt."))
        return redirect("activities:series", series.pk)
    context = {"programme": series.programme, "standing": standing, "series": series, "form": form}
    return render_page(request, "activities/series_change.html", context, status=422 if form.errors else 200)


@require_POST
def series_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a series and its sessions."""
    series, standing = series_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    remove_series(series=series, by=standing.user)
    messages.success(request, _("%(title)s og alle gange er slettet.") % {"title": series.title})
    return redirect("activities:list", series.programme.slug)
