"""A result as a file: to print, to compute on, and to hand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from landsby.web.evaluations.access import codes_of, run_for
from landsby.web.evaluations.actions import note_export
from landsby.web.evaluations.presenters import ResultPage
from landsby.web.evaluations.printing import printed_result
from landsby.web.evaluations.sheets import as_data, as_spreadsheet
from landsby.web.partnerships.models import Right

FORMS: Mapping[str, tuple[str, Callable[[ResultPage], bytes | str]]] = {
    "pdf": ("application/pdf", printed_result),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_spreadsheet),
    "json": ("application/json", as_data),
}
TITLES = [("pdf", _("Hent som PDF")), ("xlsx", _("Hent som Excel")), ("json", _("Hent som JSON"))]


@require_GET
def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The result as a file; who took it out is noted."""
    run, standing = run_for(request.user, pk, to=Right.EXPORT)
    if form not in FORMS or not run.is_done:
        raise Http404
    declaration = run.declaration
    note_export(run=run, by=standing.user)
    content_type, write = FORMS[form]
    page = ResultPage(run, codes_of(declaration.programme), None)
    headers = {"Content-Disposition": f'attachment; filename="{declaration.key}-{run.sort}.{form}"'}
    return HttpResponse(write(page), content_type=content_type, headers=headers)
