"""Cell files: taken in, looked at, and let go."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.evaluations.access import declaration_for, loading_for, loadings_for
from landsby.web.evaluations.actions import let_go as let_go_of_cells
from landsby.web.evaluations.actions import take_in
from landsby.web.evaluations.forms import CellsForm
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def data(request: HttpRequest, pk: int) -> HttpResponse:
    """What has been taken in for a design, when, and which periods it holds."""
    declaration, standing = declaration_for(request.user, pk, to=Right.EVALUATE)
    form = CellsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        name, content, looked = form.cleaned_data["file"]
        try:
            take_in(declaration=declaration, name=name, content=content, looked=looked, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            messages.success(request, _("Cellerne er taget imod, og det er skrevet ned hvornår."))
            return redirect("evaluations:declared", pk)
    context = {
        "programme": declaration.programme,
        "standing": standing,
        "declaration": declaration,
        "form": form,
        "loadings": loadings_for(declaration),
    }
    return render_page(request, "evaluations/data.html", context, status=422 if form.errors else 200)


@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete what a cell file held."""
    loading, standing = loading_for(request.user, pk)
    let_go_of_cells(loading=loading, by=standing.user)
    messages.success(request, _("Cellerne er slettet. At de har været indlæst, står stadig her."))
    return redirect("evaluations:list", standing.programme.slug)
