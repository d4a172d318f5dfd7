"""Import of institutions, step by step: the file, its columns, its kinds, the dry run, and the confirmation."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.web.partnerships.access import draft_for, drafts_of, known_to, municipalities_within, programme_for
from landsby.web.partnerships.actions import apply_import, begin_import, give_up_import, map_columns
from landsby.web.partnerships.forms import ColumnsForm, KindsForm, UploadForm
from landsby.web.partnerships.forms.imports import MOST_KINDS
from landsby.web.partnerships.imports.checking import checked
from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.imports.rows import values_of_kind
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.models import ImportDraft, Right
from landsby.web.partnerships.presenters.preview import Preview


@require_http_methods(["GET", "POST"])
def start_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; what is wrong with it as a whole is said here."""
    programme, standing = programme_for(request.user, slug, to=Right.IMPORT_PLACES)
    form = UploadForm(request.POST or None, request.FILES or None)
    drafts = drafts_of(standing)
    corrects = drafts.with_number(request.GET.get("corrects", ""))
    if form.is_valid():
        told = form.cleaned_data
        draft = begin_import(
            programme=programme,
            file_name=told["file"].name,
            table=told["table"],
            corrects=corrects,
            by=standing.user,
        )
        return redirect("partnerships:import_columns", slug, draft.pk)
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "drafts": drafts,
        "corrects": corrects,
        "municipalities": municipalities_within(standing, Right.IMPORT_PLACES),
        "step": 1,
    }
    return render(request, "partnerships/import/upload.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def import_columns(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Which column says what."""
    draft, standing = draft_for(request.user, slug, pk)
    table = Table.from_data(draft.table)
    form = ColumnsForm(
        request.POST or None,
        table=table,
        columns=_columns_of(draft, table),
        municipalities=municipalities_within(standing, Right.IMPORT_PLACES),
    )
    if form.is_valid():
        map_columns(draft=draft, columns=form.columns, by=standing.user)
        return redirect("partnerships:import_kinds", slug, pk)
    context = {
        "programme": draft.programme,
        "standing": standing,
        "draft": draft,
        "table": table,
        "form": form,
        "step": 2,
    }
    return render(request, "partnerships/import/columns.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def import_kinds(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the values of the kind's column mean; passed by where one kind holds for all rows."""
    draft, standing = draft_for(request.user, slug, pk)
    table = Table.from_data(draft.table)
    columns = _columns_of(draft, table)
    if columns is None:
        return redirect("partnerships:import_columns", slug, pk)
    values = {} if columns.kind else values_of_kind(table, columns, known_to(standing))
    if not values:
        return redirect("partnerships:import_preview", slug, pk)
    if len(values) > MOST_KINDS:
        wrong = _("Kolonnen %(heading)s har %(count)s forskellige værdier. Vælg den kolonne, der fortæller slags.")
        messages.error(request, wrong % {"heading": columns.columns[Target.KIND], "count": len(values)})
        return redirect("partnerships:import_columns", slug, pk)
    form = KindsForm(request.POST or None, values=values, kinds=columns.kinds)
    if form.is_valid():
        map_columns(draft=draft, columns=replace(columns, kinds=form.kinds), by=standing.user)
        return redirect("partnerships:import_preview", slug, pk)
    context = {"programme": draft.programme, "standing": standing, "draft": draft, "form": form, "step": 3}
    return render(request, "partnerships/import/kinds.html", context, status=422 if form.is_bound else 200)


@require_GET
def import_preview(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the import would do. Nothing is written."""
    draft, standing = draft_for(request.user, slug, pk)
    table = Table.from_data(draft.table)
    columns = _columns_of(draft, table)
    if columns is None:
        return redirect("partnerships:import_columns", slug, pk)
    known = known_to(standing)
    context = {
        "programme": draft.programme,
        "standing": standing,
        "draft": draft,
        "page": Preview(checked(table, columns, known), known),
        "step": 4,
    }
    return render(request, "partnerships/import/preview.html", context)


@require_POST
def import_apply(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Carry out what the dry run showed; where something has changed since, show it again instead."""
    draft, standing = draft_for(request.user, slug, pk)
    table = Table.from_data(draft.table)
    columns = _columns_of(draft, table)
    plan = checked(table, columns, known_to(standing)) if columns else None
    if plan is None or not plan.can_be_applied or plan.digest != request.POST.get("digest"):
        return _shown_again(request, slug, pk)
    try:
        rows = apply_import(draft=draft, plan=plan, by=standing.user)
    except (IntegrityError, ImportDraft.DoesNotExist):
        return _shown_again(request, slug, pk)
    done = ngettext("%(rows)s aktør er indlæst.", "%(rows)s aktører er indlæst.", rows) % {"rows": rows}
    messages.success(request, done)
    return redirect("partnerships:actors", slug)


@require_POST
def import_give_up(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Delete the uploaded file without importing it."""
    draft, standing = draft_for(request.user, slug, pk)
    give_up_import(draft=draft, by=standing.user)
    messages.success(request, _("Filen er slettet. Intet er indlæst."))
    return redirect("partnerships:import", slug)


def _columns_of(draft: ImportDraft, table: Table) -> ColumnMap | None:
    """How the draft's columns are understood; None until it is told, or when it no longer fits."""
    columns = ColumnMap.from_data(draft.columns) if draft.columns else None
    return columns if columns and columns.fits(table.headings) else None


def _shown_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    messages.warning(request, _("Noget er ændret, siden du så filen efter. Intet er indlæst endnu: Se den efter igen."))
    return redirect("partnerships:import_preview", slug, pk)
