"""Registering: the quick log with its receipt, and the whole form of a new activity or series."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.access import activities_seen_by, activity_for
from landsby.web.activities.actions import register_activity, start_series
from landsby.web.activities.forms import ActivityForm, NewForm, QuickLogForm, RepeatingForm, SeriesForm
from landsby.web.activities.kinds import kinds_on
from landsby.web.activities.models import Activity, Series
from landsby.web.activities.moved import what_moved
from landsby.web.activities.presenters import ActivityPage
from landsby.web.activities.views.repeating import looked_over
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.kit.device import tell_stored
from landsby.web.kit.partials import render_page
from landsby.web.kit.periods import HalfYear
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right
from landsby.web.photos.gallery import gallery_of


@require_http_methods(["GET", "POST"])
def quick_log(request: HttpRequest, slug: str) -> HttpResponse:
    """Three taps and a number. What was chosen last time is chosen already.

    A device sends what waited on it to the same address and asks for JSON: it is told where the receipt
    is, or with 422 why nothing was stored.
    """
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    blueprint = blueprint_of(programme)
    form = QuickLogForm.of(standing, blueprint, request.POST or None)
    is_device = request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    activity = _stored(form, by=standing.user) if request.method == "POST" else None
    if isinstance(activity, Activity):
        return _told_device(request, form, activity) if is_device else _onwards(request, form, activity)
    if request.method == "POST" and is_device:
        return JsonResponse({"problems": form.in_words(), "twin": form.twin is not None}, status=422)
    context = {"programme": programme, "standing": standing, "form": form, "twin": _twin(form, blueprint)}
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
        "gallery": gallery_of(activity, standing),
        "half_year": HalfYear.of(activity.starts_on),
        "moved": what_moved(activity, activities_seen_by(standing), blueprint) if activity.is_held else [],
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
    chosen = blueprint.activity_kinds.get(NamesOfToday(programme, blueprint).of("activity_kinds", kind) or kind)
    if chosen is None:
        raise Http404
    form_class = SeriesForm if chosen.form == "series" else RepeatingForm
    initial = ActivityForm.initial_of_kind(chosen, blueprint, standing)
    form = form_class(request.POST or None, kind=chosen, blueprint=blueprint, standing=standing, initial=initial)
    answer = _answer(request, form) if request.method == "POST" and "mend" not in request.POST else None
    if answer is not None:
        return answer
    context = {"programme": programme, "standing": standing, "form": form, "kind": chosen}
    context["twin"] = _twin(form, blueprint)
    return render_page(request, "activities/new.html", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, form: NewForm) -> HttpResponse | None:
    """On to what was stored, or to the days that it is repeated on; None where the form is shown again."""
    if isinstance(form, RepeatingForm) and form.is_valid() and form.repeats:
        return looked_over(request, form, form.standing)
    stored = _stored(form, by=form.standing.user)
    return None if stored is None else _onwards(request, form, stored)


def _stored(form: NewForm, *, by: User) -> Activity | Series | None:
    """What was stored of what the form was told: a series and its sessions, or one activity.

    None where nothing was; the form then says why, and keeps what was typed.
    """
    if not form.is_valid():
        return None
    told: dict[str, Any] = {"programme": form.standing.programme, "client_key": form.key, "by": by}
    try:
        if isinstance(form, SeriesForm):
            enrolled = form.cleaned_data["children_enrolled"]
            return start_series(sessions=form.all_sessions, children_enrolled=enrolled, **told)
        return register_activity(details=form.details, **told)
    except Blocked as refusal:
        form.add_problems(refusal.problems)
        return None


def _onwards(request: HttpRequest, form: NewForm, stored: Activity | Series) -> HttpResponse:
    """To the receipt of what was held, else to what was planned; a page that was saved before says so."""
    tell_stored(request, form.cleaned_data["client_key"])
    is_held = isinstance(stored, Activity) and stored.is_held
    if form.stored is not None:
        messages.info(request, _("Den var gemt i forvejen. Den er kun gemt én gang."))
    elif not is_held:
        messages.success(request, _("%(title)s er gemt.") % {"title": stored.title})
    if isinstance(stored, Series):
        return redirect("activities:series", stored.pk)
    return redirect("activities:receipt" if is_held else "activities:detail", stored.pk)


def _told_device(request: HttpRequest, form: NewForm, stored: Activity) -> HttpResponse:
    """Where the receipt is, for the device's script; whoever waits for it is told what a page would tell."""
    if form.stored is not None and "waiting" in request.POST:
        messages.info(request, _("Den var gemt i forvejen. Den er kun gemt én gang."))
    told = {"url": reverse("activities:receipt", args=[stored.pk]), "title": stored.title}
    return JsonResponse({**told, "again": form.stored is not None})


def _twin(form: NewForm, blueprint: Blueprint) -> ActivityPage | None:
    """What was registered just before in the same words, as it is shown above the form."""
    return ActivityPage(form.twin, blueprint) if form.twin else None
