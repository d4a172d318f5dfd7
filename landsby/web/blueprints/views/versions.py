"""Going over to another version of the blueprint: sending it, reading the difference, adopting, and undoing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landsby.blueprint import builtin, load
from landsby.blueprint.archive import archive_of
from landsby.blueprint.dumping import files_of
from landsby.blueprint.renaming import likely_renames
from landsby.web.blueprints.access import draft_for, undoing_for, versions_for
from landsby.web.blueprints.actions import adopt_version, give_up_version, receive_version, undo_adoption
from landsby.web.blueprints.forms import AdoptForm, VersionForm
from landsby.web.blueprints.models import UpgradeDraft, blueprint_of, fit_of, in_force, upstream_of
from landsby.web.blueprints.presenters import groups_of, told_change, versions_of
from landsby.web.blueprints.upgrading import doubts_about, open_names, upgrade_by
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Programme


@require_http_methods(["GET", "POST"])
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """The versions that the programme has worked by, and room for a new one."""
    programme, standing = versions_for(request.user, slug)
    form = VersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        blueprint, name = form.sent
        try:
            draft = receive_version(programme=programme, blueprint=blueprint, file_name=name, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        except ValidationError as error:
            form.add_error("file", error)
        else:
            return redirect("blueprints:version", slug, draft.pk)
    context = {
        "programme": programme,
        "standing": standing,
        "form": form,
        "versions": versions_of(programme, standing),
        "conflicts": fit_of(in_force(programme)).conflicts,
    }
    return render_page(request, "blueprints/versions.html", context, status=422 if form.errors else 200)


@require_POST
def take_builtin(request: HttpRequest, slug: str) -> HttpResponse:
    """Look at the version of the blueprint that comes with the installation."""
    programme, standing = versions_for(request.user, slug)
    key = in_force(programme).key
    if key not in builtin():
        raise Http404
    try:
        draft = receive_version(programme=programme, blueprint=load(key), file_name="", by=standing.user)
    except Blocked as refusal:
        messages.error(request, " ".join(str(problem.text) for problem in refusal.problems))
        return redirect("blueprints:versions", slug)
    return redirect("blueprints:version", slug, draft.pk)


@require_http_methods(["GET", "POST"])
def version(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What a version would change, and adopting it."""
    draft, standing = draft_for(request.user, slug, pk)
    form = _adopt_form(request, draft)
    if request.method == "POST" and form.is_valid() and "look" not in request.POST:
        try:
            adopt_version(draft=draft, by_hand=form.by_hand, seen=form.cleaned_data["seen"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(
                request, _("Programmet arbejder nu efter version %(version)s.") % {"version": draft.version}
            )
            return redirect("blueprints:versions", slug)
    context = _difference(draft, form, standing)
    return render_page(request, "blueprints/version.html", context, status=422 if form.errors else 200)


@require_POST
def give_up(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Forget a version without adopting it."""
    draft, standing = draft_for(request.user, slug, pk)
    give_up_version(draft=draft, by=standing.user)
    messages.success(request, _("Versionen er glemt. Intet er ændret."))
    return redirect("blueprints:versions", slug)


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """What going back to the version before would change, and doing so."""
    programme, present, upgrade, problems, standing = undoing_for(request.user, slug)
    if request.method == "POST":
        try:
            earlier = undo_adoption(programme=programme, seen=request.POST.get("seen", ""), by=standing.user)
        except Blocked as refusal:
            problems = list(refusal.problems)
        else:
            told = _("Programmet arbejder igen efter version %(version)s.") % {"version": earlier.version}
            messages.success(request, told)
            return redirect("blueprints:versions", slug)
    context = {
        "programme": programme,
        "standing": standing,
        "present": present,
        "groups": groups_of(upgrade) if upgrade else [],
        "conflicts": upgrade.conflicts if upgrade else (),
        "seen": blueprint_of(programme).content_hash,
        "problems": problems,
    }
    status = 422 if request.method == "POST" else 200
    return render_page(request, "blueprints/undo.html", context, status=status)


@require_GET
def download(request: HttpRequest, slug: str, which: str) -> HttpResponse:
    """The blueprint as files: as it holds here, or as its version came."""
    programme, _standing = programme_for(request.user, slug)
    if which not in ("ours", "version"):
        raise Http404
    blueprint = blueprint_of(programme) if which == "ours" else upstream_of(in_force(programme))
    name = f"{blueprint.id}-{programme.slug}" if which == "ours" else blueprint.id
    headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
    return HttpResponse(archive_of(files_of(blueprint), blueprint.id), content_type="application/zip", headers=headers)


def _adopt_form(request: HttpRequest, draft: UpgradeDraft) -> AdoptForm:
    programme, candidate = draft.programme, draft.blueprint
    before = blueprint_of(programme)
    gone, new = open_names(programme, candidate)
    return AdoptForm(
        request.POST or None,
        before=before,
        candidate=candidate,
        gone=gone,
        new=new,
        told=likely_renames(before, candidate),
    )


def _difference(draft: UpgradeDraft, form: AdoptForm, standing: Standing) -> dict[str, Any]:
    """What the page of a version shows, with the choices that were made so far."""
    programme: Programme = draft.programme
    candidate = draft.blueprint
    by_hand = form.by_hand if form.is_bound else form.suggested
    upgrade = upgrade_by(programme, candidate, by_hand, timezone.localdate())
    doubts = doubts_about(programme, upgrade, standing.user)
    refused = form.non_field_errors()
    return {
        "programme": programme,
        "standing": standing,
        "draft": draft,
        "form": form,
        # Of the difference below, not of the one that the form came with: it may have been read again.
        "seen": upgrade.seal,
        "is_open": not doubts,
        "groups": groups_of(upgrade),
        "conflicts": upgrade.conflicts,
        "shadowed": [told_change(change) for change in upgrade.shadowed],
        "problems": [doubt for doubt in doubts if str(doubt.text) not in refused],
    }
