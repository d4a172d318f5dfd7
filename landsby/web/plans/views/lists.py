"""Plans: the list, its export, and the way to one's own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.exports import export_listing
from landsby.web.kit.listing import Listing
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right
from landsby.web.plans.access import own_plans, plans_seen_by
from landsby.web.plans.forms import PlanFilter
from landsby.web.plans.models import tallied
from landsby.web.plans.presenters import ListPage, own_cards, plan_columns

MOST_OWN = 4


@require_GET
def plan_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Who has a plan, what is to be looked at again, and all the plans that somebody may read."""
    programme, standing = programme_for(request.user, slug)
    blueprint, today = blueprint_of(programme), timezone.localdate()
    context = {
        "programme": programme,
        "standing": standing,
        "blueprint": blueprint,
        "today": today,
        "listing": _listing(request, standing),
        "page": ListPage(standing, blueprint, today),
        "own": own_cards(tallied(own_plans(standing)), blueprint, MOST_OWN) if standing.own_actors else [],
        "is_own_first": bool(standing.own_actors),
        "may_write": standing.may(Right.LOG_ACTIVITIES),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "plans/list.html", context, partials=("rows",))


@require_GET
def export(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list as a file: the same rows in the same order, on all pages, with every column."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    listing = _listing(request, standing.holding(Right.EXPORT))
    name = _("planer-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


@require_GET
def ours(request: HttpRequest, slug: str) -> HttpResponse:
    """On to one's own plan: the one in use, or where there is none, to a new one."""
    programme, standing = programme_for(request.user, slug)
    own = list(own_plans(standing)[:2])
    if len(own) == 1 or (own and standing.own_actors):
        return redirect("plans:detail", own[0].pk)
    if standing.own_actors and standing.may(Right.LOG_ACTIVITIES):
        return redirect("plans:new", programme.slug)
    return redirect("plans:list", programme.slug)


def _listing(request: HttpRequest, standing: Standing) -> Listing:
    blueprint, today = blueprint_of(standing.programme), timezone.localdate()
    form = PlanFilter(request.GET, standing=standing, blueprint=blueprint, today=today)
    plans = form.narrowed(plans_seen_by(standing)).with_places().with_focus().latest_first()
    return Listing(tallied(plans), plan_columns(blueprint), request.GET, filter=form)
