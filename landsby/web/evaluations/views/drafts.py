"""Writing a design: begun with help or from a file, checked, and declared."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.evaluations.access import codes_of, draft_for, places_of
from landsby.web.evaluations.actions import begin_draft, change_draft, remember_codes, remove_draft
from landsby.web.evaluations.actions import declare as declare_draft
from landsby.web.evaluations.design_texts import quoted, read_text
from landsby.web.evaluations.forms import DraftForm, FileForm, StartForm
from landsby.web.evaluations.models import DesignDraft
from landsby.web.evaluations.presenters import DesignPage
from landsby.web.evaluations.starting_text import starting_text
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a design from a few answers; the file is written from them."""
    programme, standing = programme_for(request.user, slug, to=Right.EVALUATE)
    form = StartForm(request.POST or None, places=places_of(programme), codes=codes_of(programme))
    if request.method == "POST" and form.is_valid():
        told = form.told
        remember_codes(programme=programme, places=told.places, by=standing.user)
        begun = begin_draft(programme=programme, name=told.title, text=starting_text(told), by=standing.user)
        messages.success(request, _("Designet er skrevet. Læs det igennem, og ret det, der ikke passer."))
        return redirect("evaluations:draft", begun.pk)
    context = {"programme": programme, "standing": standing, "form": form, "file_form": FileForm()}
    return render_page(request, "evaluations/new.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def from_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a design from a file."""
    programme, standing = programme_for(request.user, slug, to=Right.EVALUATE)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        text, name = form.sent
        try:
            begun = begin_draft(programme=programme, name=name, text=text, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            return redirect("evaluations:draft", begun.pk)
    context = {"programme": programme, "standing": standing, "form": form}
    return render_page(request, "evaluations/from_file.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """A design that is being written, with everything that is wrong with it."""
    found, standing = draft_for(request.user, pk)
    if found.declaration is not None:
        return redirect("evaluations:declared", found.declaration.pk)
    form = DraftForm(request.POST or None, initial={"text": found.text})
    if request.method == "POST" and form.is_valid():
        try:
            change_draft(draft=found, text=form.cleaned_data["text"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            if read_text(found.text).faults:
                messages.warning(request, _("Gemt. Designet kan ikke læses endnu: Se nedenfor, hvad der skal rettes."))
            else:
                messages.success(request, _("Gemt og tjekket."))
            return redirect("evaluations:draft", pk)
    return _draft_page(request, found, standing, form)


@require_POST
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """Seal a draft."""
    found, standing = draft_for(request.user, pk)
    try:
        declaration = declare_draft(draft=found, text=request.POST.get("text", ""), by=standing.user)
    except Blocked as refusal:
        form = DraftForm({"text": request.POST.get("text") or found.text})
        form.add_problems(refusal.problems)
        return _draft_page(request, found, standing, form)
    messages.success(request, _("Designet er erklæret og låst. Alle i programmet kan læse det."))
    return redirect("evaluations:declared", declaration.pk)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft away."""
    found, standing = draft_for(request.user, pk)
    remove_draft(draft=found, by=standing.user)
    messages.success(request, _("Kladden er slettet."))
    return redirect("evaluations:list", standing.programme.slug)


def _draft_page(request: HttpRequest, draft: DesignDraft, standing: Standing, form: DraftForm) -> HttpResponse:
    """The page of a draft; it tells what is wrong with the text that is kept."""
    read = read_text(draft.text)
    context = {
        "programme": draft.programme,
        "standing": standing,
        "draft": draft,
        "form": form,
        "faults": quoted(draft.text, read.faults),
        "page": DesignPage(read.design, codes_of(draft.programme)) if read.design else None,
    }
    return render_page(request, "evaluations/draft.html", context, status=422 if form.errors else 200)
