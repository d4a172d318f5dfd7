"""What speaks for and against an assumption of a theory of change."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.blueprints.access import assumption_for, evidence_for, evidence_in
from landsby.web.blueprints.actions import add_evidence, remove_evidence
from landsby.web.blueprints.forms import EvidenceForm
from landsby.web.kit.partials import render_page


@require_http_methods(["GET", "POST"])
def theory_evidence(request: HttpRequest, slug: str, assumption_id: str) -> HttpResponse:
    """What has been seen, for and against, and room for more."""
    programme, assumption, standing = assumption_for(request.user, slug, assumption_id)
    typed = request.POST if request.method == "POST" else None
    form = EvidenceForm(typed, initial={"found_on": timezone.localdate()})
    if typed is not None and form.is_valid():
        try:
            add_evidence(programme=programme, assumption=assumption.id, told=form.told, by=standing.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Det er skrevet ned."))
            return redirect(f"{reverse('overviews:theory', args=[slug])}#assumptions-heading")
    context = {
        "programme": programme,
        "standing": standing,
        "assumption": assumption,
        "evidence": evidence_in(programme).get(assumption.id, []),
        "form": form,
    }
    return render_page(request, "blueprints/theory_evidence.html", context, status=422 if form.errors else 200)


@require_POST
def theory_evidence_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away what was written by mistake."""
    evidence, standing = evidence_for(request.user, slug, pk)
    assumption = evidence.assumption
    remove_evidence(evidence=evidence, by=standing.user)
    messages.success(request, _("Det er taget væk."))
    return redirect("blueprints:theory_evidence", slug, assumption)
