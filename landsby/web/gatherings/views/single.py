"""Gatherings: the list, the page of one, its plan, its sign-up and its roll call."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.activities.access import actors_to_choose, may_change
from landsby.web.activities.models import Activity
from landsby.web.blueprints.models import blueprint_of, kind_as_recorded
from landsby.web.gatherings.access import (
    actors_to_sign_up,
    gathering_for,
    joinable_gathering_for,
    may_take_part,
    plan_of,
    signed_up_by,
    turnout_of,
)
from landsby.web.gatherings.actions import call_roll, plan_gathering, sign_up
from landsby.web.gatherings.forms import AgreementForm, PlanForm, RollForm, SignUpForm
from landsby.web.gatherings.presenters import GatheringPage
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right


@require_GET
def gathering_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known about one gathering, and what the reader may do next."""
    activity, standing = gathering_for(request.user, pk)
    return page_of(request, activity, standing)


def page_of(
    request: HttpRequest, activity: Activity, standing: Standing, agreement_form: AgreementForm | None = None
) -> HttpResponse:
    """The page of a gathering, with the form of an agreement as it was sent."""
    today, may_lead = timezone.localdate(), may_change(standing, activity)
    form = agreement_form or AgreementForm(activity=activity)
    context = {
        "programme": activity.programme,
        "standing": standing,
        "activity": activity,
        "page": GatheringPage(activity, plan_of(activity), blueprint_of(activity.programme), today),
        "may_lead": may_lead,
        "may_join": may_take_part(standing),
        "own_keys": {actor.pk for actor in standing.own_actors},
        "agreement_form": form,
        "today": today,
    }
    return render_page(request, "gatherings/detail.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide about sign-up, agenda, what is learnt and what is read."""
    activity, standing = gathering_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    blueprint = blueprint_of(activity.programme)
    form = PlanForm(request.POST or None, activity=activity, plan=plan_of(activity), blueprint=blueprint)
    if request.method == "POST" and form.is_valid():
        try:
            plan_gathering(activity=activity, planned=form.planned, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Planen er gemt."))
            return redirect("gatherings:detail", activity.pk)
    return _form_page(request, "gatherings/plan.html", activity, standing, form)


@require_http_methods(["GET", "POST"])
def sign_up_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign an institution up, change how many come, or stay away after all."""
    activity, standing = joinable_gathering_for(request.user, pk)
    today = timezone.localdate()
    actors = list(actors_to_sign_up(standing, today))
    own = signed_up_by(activity, standing.own_actors)
    already, blueprint = turnout_of(activity).signed_up_by_actor(), blueprint_of(activity.programme)
    form = SignUpForm(request.POST or None, actors=actors, own=own, already=already, blueprint=blueprint)
    if request.method == "POST" and form.is_valid():
        actor = form.cleaned_data["actor"]
        try:
            people = sign_up(activity=activity, actor=actor, people=form.people, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _receipt(actor.name, people))
            return redirect("gatherings:detail", activity.pk)
    page = GatheringPage(activity, plan_of(activity), blueprint, today)
    return _form_page(request, "gatherings/sign_up.html", activity, standing, form, page=page)


@require_http_methods(["GET", "POST"])
def roll_call(request: HttpRequest, pk: int) -> HttpResponse:
    """Count who came, on one screen, and say thereby that it was held."""
    activity, standing = gathering_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    blueprint, kind = (
        blueprint_of(activity.programme),
        kind_as_recorded(activity.programme, activity.kind, activity.kind_hash),
    )
    turnout = list(turnout_of(activity))
    actors = list(actors_to_choose(standing, timezone.localdate(), activity))
    form = RollForm(
        request.POST or None, activity=activity, kind=kind, turnout=turnout, actors=actors, blueprint=blueprint
    )
    if request.method == "POST" and form.is_valid():
        try:
            call_roll(activity=activity, came=form.came, others=form.others, kind=kind, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Tak, det er talt op."))
            return redirect("gatherings:detail", activity.pk)
    page = GatheringPage(activity, plan_of(activity), blueprint, timezone.localdate())
    return _form_page(request, "gatherings/roll_call.html", activity, standing, form, page=page)


def _form_page(
    request: HttpRequest, template: str, activity: Activity, standing: Standing, form: Any, **more: Any
) -> HttpResponse:
    """A form about a gathering; with 422 where it does not hold."""
    context = {"programme": activity.programme, "standing": standing, "activity": activity, "form": form, **more}
    return render_page(request, template, context, status=422 if form.errors else 200)


def _receipt(name: str, people: int) -> str:
    if not people:
        return _("%(name)s er meldt fra.") % {"name": name}
    return ngettext(
        "%(name)s er meldt til med %(count)s person.", "%(name)s er meldt til med %(count)s personer.", people
    ) % {"name": name, "count": people}
