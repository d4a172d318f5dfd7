"""A result as a file: to print, to compute on, and to hand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from landsby.web.evaluations.access import codes_of, run_file_for, takes_out
from landsby.web.evaluations.actions import note_export
from landsby.web.evaluations.presenters import ResultPage, page_of
from landsby.web.evaluations.printing import printed_result
from landsby.web.evaluations.sheets import as_data, as_spreadsheet
from landsby.web.partnerships.access import Standing

AS_READ = "pdf"
"""The form that says what the page says, and no more."""
FORMS: Mapping[str, tuple[str, Callable[[ResultPage], bytes | str]]] = {
    "pdf": ("application/pdf", printed_result),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_spreadsheet),
    "json": ("application/json", as_data),
}
_TITLES = [("pdf", _("Hent som PDF")), ("xlsx", _("Hent som Excel")), ("json", _("Hent som JSON"))]


def forms_for(standing: Standing) -> list[tuple[str, Any]]:
    """The files that somebody may have, each by what it is called."""
    return _TITLES if takes_out(standing) else [one for one in _TITLES if one[0] == AS_READ]


@require_GET
def export(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The result as a file; who took it out is noted."""
    run, standing = run_file_for(request.user, pk, is_as_read=form == AS_READ)
    if form not in FORMS or not run.is_done:
        raise Http404
    declaration = run.declaration
    note_export(run=run, by=standing.user)
    content_type, write = FORMS[form]
    page = page_of(run, codes_of(declaration.programme))
    headers = {"Content-Disposition": f'attachment; filename="{declaration.key}-{run.sort}.{form}"'}
    return HttpResponse(write(page), content_type=content_type, headers=headers)
