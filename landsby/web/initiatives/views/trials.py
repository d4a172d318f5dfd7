"""Trials begun, told of and shown; and the policies that came of initiatives."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.initiatives.access import (
    chain_seen,
    initiative_for,
    may_change_policy,
    may_manage,
    may_tell,
    policies_seen_by,
    policy_for,
    trial_for,
    trials_under,
)
from landsby.web.initiatives.actions import begin_trial, change_policy, tell_trial, write_policy
from landsby.web.initiatives.forms import PolicyForm, TrialForm
from landsby.web.initiatives.rules import KEPT_STEPS
from landsby.web.initiatives.stages import Stage
from landsby.web.kit.listing import Column, Listing
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import SEE, To, programme_for
from landsby.web.partnerships.models import Right
from landsby.web.photos.gallery import gallery_of
from landsby.web.photos.views import answer_adding


@require_http_methods(["GET", "POST"])
def new_trial(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a trial under an initiative, perhaps going on from an earlier one."""
    initiative, standing = initiative_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    wanted = request.GET.get("previous", "")
    earlier = next((one for one in trials_under(standing, initiative) if str(one.pk) == wanted), None)
    told: dict[str, Any] = {"standing": standing, "initiative": initiative}
    form = TrialForm(request.POST or None, **told, initial=TrialForm.initial_of_new(standing, earlier))
    if request.method == "POST" and form.is_valid():
        try:
            key = form.cleaned_data["client_key"]
            trial = begin_trial(initiative=initiative, details=form.details, by=standing.user, client_key=key)
        except Blocked as blocked:
            form.add_problems(blocked.problems)
        else:
            messages.success(request, _("Prøvehandlingen er skrevet ned. God fornøjelse."))
            return redirect("initiatives:trial", trial.pk)
    context: dict[str, Any] = {"programme": initiative.programme, **told, "form": form}
    return render_page(request, "initiatives/new_trial.html", context, status=422 if form.errors else 200)


@require_GET
def trial_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One trial, those it hangs together with, and what comes next."""
    trial, standing = trial_for(request.user, pk)
    chain, initiative = chain_seen(standing, trial), trial.initiative
    context: dict[str, Any] = {
        "programme": initiative.programme,
        "standing": standing,
        "trial": trial,
        "initiative": initiative,
        "chain": chain if len(chain) > 1 else [],
        "may_tell": may_tell(standing, trial),
        "may_manage": may_manage(standing, initiative),
        "may_register": standing.may(Right.LOG_ACTIVITIES),
        "gallery": gallery_of(trial, standing),
        "asks_to_move": trial.next_step in KEPT_STEPS and initiative.stage in (Stage.IDEA, Stage.TRIAL),
    }
    return render_page(request, "initiatives/trial.html", context)


@require_http_methods(["GET", "POST"])
def trial_photos(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that adds a photo of a trial, and the photo that it adds."""
    trial, standing = trial_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    return answer_adding(request, trial, standing)


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell how a trial went."""
    trial, standing = trial_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    told: dict[str, Any] = {"standing": standing, "initiative": trial.initiative, "trial": trial}
    form = TrialForm(request.POST or None, **told, initial=TrialForm.initial_of(trial))
    if request.method == "POST" and form.is_valid():
        try:
            tell_trial(trial=trial, details=form.details, by=standing.user)
        except Blocked as blocked:
            form.add_problems(blocked.problems)
        else:
            messages.success(request, _("Tak. Det kan andre lære af."))
            return redirect("initiatives:trial", pk)
    context: dict[str, Any] = {"programme": trial.initiative.programme, **told, "form": form}
    return render_page(request, "initiatives/tell.html", context, status=422 if form.errors else 200)


@require_GET
def policies(request: HttpRequest, slug: str) -> HttpResponse:
    """The policies that came of the programme's work, the latest on top."""
    programme, standing = programme_for(request.user, slug)
    columns = [
        Column("title", _("Politik"), lambda p: p.title, ("title",)),
        Column("owner", _("Ansvarlig"), lambda p: p.owner, ("owner",)),
        Column("where", _("Hvor"), lambda p: str(p.actor or p.community or p.municipality or "")),
        Column("initiative", _("Indsats"), lambda p: str(p.initiative or "")),
        Column("started_on", _("Gælder fra"), lambda p: p.started_on, ("started_on",)),
    ]
    rows = policies_seen_by(standing).with_places().latest_first()
    context: dict[str, Any] = {
        "programme": programme,
        "standing": standing,
        "listing": Listing(rows, columns, request.GET),
    }
    return render_page(request, "initiatives/policies.html", context, partials=("rows",))


@require_http_methods(["GET", "POST"])
def new_policy(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a policy that came of an initiative."""
    initiative, standing = initiative_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    told: dict[str, Any] = {"standing": standing, "initiative": initiative}
    form = PolicyForm(request.POST or None, **told, initial={"started_on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        write_policy(programme=initiative.programme, details=form.details, by=standing.user)
        messages.success(request, _("Politikken er skrevet ned."))
        return redirect("initiatives:detail", pk)
    context: dict[str, Any] = {"programme": initiative.programme, **told, "form": form}
    return render_page(request, "initiatives/new_policy.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def policy(request: HttpRequest, pk: int) -> HttpResponse:
    """One policy, and its form to whoever may change it."""
    stored, standing = policy_for(request.user, pk, to=_to_change(request))
    told: dict[str, Any] = {"standing": standing, "initiative": stored.initiative, "policy": stored}
    form = PolicyForm(request.POST or None, **told, initial=PolicyForm.initial_of(stored))
    if request.method == "POST" and form.is_valid():
        change_policy(policy=stored, details=form.details, by=standing.user)
        messages.success(request, _("Politikken er rettet."))
        return redirect("initiatives:policy", pk)
    context: dict[str, Any] = {"programme": stored.programme, **told, "form": form}
    context["may_change"] = may_change_policy(standing, stored)
    return render_page(request, "initiatives/policy.html", context, status=422 if form.errors else 200)


def _to_change(request: HttpRequest) -> To:
    return Right.LOG_ACTIVITIES if request.method == "POST" else SEE
