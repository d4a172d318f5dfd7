"""Redrawing a theory of change: box by box, and saved whole as a version."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsby.blueprint import BlueprintError
from landsby.blueprint.kinds import Assumption, TheoryNode
from landsby.blueprint.theory.chart import Chart
from landsby.web.blueprints.access import Redrawing, box_for, redrawing_for, version_charts
from landsby.web.blueprints.actions import give_up_redrawing, lay_over_theirs, redraw_theory, save_theory
from landsby.web.blueprints.forms import AssumptionForm, BoxForm, SaveForm, TheoryFileForm
from landsby.web.blueprints.forms.theory import TwoLanguages
from landsby.web.blueprints.models import blueprint_of
from landsby.web.blueprints.presenters.redrawing import redrawing_page
from landsby.web.blueprints.redrawing import with_assumption, with_box, with_known, without_box
from landsby.web.blueprints.rules import unsaved_redrawing
from landsby.web.blueprints.views.adapting import said_of
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing


@require_http_methods(["GET", "POST"])
def theory_edit(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """What has been redrawn so far, and saving it as a version."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    form = SaveForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if _saved(redrawing, form, standing):
            messages.success(request, _("Den nye version er gemt og gælder fra nu af."))
            return redirect("overviews:theory_of", slug, theory_id)
        redrawing, standing = redrawing_for(request.user, slug, theory_id)
    context = {**redrawing_page(redrawing, standing), "form": form}
    return render_page(request, "blueprints/theory_edit.html", context, status=422 if form.errors else 200)


def _saved(redrawing: Redrawing, form: SaveForm, standing: Standing) -> bool:
    """Whether the version was saved; where it was not, the form says why."""
    if redrawing.draft is None:
        form.add_error(None, _("Der er ikke noget at gemme: Intet er tegnet om endnu."))
        return False
    try:
        save_theory(draft=redrawing.draft, note=form.cleaned_data["note"], by=standing.user)
    except Blocked as refusal:
        form.add_problems(refusal.problems)
    except BlueprintError as error:
        form.add_error(None, said_of(error))
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


