"""One plan: begun, read, changed, shown to others, ended, and what has been done to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.blueprint.kinds import PlanTemplate
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.audit import record_many
from landsby.web.kit.listing import Listing
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Place, Right
from landsby.web.plans.access import history_of, is_near, may_write, newest_plan_of, places_to_plan_for, plan_for
from landsby.web.plans.actions import answer_questions, begin_plan, end_plan, share_plan
from landsby.web.plans.forms import ItemForm, NewPlanForm, PlanForm
from landsby.web.plans.models import Plan
from landsby.web.plans.on_template import template_of, whole
from landsby.web.plans.periods import span_around
from landsby.web.plans.presenters import PlanHistory, PlanPage


@require_GET
def plan_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What a place intends, what it has in focus, and how far it has come."""
    plan, standing = plan_for(request.user, pk)
    return page_of(request, plan, standing)


def page_of(
    request: HttpRequest, plan: Plan, standing: Standing, *, item_form: ItemForm | None = None, refusal: Any = ()
) -> HttpResponse:
    """The page of a plan, with a new item's form as it was sent, or with what was refused."""
    page = PlanPage(plan, timezone.localdate(), standing, is_near=is_near(standing, plan))
    context = {
        "programme": plan.programme,
        "standing": standing,
        "plan": plan,
        "page": page,
        "may_write": may_write(standing, plan),
        "item_form": item_form or ItemForm(template=page.template),
        "problems": refusal,
    }
    wrong = bool(refusal) or (item_form is not None and bool(item_form.errors))
    parts = ("focus", "things")
    return render_page(request, "plans/detail.html", context, partials=parts, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
def new_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a template, where there are several, and begin a plan on it."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    blueprint, today = blueprint_of(programme), timezone.localdate()
    offered = {key: found for key, found in places_to_plan_for(standing, blueprint, today).items() if found}
    wanted = request.GET.get("template", "") or (next(iter(offered)) if len(offered) == 1 else "")
    if wanted not in offered:
        templates = [blueprint.plan_templates[key] for key in offered]
        context = {"programme": programme, "standing": standing, "templates": templates}
        return render_page(request, "plans/choose.html", context, status=404 if wanted else 200)
    return _begin(request, standing, blueprint.plan_templates[wanted], offered[wanted])


def _begin(request: HttpRequest, standing: Standing, template: PlanTemplate, places: list[Place]) -> HttpResponse:
    """The form of a new plan of one of some places."""
    programme, today = standing.programme, timezone.localdate()
    span = span_around(template.period, today, whole(programme))
    form = NewPlanForm(
        request.POST or None, places=places, template=template, span=span, chosen=request.GET.get("place", "")
    )
    if request.method == "POST" and form.is_valid():
        told = {"template": template.id, "place": form.place, **form.told}
        try:
            plan = begin_plan(programme=programme, by=standing.user, **told)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Planen er begyndt. Vælg, hvad I vil."))
            return redirect("plans:detail", plan.pk)
    former = newest_plan_of(places[0], template.id) if len(places) == 1 else None
    context = {"programme": programme, "standing": standing, "form": form, "template": template, "former": former}
    return render_page(request, "plans/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """The days of a plan, and what its template asks."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    form = PlanForm.of(plan, template_of(plan), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_questions(plan=plan, by=standing.user, **form.told)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Ændringen er gemt."))
            return redirect("plans:detail", plan.pk)
    return form_page(request, "plans/change.html", plan, standing, form)


def form_page(
    request: HttpRequest, name: str, plan: Plan, standing: Standing, form: Any, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A form about a plan; with 422 where it does not hold, or as is told."""
    page = PlanPage(plan, timezone.localdate())
    context = {"programme": plan.programme, "standing": standing, "plan": plan, "page": page, "form": form, **more}
    return render_page(request, name, context, status=422 if form.errors else status)


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan to everybody in the programme as an example, or no longer."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    is_shared = share_plan(plan=plan, is_shared=request.POST.get("shared") == "yes", by=standing.user).is_shared
    told = (
        _("Alle i programmet kan nu se planen og lade sig inspirere.")
        if is_shared
        else _("Planen er ikke længere et eksempel for andre.")
    )
    messages.success(request, told)
    return redirect("plans:detail", plan.pk)


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a plan is no longer in use, or that it is after all."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    is_ended = request.POST.get("ended", "yes") == "yes"
    is_running = end_plan(plan=plan, is_ended=is_ended, by=standing.user).is_running
    messages.success(request, _("Planen er i brug igen.") if is_running else _("Planen er afsluttet og gemt."))
    return redirect("plans:detail", plan.pk)


@require_GET
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What has been done to a plan, by whom and when. Whoever reads it leaves a trace."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    page = PlanPage(plan, timezone.localdate())
    told = PlanHistory(plan, blueprint_of(plan.programme), {str(item.pk): item.what for item in page.items})
    listing = Listing(history_of(plan), told.columns, request.GET)
    slug, shown = plan.programme.slug, len(listing.page)
    record_many(by=standing.user, act=Act.READ, what=AuditEntry, label=str(plan), programme=slug, rows=shown)
    context = {"programme": plan.programme, "standing": standing, "plan": plan, "page": page, "listing": listing}
    context["sentences"] = {entry.pk: told.sentence(entry) for entry in listing.page}
    return render_page(request, "plans/history.html", context, partials=("rows",))
