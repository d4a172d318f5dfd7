"""Many activities at once: the list, its export, and the calendar."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.activities.access import activities_seen_by, actors_to_choose
from landsby.web.activities.forms import FilterForm
from landsby.web.activities.forms.who import told
from landsby.web.activities.months import month_of
from landsby.web.activities.names import asked_as_today
from landsby.web.activities.presenters import columns
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.kit.exports import export_listing
from landsby.web.kit.listing import InTurn, Listing
from landsby.web.kit.partials import render_page
from landsby.web.kit.periods import is_sensible, usual_periods
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

MOST_FOUND, MOST_TYPED = 30, 100


@require_GET
def activity_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme's activities: filter, sort, page, and on to the export of the same rows."""
    programme, standing = programme_for(request.user, slug)
    context = {
        "programme": programme,
        "standing": standing,
        "listing": _listing(request, standing),
        "periods": usual_periods(timezone.localdate()),
        "blueprint": blueprint_of(programme),
        "may_log": standing.may(Right.LOG_ACTIVITIES),
        "may_export": standing.may(Right.EXPORT),
    }
    return render_page(request, "activities/list.html", context, partials=("rows",))


@require_GET
def export_list(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The list as a file: the same rows in the same order, on all pages, with every column."""
    programme, standing = programme_for(request.user, slug, to=Right.EXPORT)
    listing = _listing(request, standing.holding(Right.EXPORT))
    name = _("aktiviteter-%(programme)s") % {"programme": programme.slug}
    return export_listing(listing=listing, form=form, name=name, by=standing.user, programme=programme.slug)


@require_GET
def calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """One month of activities, narrowed by the same parameters as the list."""
    programme, standing = programme_for(request.user, slug)
    form = _filter_form(request, standing)
    month = month_of(form.narrowed(activities_seen_by(standing)), _wanted_month(request))
    context = {"programme": programme, "standing": standing, "form": form, "month": month}
    context["may_log"] = standing.may(Right.LOG_ACTIVITIES)
    return render_page(request, "activities/calendar.html", context, partials=("month",))


@require_GET
def actors_found(request: HttpRequest, slug: str) -> JsonResponse:
    """The actors that a form may choose among and whose name holds what is typed, for a picker to offer."""
    _programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    typed = request.GET.get("q", "")[:MOST_TYPED].strip()
    found = actors_to_choose(standing, timezone.localdate()).called(typed)[:MOST_FOUND] if typed else []
    return JsonResponse({"found": [{"value": actor.pk, "title": told(actor)} for actor in found]})


def _filter_form(request: HttpRequest, standing: Standing) -> FilterForm:
    blueprint = blueprint_of(standing.programme)
    return FilterForm(_asked(request, standing), blueprint=blueprint, standing=standing, today=timezone.localdate())


def _asked(request: HttpRequest, standing: Standing) -> QueryDict:
    """What the address asks for, in the names of today."""
    return asked_as_today(request.GET, NamesOfToday(standing.programme, blueprint_of(standing.programme)))


def _listing(request: HttpRequest, standing: Standing) -> Listing:
    form = _filter_form(request, standing)
    chosen = form.narrowed(activities_seen_by(standing)).with_places().with_parts()
    # What waits for an answer stands as on the front page: what has waited longest is forgotten first.
    waits = form.is_valid() and form.cleaned_data["waiting"]
    unsorted = InTurn([chosen.in_order()] if waits else chosen.latest_first(timezone.localdate()))
    shown = columns(blueprint_of(standing.programme))
    return Listing(chosen, shown, _asked(request, standing), filter=form, unsorted=unsorted)


def _wanted_month(request: HttpRequest) -> date:
    """The month of ``?month=2023-05``; anything else is the month of today."""
    try:
        wanted = date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        wanted = timezone.localdate()
    return (wanted if is_sensible(wanted) else timezone.localdate()).replace(day=1)
