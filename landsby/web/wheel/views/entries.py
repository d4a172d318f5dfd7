"""Own dates on the wheel."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right
from landsby.web.wheel.access import entry_for, place_for
from landsby.web.wheel.actions import add_entry, change_entry, remove_entry
from landsby.web.wheel.forms import EntryForm
from landsby.web.wheel.models import WheelEntry
from landsby.web.wheel.models.at_place import key_of


@require_http_methods(["GET", "POST"])
def entry_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Put a date on a place's wheel."""
    place, standing = place_for(request.user, slug, request.GET.get("place", ""), to=Right.LOG_ACTIVITIES)
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            entry = add_entry(programme=standing.programme, place=place, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Datoen står nu i årshjulet."))
            return redirect(_wheel_of(entry))
    context = {"programme": standing.programme, "standing": standing, "form": form, "place": place}
    context["key"] = key_of(place)
    return render_page(request, "wheel/entry.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an own date."""
    found, standing = entry_for(request.user, pk)
    form = EntryForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        try:
            change_entry(entry=found, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Ændringen er gemt."))
            return redirect(_wheel_of(found))
    context = {
        "programme": standing.programme,
        "standing": standing,
        "form": form,
        "place": found.place,
        "key": key_of(found.place),
        "entry": found,
    }
    return render_page(request, "wheel/entry.html", context, status=422 if form.errors else 200)


@require_POST
def entry_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an own date off the wheel."""
    found, standing = entry_for(request.user, pk)
    wheel = _wheel_of(found)
    remove_entry(entry=found, by=standing.user)
    messages.success(request, _("Datoen er taget ud af årshjulet."))
    return redirect(wheel)


def _wheel_of(entry: WheelEntry) -> str:
    asked = urlencode({"place": key_of(entry.place), "year": entry.on.year})
    return f"{reverse('wheel:year', args=[entry.programme.slug])}?{asked}#month-{entry.on.month}"
