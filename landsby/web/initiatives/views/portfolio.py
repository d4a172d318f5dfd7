"""Initiatives: begun, started from the blueprint, shown, changed, and on their way to operation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.blueprints.models import blueprint_of
from landsby.web.initiatives.access import (
    actors_meant,
    coverages_seen_by,
    initiative_for,
    initiatives_seen_by,
    initiatives_to_choose,
    may_manage,
    policies_from,
    readiness_of,
    trials_under,
)
from landsby.web.initiatives.actions import begin_initiative, change_initiative, start_portfolio
from landsby.web.initiatives.beside import told_beside
from landsby.web.initiatives.forms import InitiativeForm
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.presenters import InitiativePage, pipeline_of
from landsby.web.initiatives.stages import Stage
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

MOST_FOUND, MOST_TYPED = 30, 100
MOST_IN_PIPELINE = 100
"""Those that lack the least stand first; nobody reads on through hundreds."""


@require_GET
def found(request: HttpRequest, slug: str) -> JsonResponse:
    """The initiatives that a form may choose among and that hold what is typed, for a picker to offer."""
    _programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    typed = request.GET.get("q", "")[:MOST_TYPED].strip()
    rows = initiatives_to_choose(standing).mentioning(typed)[:MOST_FOUND] if typed else []
    return JsonResponse({"found": [{"value": row.pk, "title": row.title} for row in rows]})


@require_http_methods(["GET", "POST"])
def new_initiative(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin an initiative; it stands as an idea from today."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_INITIATIVES)
    told: dict[str, Any] = {"blueprint": blueprint_of(programme), "standing": standing}
    form = InitiativeForm(request.POST or None, **told, initial=InitiativeForm.initial_of_new())
    if request.method == "POST" and form.is_valid():
        try:
            key = form.cleaned_data["client_key"]
            begun = begin_initiative(programme=programme, details=form.details, by=standing.user, client_key=key)
        except Blocked as blocked:
            form.add_problems(blocked.problems)
        else:
            messages.success(request, _("Indsatsen står som en idé."))
            return redirect("initiatives:detail", begun.pk)
    context: dict[str, Any] = {"programme": programme, "standing": standing, "form": form}
    return render_page(request, "initiatives/new.html", context, status=422 if form.errors else 200)


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the initiatives that the blueprint brings and the programme has not begun yet."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_INITIATIVES)
    if not standing.reach(Right.MANAGE_INITIATIVES).everywhere:
        raise PermissionDenied
    begun = start_portfolio(programme=programme, by=standing.user)
    told = ngettext("%(count)s indsats står nu som idé.", "%(count)s indsatser står nu som ideer.", len(begun))
    messages.success(request, told % {"count": len(begun)})
    return redirect("initiatives:board", programme.slug)


@require_GET
def initiative_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One initiative: where it stands, how far it has spread, what was tried and decided, and what is missing."""
    initiative, standing = initiative_for(request.user, pk)
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "initiative": initiative,
        "page": _page_of(initiative, standing),
        "parts": initiatives_seen_by(standing).parts_of(initiative).in_stage_order(),
        "policies": policies_from(standing, initiative).with_places().latest_first(),
        "seen_coverages": coverages_seen_by(standing, initiative).in_order(),
        "may_manage": may_manage(standing, initiative),
        "may_register": standing.may(Right.LOG_ACTIVITIES),
        "may_decide": standing.may(Right.MANAGE_INITIATIVES),
    }
    return render_page(request, "initiatives/detail.html", context)


def _page_of(initiative: Initiative, standing: Standing) -> InitiativePage:
    blueprint, today = blueprint_of(initiative.programme), timezone.localdate()
    return InitiativePage(
        initiative=initiative,
        blueprint=blueprint,
        today=today,
        changes=list(initiative.stage_changes.in_order()),
        coverages=list(initiative.coverages.in_order()),
        meant=actors_meant(initiative, today).count(),
        trials=list(trials_under(standing, initiative).with_places().latest_first()),
        decisions=list(initiative.decisions.latest_first()),
        readiness=readiness_of(initiative, blueprint, today),
        beside=told_beside(standing, initiative),
        may_manage=may_manage(standing, initiative),
    )


@require_http_methods(["GET", "POST"])
def edit_initiative(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell an initiative otherwise."""
    initiative, standing = initiative_for(request.user, pk, to=Right.MANAGE_INITIATIVES)
    told: dict[str, Any] = {
        "blueprint": blueprint_of(initiative.programme),
        "standing": standing,
        "initiative": initiative,
    }
    form = InitiativeForm(request.POST or None, **told, initial=InitiativeForm.initial_of(initiative))
    if request.method == "POST" and form.is_valid():
        try:
            change_initiative(initiative=initiative, details=form.details, by=standing.user)
        except Blocked as blocked:
            form.add_problems(blocked.problems)
        else:
            messages.success(request, _("Indsatsen er rettet."))
            return redirect("initiatives:detail", pk)
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "initiative": initiative,
        "form": form,
    }
    return render_page(request, "initiatives/edit.html", context, status=422 if form.errors else 200)


@require_GET
def ready(request: HttpRequest, slug: str) -> HttpResponse:
    """The pipeline to operation: what adapts and spreads, and what is still missing before it is everyday."""
    programme, standing = programme_for(request.user, slug)
    rows = initiatives_seen_by(standing).at_stage(Stage.TRIAL, Stage.ADAPTING, Stage.SPREADING)
    pipeline = pipeline_of(rows.with_checklists(), blueprint_of(programme))
    context: dict[str, Any] = {
        "programme": programme,
        "standing": standing,
        "pipeline": pipeline[:MOST_IN_PIPELINE],
        "more": max(0, len(pipeline) - MOST_IN_PIPELINE),
        "may_manage": standing.may(Right.MANAGE_INITIATIVES),
    }
    return render_page(request, "initiatives/ready.html", context)
