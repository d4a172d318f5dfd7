"""What is in focus, and what of it has become everyday."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right
from landsby.web.plans.access import plan_for
from landsby.web.plans.actions import focus_on, tick_practice
from landsby.web.plans.forms import FocusForm
from landsby.web.plans.models import Plan
from landsby.web.plans.presenters import FocusPage, PlanPage
from landsby.web.plans.views.plan import form_page, page_of


@require_http_methods(["GET", "POST"])
def focus(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what to have in focus from a day on."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    told = _principles_of(plan)
    chosen = [card.told.id for card in told.in_focus if not card.told.is_gone]
    on = _usual_day(plan, told.today)
    form = FocusForm(request.POST or None, principles=told.principles, chosen=chosen, on=on)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            focus_on(plan=plan, principles=answers["principles"], on=answers["on"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Godt valgt. Det er nu i fokus."))
            return redirect(f"{reverse('plans:detail', args=[plan.pk])}#focus")
    return form_page(request, "plans/focus.html", plan, standing, form, focus=told)


@require_POST
def everyday(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that an example has become everyday, or that it is not after all."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    principle, example = request.POST.get("principle", ""), request.POST.get("example", "")
    is_everyday = request.POST.get("is_everyday") == "yes"
    try:
        tick_practice(plan=plan, principle=principle, example=example, is_everyday=is_everyday, by=standing.user)
    except Blocked as refusal:
        return page_of(request, plan, standing, refusal=refusal.problems)
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        return page_of(request, plan, standing)
    return redirect(f"{reverse('plans:detail', args=[plan.pk])}#focus")


def _principles_of(plan: Plan) -> FocusPage:
    """A plan's principles.

    Raises:
        Http404: where its template has none.
    """
    told = PlanPage(plan, timezone.localdate()).focus
    if told is None:
        raise Http404
    return told


def _usual_day(plan: Plan, today: date) -> date:
    """Today, or the day of the plan that is nearest to it."""
    day = max(today, plan.starts_on)
    return min(day, plan.ends_on) if plan.ends_on else day
