"""The page for a new leader, and the checklist of whoever introduces them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.models import Act
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, actor_for, sees_contacts
from landsby.web.partnerships.models import Actor, Membership, Right
from landsby.web.plans.access import registers_for
from landsby.web.wheel.access import introduction_of
from landsby.web.wheel.actions import begin_introduction, end_introduction, tick_point
from landsby.web.wheel.checklists import checklist_for, checklist_of
from landsby.web.wheel.forms import SinceForm
from landsby.web.wheel.models import Introduction
from landsby.web.wheel.presenters import IntroductionPage


@require_GET
def introduction(request: HttpRequest, pk: int) -> HttpResponse:
    """What a new leader asks first. That somebody read whom to call is noted."""
    actor, standing = actor_for(request.user, pk)
    return _page(request, actor, standing, SinceForm(initial={"since_on": timezone.localdate()}))


@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a new leader's introduction."""
    actor, standing = actor_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    form = SinceForm(request.POST)
    if form.is_valid():
        try:
            begin_introduction(actor=actor, since_on=form.cleaned_data["since_on"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return redirect("wheel:introduction", pk)
    return _page(request, actor, standing, form)


@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """One point has been gone through, or has not after all."""
    actor, standing = actor_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    going_on, form = _going_on(actor), SinceForm()
    is_done = request.POST.get("done") == "yes"
    try:
        tick_point(introduction=going_on, point=request.POST.get("point", ""), is_done=is_done, by=standing.user)
    except Blocked as refusal:
        return _page(request, actor, standing, form, problems=refusal.problems)
    if getattr(request, "htmx", False):
        return _page(request, actor, standing, form)
    return redirect("wheel:introduction", pk)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything has been told that there is to tell."""
    actor, standing = actor_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    end_introduction(introduction=_going_on(actor), by=standing.user)
    messages.success(request, _("Velkommen til den nye leder. Introduktionen er afsluttet."))
    return redirect("wheel:introduction", pk)


def _going_on(actor: Actor) -> Introduction:
    found = introduction_of(actor)
    if found is None:
        raise Http404
    found.actor = actor
    return found


def _page(
    request: HttpRequest, actor: Actor, standing: Standing, form: SinceForm, *, problems: Any = ()
) -> HttpResponse:
    """The page; with 422 where a form or a tick was refused."""
    blueprint, going_on = blueprint_of(actor.programme), introduction_of(actor)
    if going_on is not None:
        going_on.actor = actor
    checklist = checklist_of(going_on) if going_on else checklist_for(blueprint, actor)
    page = IntroductionPage(actor, standing, blueprint, timezone.localdate(), going_on, checklist)
    slug, rows = actor.programme.slug, len(page.callers)
    record_many(by=standing.user, act=Act.READ, what=Membership, label=actor.name, programme=slug, rows=rows)
    writes = registers_for(standing, actor)
    context = {"programme": actor.programme, "standing": standing, "page": page, "form": form, "may_write": writes}
    context["may_see_contacts"] = sees_contacts(actor, standing)
    wrong = bool(problems) or bool(form.errors)
    context["problems"] = problems
    return render_page(request, "wheel/introduction.html", context, partials=("points",), status=422 if wrong else 200)
