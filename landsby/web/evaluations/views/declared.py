"""A declared design, and what is told of it afterwards."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.evaluations.access import (
    chosen_at_first,
    codes_of,
    declaration_for,
    latest_result,
    loadings_for,
    runs_of,
)
from landsby.web.evaluations.actions import begin_draft, tell_deviation
from landsby.web.evaluations.actions import withdraw as withdraw_design
from landsby.web.evaluations.forms import RunForm, TellForm, WithdrawForm
from landsby.web.evaluations.models import Declaration, Sort
from landsby.web.evaluations.presenters import DesignPage, page_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right


@require_GET
def declared(request: HttpRequest, pk: int) -> HttpResponse:
    """A design as it was declared, with what was done otherwise."""
    declaration, standing = declaration_for(request.user, pk)
    return declared_page(request, declaration, standing)


@require_GET
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The design file, to the letter as it was declared."""
    declaration, _standing = declaration_for(request.user, pk)
    headers = {"Content-Disposition": f'attachment; filename="{declaration.key}.design.yaml"'}
    return HttpResponse(declaration.text, content_type="application/yaml; charset=utf-8", headers=headers)


@require_http_methods(["GET", "POST"])
def deviate(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is done otherwise than declared, and why."""
    declaration, standing = declaration_for(request.user, pk, to=Right.EVALUATE)
    form = TellForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            tell_deviation(declaration=declaration, by=standing.user, **form.cleaned_data)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Afvigelsen er skrevet ned. Den står ved designet."))
            return redirect("evaluations:declared", pk)
    context = {**_context(declaration, standing), "form": form}
    return render_page(request, "evaluations/deviate.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a design is no longer followed, and why."""
    declaration, standing = declaration_for(request.user, pk, to=Right.EVALUATE)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_design(declaration=declaration, why=form.cleaned_data["why"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Designet er trukket tilbage. Det kan stadig læses."))
            return redirect("evaluations:declared", pk)
    context = {**_context(declaration, standing), "form": form}
    return render_page(request, "evaluations/withdraw.html", context, status=422 if form.errors else 200)


@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a new draft from a declared design."""
    declaration, standing = declaration_for(request.user, pk, to=Right.EVALUATE)
    draft = begin_draft(programme=declaration.programme, name=str(declaration), text=declaration.text, by=standing.user)
    messages.success(request, _("En ny kladde er begyndt. Det erklærede design er, som det var."))
    return redirect("evaluations:draft", draft.pk)


def declared_page(
    request: HttpRequest, declaration: Declaration, standing: Standing, form: RunForm | None = None
) -> HttpResponse:
    """The page of a declared design; `form` is a question about a run that could not be asked."""
    context = _context(declaration, standing)
    if context["may_evaluate"]:
        loadings = list(loadings_for(declaration))
        context["loadings"] = loadings
        context["form"] = form or RunForm(loadings=loadings, chosen=chosen_at_first(declaration, loadings))
    context["runs"] = runs_of(declaration)
    results = [run for sort in Sort if (run := latest_result(declaration, sort)) is not None]
    context["told"] = [page_of(run, context["page"].codes) for run in results]
    status = 422 if form is not None else 200
    return render_page(request, "evaluations/declared.html", context, status=status)


def _context(declaration: Declaration, standing: Standing) -> dict[str, Any]:
    return {
        "programme": declaration.programme,
        "standing": standing,
        "declaration": declaration,
        "page": DesignPage(declaration.design, codes_of(declaration.programme)),
        "may_evaluate": standing.may(Right.EVALUATE),
    }
