"""How an initiative moves: its stage, its checklists, who does it, and what municipalities decide."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsby.web.blueprints.models import blueprint_of
from landsby.web.initiatives.access import (
    coverage_for,
    coverages_led_by,
    initiative_for,
    may_manage,
    readiness_of,
)
from landsby.web.initiatives.actions import change_coverage as save_coverage
from landsby.web.initiatives.actions import (
    change_stage,
    decide_in_municipality,
    register_coverage,
    tick_checklists,
)
from landsby.web.initiatives.closing import doubts_of_stopping
from landsby.web.initiatives.forms import CoverageChangeForm, CoverageForm, DecisionForm, StageForm
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.presenters import points_of
from landsby.web.initiatives.stages import ASIDE
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked, Problem
from landsby.web.partnerships.access import SEE, Standing, To
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def stage(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an initiative stand elsewhere on its way."""
    initiative, standing = initiative_for(request.user, pk, to=Right.MANAGE_INITIATIVES)
    form = _stage_form(request, initiative)
    doubts = _doubts(request, form, standing)
    if request.method == "POST" and form.is_valid() and not doubts:
        try:
            moved = change_stage(initiative=initiative, **form.told, by=standing.user)
        except Blocked as blocked:
            form.add_problems(blocked.problems)
        else:
            messages.success(request, _("Nu står den her: %(stage)s.") % {"stage": moved.get_stage_display()})
            return redirect("initiatives:detail", pk)
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "initiative": initiative,
        "form": form,
        "doubts": doubts,
    }
    status = 422 if request.POST and (form.errors or doubts) else 200
    return render_page(request, "initiatives/stage.html", context, status=status)


def _stage_form(request: HttpRequest, initiative: Initiative) -> StageForm:
    """Whoever comes from the board has said where to, and sees at once what else must be told."""
    today = timezone.localdate()
    readiness = readiness_of(initiative, blueprint_of(initiative.programme), today)
    first = {"on": today, "to": request.GET.get("to", "")}
    return StageForm(request.POST or None, initiative=initiative, readiness=readiness, initial=first)


def _doubts(request: HttpRequest, form: StageForm, standing: Standing) -> list[Problem]:
    """What builds on an initiative that is to stop or wait; nothing once somebody has seen it for that very stage."""
    to = form.cleaned_data.get("to", "") if form.is_valid() else ""
    if to not in ASIDE or form.initiative.is_aside or request.POST.get("anyway") == to:
        return []
    return doubts_of_stopping(standing, form.initiative)


@require_http_methods(["GET", "POST"])
def checklist(request: HttpRequest, pk: int) -> HttpResponse:
    """What must be in place before operation, and what is."""
    initiative, standing = initiative_for(request.user, pk, to=_to_tick(request))
    lists = points_of(initiative, blueprint_of(initiative.programme))
    shown = {(point.checklist, point.key): point.name for _title, points in lists for point in points}
    if request.method == "POST":
        told, was = request.POST.getlist("points"), request.POST.getlist("was")
        # What the person has not touched stays as it is now, whatever the page showed.
        touched = [point for point, name in shown.items() if (name in told) != (name in was)]
        points = [point for point in touched if shown[point] in told]
        tick_checklists(initiative=initiative, points=points, shown=touched, by=standing.user)
        messages.success(request, _("Tjeklisten er gemt."))
        return redirect("initiatives:detail", pk)
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "initiative": initiative,
        "lists": lists,
        "may_manage": may_manage(standing, initiative),
    }
    return render_page(request, "initiatives/checklist.html", context)


def _to_tick(request: HttpRequest) -> To:
    return Right.MANAGE_INITIATIVES if request.method == "POST" else SEE


@require_http_methods(["GET", "POST"])
def coverage(request: HttpRequest, pk: int) -> HttpResponse:
    """Who does it: many are added at once, and each can be counted or ended."""
    initiative, standing = initiative_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    first = {"started_on": timezone.localdate()}
    form = CoverageForm(request.POST or None, standing=standing, initiative=initiative, initial=first)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actors = list(told["actors"])
        made = register_coverage(initiative=initiative, actors=actors, started_on=told["started_on"], by=standing.user)
        said = ngettext("%(count)s mere er med.", "%(count)s flere er med.", len(made)) % {"count": len(made)}
        messages.success(request, said)
        return redirect("initiatives:detail", pk)
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "initiative": initiative,
        "form": form,
        "coverages": coverages_led_by(standing, initiative).in_order(),
    }
    return render_page(request, "initiatives/coverage.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change_coverage(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how many groups an actor reaches, or that it has stopped."""
    covered, standing = coverage_for(request.user, pk)
    form = CoverageChangeForm(request.POST or None, coverage=covered)
    if request.method == "POST" and form.is_valid():
        ended_on = form.cleaned_data["ended_on"]
        try:
            save_coverage(coverage=covered, groups=form.groups, ended_on=ended_on, by=standing.user)
        except Blocked as blocked:
            form.add_problems(blocked.problems)
        else:
            messages.success(request, _("Det er gemt."))
            return redirect("initiatives:detail", covered.initiative_id)
    context: dict[str, Any] = {
        "programme": covered.initiative.programme,
        "standing": standing,
        "coverage": covered,
        "form": form,
    }
    context["initiative"] = covered.initiative
    return render_page(request, "initiatives/change_coverage.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what a municipality decides about an initiative."""
    initiative, standing = initiative_for(request.user, pk)
    if not standing.may(Right.MANAGE_INITIATIVES):
        initiative_for(request.user, pk, to=Right.MANAGE_INITIATIVES)
    form = DecisionForm(request.POST or None, standing=standing, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        decide_in_municipality(initiative=initiative, **form.cleaned_data, by=standing.user)
        messages.success(request, _("Beslutningen er skrevet ned."))
        return redirect("initiatives:detail", pk)
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "initiative": initiative,
        "form": form,
    }
    return render_page(request, "initiatives/decide.html", context, status=422 if form.errors else 200)
