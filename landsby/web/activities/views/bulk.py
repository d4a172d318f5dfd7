"""Many activities that were held, typed or pasted into one table."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsby.web.activities.access import stored_by_key
from landsby.web.activities.actions import register_together
from landsby.web.activities.forms import BulkForm, Offers
from landsby.web.activities.tables import MOST_ROWS, rows_pasted
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.device import tell_stored
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right

FIRST_SHOWN = 8
"""So many rows stand open; the rest are folded until they are needed."""


@require_http_methods(["GET", "POST"])
def bulk(request: HttpRequest, slug: str) -> HttpResponse:
    """A table of what was held: pasted, mended and stored as a whole or not at all."""
    programme, standing = programme_for(request.user, slug, to=Right.LOG_ACTIVITIES)
    offers = Offers(standing, blueprint_of(programme), timezone.localdate())
    pasted = _pasted(request)
    form = BulkForm(offers, request.POST or None, pasted)
    is_sent = request.method == "POST" and pasted is None
    if is_sent and form.is_valid():
        done = _stored(request, standing, form)
        if done is not None:
            return done
    elif is_sent and not form.filled:
        messages.info(request, _("Der står ikke noget i tabellen endnu."))
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "wrongs": list(form.wrongs()),
        "shown": form.rows[:FIRST_SHOWN],
        "folded": form.rows[FIRST_SHOWN:],
        "is_unfolded": any(row.number > FIRST_SHOWN for row in form.filled),
        "most": MOST_ROWS,
    }
    return render(request, "activities/bulk/table.html", context, status=422 if is_sent else 200)


def _pasted(request: HttpRequest) -> list[dict[str, str]] | None:
    """The rows that are to be filled in from a spreadsheet; None where nothing was pasted."""
    text = request.POST.get("pasted", "")
    if "fill" not in request.POST or not text.strip():
        return None
    rows = rows_pasted(text)
    if len(rows) > MOST_ROWS:
        left = {"most": MOST_ROWS, "count": len(rows)}
        messages.warning(request, _("Der er plads til %(most)s rækker ad gangen. Du indsatte %(count)s.") % left)
    return rows


def _stored(request: HttpRequest, standing: Standing, form: BulkForm) -> HttpResponse | None:
    """On to the list of what was stored; None where somebody else was faster."""
    before = stored_by_key(standing, [entry.key for entry in form.entries])
    try:
        register_together(programme=standing.programme, entries=form.entries, by=standing.user)
    except (Blocked, IntegrityError):
        messages.warning(request, _("Noget er ændret imens. Intet er gemt: Se det efter, og prøv igen."))
        return None
    tell_stored(request, form.page)
    count = len(form.entries) - len(before)
    if count:
        done = ngettext("%(count)s aktivitet er gemt.", "%(count)s aktiviteter er gemt.", count)
        messages.success(request, done % {"count": count})
    if before:
        messages.info(request, _("%(count)s var gemt i forvejen. De er kun gemt én gang.") % {"count": len(before)})
    days = [entry.sessions[0].starts_on for entry in form.entries]
    span = urlencode({"from": min(days).isoformat(), "to": max(days).isoformat(), "status": "held"})
    return redirect(f"{reverse('activities:list', args=[standing.programme.slug])}?{span}")
