"""The programme's own records, for whoever evaluates it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landsby.web.evaluations.access import codes_of, codes_seen, doses_of, records_for, takes_out
from landsby.web.evaluations.actions import take_own_records
from landsby.web.evaluations.own_records import COLUMNS, codebook
from landsby.web.kit.exports import FORMATS, export
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right

CODEBOOK = "codebook"


@require_GET
def own_records(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What can be taken out, column by column, and which places have no code yet."""
    programme, standing = programme_for(request.user, slug, to=Right.EVALUATE)
    context = {
        "programme": programme,
        "standing": standing,
        "columns": codebook(),
        "codes": codes_of(programme),
        "rows": len(doses_of(programme)),
        "may_export": takes_out(standing),
    }
    return render_page(request, "evaluations/own_records.html", context)


@require_GET
def own_records_file(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The records, or their codebook, as a file; who took it out is noted."""
    programme, standing = records_for(request.user, slug)
    if form == CODEBOOK:
        told = [[column.name, column.meaning] for column in codebook()]
        return export(form="csv", name=f"{programme.slug}-codebook", headings=[_("Kolonne"), _("Betyder")], rows=told)
    if form not in FORMATS:
        raise Http404
    rows = take_own_records(programme=programme, seen=codes_seen(standing), by=standing.user)
    return export(form=form, name=f"{programme.slug}-records", headings=COLUMNS, rows=rows)
