"""The things that a plan holds: taken by one tap, written, changed, done and taken away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right
from landsby.web.plans.access import activities_to_link, item_for, plan_for
from landsby.web.plans.actions import add_idea, add_item, change_item, link_item, remove_item, set_item_status
from landsby.web.plans.forms import ItemForm, LinkForm
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.on_template import template_of
from landsby.web.plans.presenters import PlanPage
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.views.plan import form_page, page_of


@require_POST
def idea_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one of the template's ideas."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    section, idea = request.POST.get("section", ""), request.POST.get("idea", "")
    try:
        add_idea(plan=plan, section=section, idea=idea, by=standing.user)
    except Blocked as refusal:
        return page_of(request, plan, standing, refusal=refusal.problems)
    return _back(request, plan, standing, section)


@require_POST
def item_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write something of one's own."""
    plan, standing = plan_for(request.user, pk, to=Right.LOG_ACTIVITIES)
    form = ItemForm(request.POST, template=template_of(plan))
    if form.is_valid():
        try:
            add_item(plan=plan, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return _back(request, plan, standing, form.told.section)
    return page_of(request, plan, standing, item_form=form)


@require_http_methods(["GET", "POST"])
def item_change(request: HttpRequest, pk: int) -> HttpResponse:
    """What, how, who, when and how far, of one thing."""
    item, standing = item_for(request.user, pk)
    form = ItemForm(request.POST or None, template=template_of(item.plan), item=item)
    if request.method == "POST" and form.is_valid():
        try:
            change_item(item=item, told=form.told, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Ændringen er gemt."))
            return redirect("plans:detail", item.plan_id)
    return form_page(request, "plans/item.html", item.plan, standing, form, item=item, links=_links(item, standing))


@require_POST
def item_links(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which activities and initiatives belong to one thing."""
    item, standing = item_for(request.user, pk)
    links = _links(item, standing, request.POST)
    if links.is_valid():
        try:
            link_item(item=item, by=standing.user, **links.told)
        except Blocked as refusal:
            return page_of(request, item.plan, standing, refusal=refusal.problems)
        messages.success(request, _("Ændringen er gemt."))
        return redirect("plans:detail", item.plan_id)
    form = ItemForm(template=template_of(item.plan), item=item)
    return form_page(request, "plans/item.html", item.plan, standing, form, item=item, links=links, status=422)


def _links(item: PlanItem, standing: Standing, sent: QueryDict | None = None) -> LinkForm:
    """What belongs to an item, and what may."""
    return LinkForm(sent, item=item, activities=activities_to_link(standing, item), standing=standing)


@require_POST
def item_status(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how far one thing has come."""
    item, standing = item_for(request.user, pk)
    wanted = request.POST.get("status", "")
    if wanted not in ItemStatus.values:
        return page_of(request, item.plan, standing)
    status = ItemStatus(wanted)
    try:
        set_item_status(item=item, status=status, by=standing.user)
    except Blocked as refusal:
        return page_of(request, item.plan, standing, refusal=refusal.problems)
    return _back(request, item.plan, standing, item.section)


@require_POST
def item_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away what was never meant to stand there."""
    item, standing = item_for(request.user, pk)
    try:
        remove_item(item=item, by=standing.user)
    except Blocked as refusal:
        return page_of(request, item.plan, standing, refusal=refusal.problems)
    messages.success(request, _("Punktet er slettet."))
    return redirect("plans:detail", item.plan_id)


def _back(request: HttpRequest, plan: Plan, standing: Standing, section: str) -> HttpResponse:
    """The part of the page that has changed, or the page at its place."""
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware
        return page_of(request, plan, standing)
    known = {part.id for part in PlanPage(plan, timezone.localdate()).parts}
    anchor = f"#part-{section}" if section and section in known else "#things"
    return redirect(f"{reverse('plans:detail', args=[plan.pk])}{anchor}")
