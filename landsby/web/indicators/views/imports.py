"""Import of figures, step by step: the file, its columns, the dry run, and the confirmation."""

from __future__ import annotations

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.blueprint.kinds import Indicator
from landsby.web.blueprints.models import blueprint_of
from landsby.web.indicators.access import areas_of, draft_for, drafts_of, known_for
from landsby.web.indicators.actions import apply_figures, begin_figures, give_up_figures, map_figures
from landsby.web.indicators.forms import FiguresForm, FileForm, SureForm
from landsby.web.indicators.importing.checking import checked
from landsby.web.indicators.importing.columns import FigureColumns
from landsby.web.indicators.importing.plan import FigurePlan
from landsby.web.indicators.models import FigureDraft
from landsby.web.indicators.presenters.preview import FigurePreview
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, municipalities_within, programme_for
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def start_import(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose an indicator and a file; what is wrong with it as a whole is said here."""
    programme, standing = programme_for(request.user, slug, to=Right.MANAGE_INDICATORS)
    drafts = drafts_of(standing)
    corrects = drafts.with_number(request.GET.get("corrects", ""))
    form = FileForm(
        request.POST or None,
        request.FILES or None,
        indicators=blueprint_of(programme).indicators.values(),
        chosen=corrects.indicator if corrects else request.GET.get("indicator", ""),
        source=corrects.source if corrects else "",
    )
    if form.is_valid():
        draft = _begun(request, form, standing, corrects)
        if draft is not None:
            return redirect("indicators:import_columns", slug, draft.pk)
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "drafts": [draft for draft in drafts if draft != corrects],
        "corrects": corrects,
        "municipalities": municipalities_within(standing, Right.MANAGE_INDICATORS),
        "step": 1,
    }
    return render(request, "indicators/import/upload.html", context, status=422 if form.is_bound else 200)


def _begun(
    request: HttpRequest, form: FileForm, standing: Standing, corrects: FigureDraft | None
) -> FigureDraft | None:
    """The draft of a file that can be read; None where it was refused, and the form says why."""
    told = form.cleaned_data
    kept = {name: told[name] for name in ("indicator", "source", "table")}
    name = told["file"].name
    replaces = corrects is None and drafts_of(standing).called(name, told["indicator"]).exists()
    try:
        draft = begin_figures(programme=standing.programme, file_name=name, corrects=corrects, by=standing.user, **kept)
    except Blocked as refusal:
        form.add_problems(refusal.problems)
        return None
    if replaces:
        messages.info(request, _("Filen er trådt i stedet for din ufærdige fil af samme navn. Se kolonnerne efter."))
    return draft


@require_http_methods(["GET", "POST"])
def import_columns(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Which column says what."""
    draft, indicator, standing = draft_for(request.user, slug, pk)
    table = Table.from_data(draft.table)
    columns, asks = _columns_of(draft, table), not draft.source
    form = FiguresForm(request.POST or None, table=table, columns=columns, indicator=indicator, asks_source=asks)
    if form.is_valid():
        map_figures(draft=draft, columns=form.columns, source=form.source_told, by=standing.user)
        return redirect("indicators:import_preview", slug, pk)
    context = {
        "programme": draft.programme,
        "standing": standing,
        "draft": draft,
        "indicator": indicator,
        "table": table,
        "form": form,
        "step": 2,
    }
    return render(request, "indicators/import/columns.html", context, status=422 if form.is_bound else 200)


@require_GET
def import_preview(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the import would do. Nothing is written."""
    draft, indicator, standing = draft_for(request.user, slug, pk)
    page = _dry_run(draft, indicator, standing)
    if page is None:
        return redirect("indicators:import_columns", slug, pk)
    return _previewed(request, draft, standing, page, SureForm(doubts=page.plan.doubts))


def _dry_run(draft: FigureDraft, indicator: Indicator, standing: Standing) -> FigurePreview | None:
    """What importing the draft would do; None until it is told how its columns are understood."""
    table = Table.from_data(draft.table)
    columns, known = _columns_of(draft, table), known_for(standing, indicator)
    return FigurePreview(checked(table, columns, known), known) if columns else None


def _previewed(
    request: HttpRequest, draft: FigureDraft, standing: Standing, page: FigurePreview, form: SureForm
) -> HttpResponse:
    context = {
        "programme": draft.programme,
        "standing": standing,
        "draft": draft,
        "indicator": page.known.indicator,
        "page": page,
        "form": form,
        "step": 3,
    }
    return render(request, "indicators/import/preview.html", context, status=422 if form.errors else 200)


@require_POST
def import_apply(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Carry out what the dry run showed; where something has changed since, show it again instead."""
    draft, indicator, standing = draft_for(request.user, slug, pk)
    page = _dry_run(draft, indicator, standing)
    if page is None or not page.plan.can_be_applied or page.plan.digest != request.POST.get("digest"):
        return _shown_again(request, slug, pk)
    form = SureForm(request.POST, doubts=page.plan.doubts)
    if not form.is_valid():
        return _previewed(request, draft, standing, page, form)
    try:
        rows = apply_figures(draft=draft, plan=page.plan, sure=form.cleaned_data, by=standing.user)
    except (Blocked, IntegrityError, FigureDraft.DoesNotExist):
        return _shown_again(request, slug, pk)
    messages.success(request, ngettext("%(rows)s tal er indlæst.", "%(rows)s tal er indlæst.", rows) % {"rows": rows})
    return redirect(f"{reverse('indicators:detail', args=[slug, indicator.id])}?{_where_it_came(page.plan, standing)}")


def _where_it_came(plan: FigurePlan, standing: Standing) -> str:
    """The part of the address that shows what was imported: one's own place first, else beside the usual one."""
    areas = areas_of(standing)
    own = plan.latest_at([areas.home, *areas.own])
    if own is None:
        return urlencode({"beside": plan.figures[0].key[0]})
    place, period, stratum = own
    return urlencode({"place": place, "period": str(period), "stratum": stratum})


@require_POST
def import_give_up(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Delete the uploaded file without importing it."""
    draft, _indicator, standing = draft_for(request.user, slug, pk)
    give_up_figures(draft=draft, by=standing.user)
    messages.success(request, _("Filen er slettet. Intet er indlæst."))
    return redirect("indicators:import", slug)


def _columns_of(draft: FigureDraft, table: Table) -> FigureColumns | None:
    """How the draft's columns are understood; None until it is told, or when it no longer fits."""
    columns = FigureColumns.from_data(draft.columns) if draft.columns and draft.source else None
    return columns if columns and columns.fits(table.headings) else None


def _shown_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    messages.warning(request, _("Noget er ændret, siden du så filen efter. Intet er indlæst endnu: Se den efter igen."))
    return redirect("indicators:import_preview", slug, pk)
