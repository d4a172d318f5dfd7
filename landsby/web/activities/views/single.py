"""One activity: its page, and what may be done to it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.activities.access import activity_for, cancelled_with, following_of, may_change, repetitions_of
from landsby.web.activities.actions import cancel_from_here, change_from_here, hold_activity, remove_activity
from landsby.web.activities.forms import ActivityForm, CancelForm, ChangingForm, HoldForm
from landsby.web.activities.models import Activity
from landsby.web.activities.presenters import ActivityPage
from landsby.web.activities.ways_on import ways_on
from landsby.web.blueprints.models import blueprint_of, kind_as_recorded, wording_that_differs
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right
from landsby.web.photos.gallery import gallery_of


@require_GET
def activity_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known about one activity, and what the reader may do next."""
    activity, standing = activity_for(request.user, pk)
    return _page(request, activity, standing)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole form of a stored activity."""
    activity, standing = activity_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    kind = kind_as_recorded(activity.programme, activity.kind, activity.kind_hash)
    form = ChangingForm(
        request.POST or None,
        kind=kind,
        blueprint=blueprint_of(activity.programme),
        standing=standing,
        activity=activity,
        following=following_of(standing, activity),
        initial=ActivityForm.initial_of(activity, kind),
    )
    if request.method == "POST" and form.is_valid():
        try:
            change_from_here(activity=activity, details=form.details, following=form.reached, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Ændringen er gemt."))
            return redirect("activities:detail", activity.pk)
    context = {"programme": activity.programme, "standing": standing, "form": form, "activity": activity, "kind": kind}
    return render_page(request, "activities/change.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it was held, and how many came; before its day, the page of the activity says when."""
    activity, standing = activity_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    if request.method == "GET" and not activity.has_come(timezone.localdate()):
        return redirect("activities:detail", activity.pk)
    kind = kind_as_recorded(activity.programme, activity.kind, activity.kind_hash)
    form = HoldForm(request.POST or None, activity=activity, kind=kind)
    if request.method == "POST" and form.is_valid():
        try:
            hold_activity(activity=activity, kind=kind, by=standing.user, **form.outcome)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return redirect("activities:receipt", activity.pk)
    return _page(request, activity, standing, hold_form=form)


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it did not take place, and why."""
    activity, standing = activity_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    form = CancelForm(request.POST or None, following=cancelled_with(standing, activity))
    if request.method == "POST" and form.is_valid():
        because, following = form.cleaned_data["because"], form.reached
        cancel_from_here(activity=activity, because=because, following=following, by=standing.user)
        told = ngettext(
            "Aktiviteten står nu som aflyst.", "%(count)s aktiviteter står nu som aflyst.", 1 + len(following)
        )
        messages.success(request, told % {"count": 1 + len(following)})
        return redirect("activities:detail", activity.pk)
    return _page(request, activity, standing, cancel_form=form)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away an activity that should never have been there."""
    activity, standing = activity_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    remove_activity(activity=activity, by=standing.user)
    messages.success(request, _("%(title)s er slettet.") % {"title": activity.title})
    return redirect("activities:list", activity.programme.slug)


def _page(
    request: HttpRequest,
    activity: Activity,
    standing: Standing,
    *,
    hold_form: HoldForm | None = None,
    cancel_form: CancelForm | None = None,
) -> HttpResponse:
    """The page of an activity, with one of its forms open where there is one."""
    form = hold_form or cancel_form
    recorded_under = wording_that_differs(activity.programme, "activity_kinds", activity.kind, activity.kind_hash)
    context = {
        "programme": activity.programme,
        "standing": standing,
        "activity": activity,
        "page": ActivityPage(activity, blueprint_of(activity.programme), recorded_under),
        "recorded_under": recorded_under,
        "hold_form": hold_form,
        "cancel_form": cancel_form,
        "may_change": may_change(standing, activity),
        "ways_on": ways_on(activity),
        "repetitions": repetitions_of(standing, activity),
        "gallery": gallery_of(activity, standing),
    }
    status = 422 if form is not None and form.errors else 200
    return render_page(request, "activities/detail.html", context, partials=("outcome",), status=status)
