"""Runs: asked for, followed, stopped, made again, and read."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from landsby.web.evaluations.access import codes_of, declaration_for, loadings_for, run_for, twin_of
from landsby.web.evaluations.actions import ask_for_run, cancel_run
from landsby.web.evaluations.forms import RunForm
from landsby.web.evaluations.models import Run, Sort
from landsby.web.evaluations.presenters import page_of
from landsby.web.evaluations.tasks import carry_out
from landsby.web.evaluations.views.declared import declared_page
from landsby.web.evaluations.views.exporting import forms_for
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a run of a declared design."""
    declaration, standing = declaration_for(request.user, pk, to=Right.EVALUATE)
    form = RunForm(request.POST, loadings=list(loadings_for(declaration)))
    if form.is_valid():
        sort, files = form.told
        try:
            run = ask_for_run(declaration=declaration, sort=sort, files=files, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return _begun(run)
    return declared_page(request, declaration, standing, form)


@require_GET
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a run is, and what it told. Who follows it is shown the result when it is there."""
    found, standing = run_for(request.user, pk)
    if request.htmx and not found.is_open:  # type: ignore[attr-defined]  # of the middleware
        return HttpResponseClientRefresh()
    context = {
        "programme": found.declaration.programme,
        "standing": standing,
        "run": found,
        "declaration": found.declaration,
        "page": page_of(found, codes_of(found.declaration.programme), twin_of(found) if found.is_done else None),
        "may_evaluate": standing.may(Right.EVALUATE),
        "forms": forms_for(standing),
    }
    return render_page(request, "evaluations/run.html", context, partials=("progress",))


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a run."""
    found, standing = run_for(request.user, pk, to=Right.EVALUATE)
    cancel_run(run=found, by=standing.user)
    messages.success(request, _("Kørslen bliver stoppet."))
    return redirect("evaluations:run", pk)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Run the same once more: the same design on the same cells gives the same result, bit for bit."""
    found, standing = run_for(request.user, pk, to=Right.EVALUATE)
    try:
        fresh = ask_for_run(
            declaration=found.declaration, sort=Sort(found.sort), files=list(found.files.there()), by=standing.user
        )
    except Blocked as refusal:
        messages.error(request, " ".join(str(problem.text) for problem in refusal.problems))
        return redirect("evaluations:run", pk)
    return _begun(fresh)


def _begun(run: Run) -> HttpResponse:
    """Hand a run to the worker, and show how far it is."""
    carry_out.enqueue(run.pk)
    return redirect("evaluations:run", run.pk)
