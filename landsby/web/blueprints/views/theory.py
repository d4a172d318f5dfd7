"""The versions of a theory of change, what differs between them, and the theory as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landsby.blueprint.theory.comparing import compared
from landsby.web.blueprints.access import adapts_everywhere, theory_for, theory_versions_of, version_charts
from landsby.web.blueprints.access.theory import TODAY
from landsby.web.blueprints.models import blueprint_of
from landsby.web.blueprints.presenters import told_change
from landsby.web.blueprints.presenters.theory_drawing import Marks, drawing_of
from landsby.web.blueprints.theory_sheet import FORMS
from landsby.web.kit.partials import render_page


@require_GET
def theory_versions(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """All versions of a theory of change, and two of them to compare."""
    programme, chart, standing = theory_for(request.user, slug, theory_id)
    context = {
        "programme": programme,
        "standing": standing,
        "chart": chart,
        "versions": list(theory_versions_of(programme, theory_id)),
        "may_redraw": adapts_everywhere(standing),
    }
    return render_page(request, "blueprints/theory_versions.html", context)


@require_GET
def theory_compare(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """What differs between two versions, in words and in the drawing."""
    programme, chart, standing = theory_for(request.user, slug, theory_id)
    versions = list(theory_versions_of(programme, theory_id))
    earliest = str(versions[-1].pk) if versions else TODAY
    asked = [request.GET.get("from") or earliest, request.GET.get("to") or TODAY]
    before, after = version_charts(programme, chart, asked)
    found = compared(before, after, blueprint_of(programme))
    context = {
        "programme": programme,
        "standing": standing,
        "chart": chart,
        "versions": versions,
        "asked": asked,
        "difference": found,
        "changes": [(change.sort, told_change(change)) for change in found.changes],
        "drawing": drawing_of(found.union, Marks(boxes=found.boxes, links=found.links)),
    }
    return render_page(request, "blueprints/theory_compare.html", context)


@require_GET
def theory_file(request: HttpRequest, slug: str, theory_id: str, form: str) -> HttpResponse:
    """The theory of change, or an earlier version of it, as a picture, a document, or a file to read in again."""
    programme, chart, _standing = theory_for(request.user, slug, theory_id)
    if form not in FORMS:
        raise Http404
    [shown] = version_charts(programme, chart, [request.GET.get("version") or TODAY])
    sort, make = FORMS[form]
    response = HttpResponse(make(shown, programme), content_type=sort)
    response["Content-Disposition"] = f'attachment; filename="{theory_id}.{form}"'
    return response
