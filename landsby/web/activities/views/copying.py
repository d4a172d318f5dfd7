"""Last year's activities once more: which of them, on which days, and then all of them at once."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from landsby.web.activities.access import own_activities_between, stored_by_key
from landsby.web.activities.actions import register_together
from landsby.web.activities.copying import Copy, copy_of, originals_among
from landsby.web.activities.forms import CopyForm
from landsby.web.activities.spans import Span, spans_before
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

MOST_COPIED = 100
"""So many activities are offered at a time; a year of more is copied by half-years."""
MOST_READ = 1000
"""So many activities are looked through for them, the sessions of series among them."""


@require_GET
def copy_choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Which of one's activities of a half-year or a season are to be planned again."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    spans = spans_before(timezone.localdate())
    span = _span(request, spans, standing)
    copies = _copies(standing, span)
    known = stored_by_key(standing, [copy.key for copy in copies])
    context = {
        "programme": programme,
        "standing": standing,
        "spans": spans,
        "span": span,
        "rows": [(copy, known.get(copy.key)) for copy in copies[:MOST_COPIED]],
        "is_cut": len(copies) > MOST_COPIED,
        "most": MOST_COPIED,
    }
    return render(request, "activities/copy/choose.html", context)


@require_http_methods(["GET", "POST"])
def copy_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """What would be planned, with days and titles that can be mended; and the planning of it."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    span = _span(request, spans_before(timezone.localdate()), standing)
    forms = [CopyForm(request.POST or None, copy=copy) for copy in _picked(request, _copies(standing, span), standing)]
    if not forms:
        messages.info(request, _("Vælg først, hvad du vil kopiere. Det, der er kopieret, kommer ikke igen."))
        return redirect("activities:copy", slug)
    chosen = _chosen(request, forms) if request.method == "POST" else None
    if chosen and _stored(request, standing, chosen):
        return redirect("activities:copy", slug)
    context = {"programme": programme, "standing": standing, "span": span, "forms": forms}
    return render(request, "activities/copy/preview.html", context, status=422 if chosen == [] else 200)


def _chosen(request: HttpRequest, forms: list[CopyForm]) -> list[CopyForm]:
    """The rows that come along; none as long as one of them is wrong."""
    # Every row is looked at, not only as far as the first that is wrong.
    wrong = [form for form in forms if not form.is_valid()]
    chosen = [form for form in forms if form.is_chosen]
    if not wrong and not chosen:
        messages.warning(request, _("Der er ikke valgt noget. Intet er gemt."))
    return [] if wrong else chosen


def _stored(request: HttpRequest, standing: Standing, chosen: list[CopyForm]) -> bool:
    """Whether all of them are planned now; where somebody else was faster, nothing is, and a word says so."""
    try:
        entries = [form.copy.entry for form in chosen]
        register_together(programme=standing.programme, entries=entries, by=standing.user)
    except (Blocked, IntegrityError):
        messages.warning(request, _("Noget er ændret imens. Intet er gemt: Se det efter, og prøv igen."))
        return False
    count = len(chosen)
    done = ngettext("%(count)s er planlagt igen.", "%(count)s er planlagt igen.", count)
    messages.success(request, done % {"count": count})
    return True


def _span(request: HttpRequest, spans: list[Span], standing: Standing) -> Span:
    """The half-year or season of ``?span=20261``; otherwise the first that holds something of one's own."""
    wanted = request.GET.get("span")
    named = next((span for span in spans if span.key == wanted), None)
    if named is not None:
        return named
    days = (min(span.first for span in spans), max(span.last for span in spans))
    latest = own_activities_between(standing, *days).newest_first().first()
    day = latest.starts_on if latest else spans[0].first
    on_top = own_activities_between(standing, spans[0].first, spans[0].last).exists()
    return spans[0] if on_top else next(span for span in spans if span.first <= day <= span.last)


def _copies(standing: Standing, span: Span) -> list[Copy]:
    """One's own of a span, each as it would be the next time."""
    today = timezone.localdate()
    found = own_activities_between(standing, span.first, span.last).with_places().with_parts().in_order()
    blueprint, reach = blueprint_of(standing.programme), standing.reach(Right.LOG_ACTIVITIES)
    years = span.years_ahead(today)
    return [
        copy_of(original, years=years, blueprint=blueprint, reach=reach, today=today)
        for original in originals_among(found[:MOST_READ])
    ]


def _picked(request: HttpRequest, copies: list[Copy], standing: Standing) -> list[Copy]:
    """Those of ``?pick=``, by primary key, without those that are stored already."""
    picked = set(request.GET.getlist("pick"))
    wanted = [copy for copy in copies if str(copy.original.first.pk) in picked][:MOST_COPIED]
    known = stored_by_key(standing, [copy.key for copy in wanted])
    return [copy for copy in wanted if copy.key not in known]
