"""What goes on from a plan: into the next period, and from another's plan into one's own."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.dates import short_day
from landsby.web.kit.listing import Listing
from landsby.web.kit.numbers import key_in
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right
from landsby.web.plans.access import examples_for, plan_for
from landsby.web.plans.actions import carry_over, copy_items
from landsby.web.plans.forms import CarryForm, CopyForm
from landsby.web.plans.models import Plan, tallied
from landsby.web.plans.on_template import template_of, whole
from landsby.web.plans.periods import Span, span_after
from landsby.web.plans.presenters import PlanPage, plan_columns
from landsby.web.plans.views.plan import form_page


@require_http_methods(["GET", "POST"])
def carry_over_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what goes on, and begin the next period."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    today = timezone.localdate()
    form = CarryForm(request.POST or None, items=PlanPage(plan, today).items, span=_next_span(plan, today), today=today)
    if request.method == "POST" and form.is_valid():
        try:
            begun = carry_over(plan=plan, span=form.span, items=form.chosen, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _going_on(plan.ends_on, begun, today))
            return redirect("plans:detail", begun.pk)
    return form_page(request, "plans/carry_over.html", plan, standing, form)


def _next_span(plan: Plan, today: date) -> Span:
    """The days of the period that comes next, and is not over yet."""
    template = template_of(plan)
    if template is None:
        return Span(plan.starts_on, None)
    return span_after(template.period, plan.span, whole(plan.programme), today)


@require_http_methods(["GET", "POST"])
def copy_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at what others have written, and take of it what fits."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    wanted = request.GET.get("from", "")
    if not wanted:
        return _others(request, plan, standing)
    source = examples_for(standing, plan).with_key(key_in(wanted))
    if source is None:
        raise Http404
    theirs = PlanPage(source, timezone.localdate())
    form = CopyForm(request.POST or None, items=theirs.items)
    if request.method == "POST" and form.is_valid():
        try:
            taken = copy_items(plan=plan, items=form.chosen, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _receipt(taken))
            return redirect("plans:detail", plan.pk)
    return form_page(request, "plans/copy.html", plan, standing, form, source=source)


def _others(request: HttpRequest, plan: Plan, standing: Standing) -> HttpResponse:
    """The plans that one may take from."""
    columns = plan_columns(blueprint_of(plan.programme))
    listing = Listing(tallied(examples_for(standing, plan)), columns, request.GET)
    page = PlanPage(plan, timezone.localdate())
    context = {"programme": plan.programme, "standing": standing, "plan": plan, "page": page, "listing": listing}
    return render_page(request, "plans/copy_choose.html", context, partials=("rows",))


def _going_on(ended_on: date | None, begun: Plan, today: date) -> str:
    """What became of the plan before, and of the days between.

    Args:
        ended_on: the last day of the plan before, as it was until now.
    """
    first, last = begun.starts_on, begun.starts_on - timedelta(days=1)
    days = {"first": short_day(first), "last": short_day(last)}
    if ended_on is None or ended_on > last:
        return _("Her er den nye plan. Den gamle slutter nu %(last)s.") % days
    if ended_on < last:
        days["first"] = short_day(ended_on + timedelta(days=1))
        return (
            _("Her er den nye plan. Fra %(first)s til %(last)s har I ingen. Ret dagene, hvis det ikke passer.") % days
        )
    if first > today:
        return _("Her er den nye plan. Den begynder %(first)s. Den gamle er i brug til og med %(last)s.") % days
    return _("Her er den nye plan. Det, I valgte, er med.")


def _receipt(taken: int) -> str:
    if not taken:
        return _("Det stod der allerede.")
    return ngettext("%(count)s punkt er taget med.", "%(count)s punkter er taget med.", taken) % {"count": taken}
