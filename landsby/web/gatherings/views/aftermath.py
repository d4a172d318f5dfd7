"""What a gathering leaves behind: agreements, and what people thought of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.access import (
    agreement_for,
    gathering_for,
    joinable_gathering_for,
    plan_of,
    plans_to_lay_into,
)
from landsby.web.gatherings.actions import (
    close_evaluation,
    drop_agreement,
    give_opinion,
    keep_agreement,
    lay_into_plan,
    make_agreement,
)
from landsby.web.gatherings.forms import AgreementForm, LayForm, OpinionForm
from landsby.web.gatherings.presenters import GatheringPage
from landsby.web.gatherings.views.single import page_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right


@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what was agreed."""
    activity, standing = gathering_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    form = AgreementForm(request.POST, activity=activity)
    if not form.is_valid():
        return page_of(request, activity, standing, agreement_form=form)
    make_agreement(activity=activity, by=standing.user, **form.cleaned_data)
    messages.success(request, _("Aftalen er skrevet ned."))
    return redirect("gatherings:detail", activity.pk)


@require_POST
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an agreement is done, or, with `open`, that it is not after all."""
    agreement, standing = agreement_for(request.user, pk)
    is_done = "open" not in request.POST
    keep_agreement(agreement=agreement, is_done=is_done, by=standing.user)
    messages.success(request, _("Godt gået. Aftalen er holdt.") if is_done else _("Aftalen står åben igen."))
    return redirect("gatherings:detail", agreement.activity_id)


@require_http_methods(["GET", "POST"])
def lay(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the plan that an agreement is to stand in."""
    agreement, standing = agreement_for(request.user, pk)
    plans = plans_to_lay_into(standing, agreement, timezone.localdate())
    form = LayForm(request.POST or None, plans=plans, blueprint=blueprint_of(agreement.activity.programme))
    if request.method == "POST" and form.is_valid():
        try:
            lay_into_plan(agreement=agreement, plan=form.cleaned_data["plan"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Aftalen står nu i planen."))
            return redirect("gatherings:detail", agreement.activity_id)
    activity = agreement.activity
    context = {"programme": activity.programme, "standing": standing, "activity": activity, "form": form}
    context["agreement"] = agreement
    return render_page(request, "gatherings/lay.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away an agreement that was never made."""
    agreement, standing = agreement_for(request.user, pk, to_drop=True)
    drop_agreement(agreement=agreement, by=standing.user)
    messages.success(request, _("Aftalen er slettet."))
    return redirect("gatherings:detail", agreement.activity_id)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how it was, without a name; the telephone can go round."""
    activity, standing = joinable_gathering_for(request.user, pk)
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            give_opinion(activity=activity, answers=form.cleaned_data, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Tak for svaret. Giv telefonen videre, hvis flere vil svare."))
            return redirect("gatherings:answer", activity.pk)
    page = GatheringPage(activity, plan_of(activity), blueprint_of(activity.programme), timezone.localdate())
    context = {"programme": activity.programme, "standing": standing, "activity": activity, "form": form, "page": page}
    return render_page(request, "gatherings/answer.html", context, status=422 if form.errors else 200)


@require_POST
def close_answers(request: HttpRequest, pk: int) -> HttpResponse:
    """Let nobody answer any more, and show what was answered."""
    activity, standing = gathering_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    close_evaluation(activity=activity, by=standing.user)
    messages.success(request, _("Der er lukket for svar."))
    return redirect("gatherings:detail", activity.pk)