@require_http_methods(["GET", "POST"])
def theory_new_box(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """One box more."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    return _box(request, redrawing, None, standing)


@require_http_methods(["GET", "POST"])
def theory_box(request: HttpRequest, slug: str, theory_id: str, node_id: str) -> HttpResponse:
    """Change a box: what it says, where its arrows lead, and what counts under it."""
    redrawing, node, standing = box_for(request.user, slug, theory_id, node_id)
    return _box(request, redrawing, node, standing)


def _box(request: HttpRequest, redrawing: Redrawing, node: TheoryNode | None, standing: Standing) -> HttpResponse:
    chart = redrawing.wanted
    typed = request.POST if request.method == "POST" else None
    form = BoxForm(typed, chart=chart, blueprint=blueprint_of(redrawing.programme), node=node)
    if typed is not None and form.is_valid():
        drawn = form.drawn_by()
        wanted = with_known(with_box(chart, drawn), blueprint_of(redrawing.programme).assumptions)
        if _redrawn(redrawing, wanted, form, standing):
            messages.success(request, _("»%(title)s« er tegnet. Gem, når I er færdige.") % {"title": say(drawn.title)})
            return redirect("blueprints:theory_edit", redrawing.programme.slug, chart.id)
    context = {
        "programme": redrawing.programme,
        "standing": standing,
        "chart": chart,
        "node": node,
        "form": form,
    }
    return render_page(request, "blueprints/theory_box.html", context, status=422 if form.errors else 200)


def _redrawn(redrawing: Redrawing, wanted: Chart, form: TwoLanguages, standing: Standing) -> bool:
    """Whether a change was kept; where it was not, the form says why."""
    try:
        redraw_theory(programme=redrawing.programme, today=redrawing.today, wanted=wanted, by=standing.user)
    except Blocked as refusal:
        form.add_problems(refusal.problems)
    except BlueprintError as error:
        form.add_faults(error.faults)
    except ValidationError as error:
        form.add_error(None, error)
    return not form.errors


@require_POST
def theory_remove_box(request: HttpRequest, slug: str, theory_id: str, node_id: str) -> HttpResponse:
    """Draw a box no more, nor the arrows that lead to it."""
    redrawing, node, standing = box_for(request.user, slug, theory_id, node_id)
    wanted = without_box(redrawing.wanted, node_id)

    def act() -> None:
        redraw_theory(programme=redrawing.programme, today=redrawing.today, wanted=wanted, by=standing.user)

    told = _("»%(title)s« er taget ud af tegningen. Gem, når I er færdige.") % {"title": say(node.title)}
    return _done(request, redrawing, act, told)


@require_http_methods(["GET", "POST"])
def theory_new_assumption(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """One more thing that must hold."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    return _assumption(request, redrawing, None, standing)


@require_http_methods(["GET", "POST"])
def theory_assumption(request: HttpRequest, slug: str, theory_id: str, assumption_id: str) -> HttpResponse:
    """Put an assumption otherwise."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    assumption = redrawing.wanted.assumptions.get(assumption_id)
    if assumption is None:
        raise Http404
    return _assumption(request, redrawing, assumption, standing)


def _assumption(
    request: HttpRequest, redrawing: Redrawing, assumption: Assumption | None, standing: Standing
) -> HttpResponse:
    chart = redrawing.wanted
    taken = {*chart.assumptions, *blueprint_of(redrawing.programme).assumptions}
    form = AssumptionForm(request.POST if request.method == "POST" else None, assumption=assumption, taken=taken)
    is_sound = request.method == "POST" and form.is_valid()
    if is_sound and _redrawn(redrawing, with_assumption(chart, form.written()), form, standing):
        messages.success(request, _("Antagelsen er skrevet. Gem, når I er færdige."))
        return redirect("blueprints:theory_edit", redrawing.programme.slug, chart.id)
    context = {
        "programme": redrawing.programme,
        "standing": standing,
        "chart": chart,
        "assumption": assumption,
        "form": form,
    }
    return render_page(request, "blueprints/theory_assumption.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def theory_import(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """Read a file with a theory of change in; nothing holds before the difference has been read and saved."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    blueprint = blueprint_of(redrawing.programme)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TheoryFileForm(*typed, blueprint=blueprint, theory=theory_id)
    if request.method == "POST" and redrawing.draft is not None:
        form.add_problems([unsaved_redrawing()])
    elif request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["file"]
        try:
            redraw_theory(programme=redrawing.programme, today=redrawing.today, wanted=wanted, by=standing.user)
        except ValidationError as error:
            form.add_error("file", error)
        else:
            told = _("Filen er læst. Se forskellen, og gem den som en version, eller lad være.")
            messages.success(request, told)
            return redirect("blueprints:theory_edit", slug, theory_id)
    context = {"programme": redrawing.programme, "standing": standing, "chart": redrawing.today, "form": form}
    return render_page(request, "blueprints/theory_import.html", context, status=422 if form.errors else 200)


@require_POST
def theory_give_up(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """Forget what has been redrawn."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    if redrawing.draft is not None:
        give_up_redrawing(draft=redrawing.draft, by=standing.user)
        messages.success(request, _("Ændringerne er glemt. Forandringsteorien står, som den gjorde."))
    return redirect("overviews:theory_of", slug, theory_id)


@require_POST
def theory_lay_over(request: HttpRequest, slug: str, theory_id: str) -> HttpResponse:
    """Lay one's changes over what another has saved meanwhile."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    draft = redrawing.draft
    if draft is None or not redrawing.is_behind:
        return redirect("blueprints:theory_edit", slug, theory_id)

    def act() -> None:
        lay_over_theirs(draft=draft, by=standing.user)

    told = _("Dine ændringer ligger nu oven på den nye version. Læs forskellen igennem, før du gemmer.")
    return _done(request, redrawing, act, told)


@require_POST
def theory_take_up(request: HttpRequest, slug: str, theory_id: str, pk: int) -> HttpResponse:
    """Begin a change that makes the theory what it was in an earlier version."""
    redrawing, standing = redrawing_for(request.user, slug, theory_id)
    [wanted] = version_charts(redrawing.programme, redrawing.today, [str(pk)])
    if redrawing.draft is not None:
        messages.error(request, str(unsaved_redrawing().text))
        return redirect("blueprints:theory_edit", slug, theory_id)

    def act() -> None:
        redraw_theory(programme=redrawing.programme, today=redrawing.today, wanted=wanted, by=standing.user)

    told = _("Den tidligere version er lagt frem. Se forskellen, og gem den, hvis den skal gælde igen.")
    return _done(request, redrawing, act, told)


def _done(request: HttpRequest, redrawing: Redrawing, act: Callable[[], None], told: str) -> HttpResponse:
    """Do it, or say why not, and go on with the redrawing."""
    try:
        act()
    except Blocked as refusal:
        messages.error(request, " ".join(str(problem.text) for problem in refusal.problems))
    except BlueprintError as error:
        messages.error(request, said_of(error))
    else:
        messages.success(request, told)
    return redirect("blueprints:theory_edit", redrawing.programme.slug, redrawing.today.id)
