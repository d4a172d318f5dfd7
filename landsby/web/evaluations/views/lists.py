"""What has been declared, and what is being written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landsby.web.evaluations.access import declarations_of, drafts_of
from landsby.web.evaluations.presenters import lines_of
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import programme_for
from landsby.web.partnerships.models import Right


@require_GET
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Every declared design, open to all in the programme, and the drafts of those who may declare."""
    programme, standing = programme_for(request.user, slug)
    context = {
        "programme": programme,
        "standing": standing,
        "declared": lines_of(declarations_of(programme)),
        "drafts": drafts_of(standing),
        "may_evaluate": standing.may(Right.EVALUATE),
    }
    return render_page(request, "evaluations/list.html", context)
