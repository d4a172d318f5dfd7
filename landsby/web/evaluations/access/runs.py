"""Cells that were taken in, and runs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from landsby.web.evaluations.access.taking_out import takes_out
from landsby.web.evaluations.models import Declaration, Loading, LoadingQuerySet, PlaceCode, Run, RunQuerySet, Sort
from landsby.web.indicators.models import Observation, ObservationQuerySet
from landsby.web.kit.periods import LAST_YEAR
from landsby.web.partnerships.access import SEE, Standing, To, Visitor, programme_for
from landsby.web.partnerships.models import Right


def loadings_for(declaration: Declaration) -> LoadingQuerySet:
    """The cell files of a design's recipe, let go or not."""
    return Loading.objects.of(declaration.programme).made_by(declaration.recipe_hash).with_authors()


def chosen_at_first(declaration: Declaration, loadings: list[Loading]) -> list[Loading]:
    """What the latest run was made of, so far as it is there; else the only file there is.

    Of several that nobody has chosen yet none is: two may hold the same children.
    """
    there = [loading for loading in loadings if loading.is_there]
    latest = Run.objects.of(declaration).first()
    used = set(latest.files.values_list("pk", flat=True)) if latest else set()
    return [loading for loading in there if loading.pk in used] or (there if len(there) == 1 else [])


def loading_for(user: Visitor, pk: int) -> tuple[Loading, Standing]:
    """A cell file; only those who may evaluate come near it.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right.
    """
    loading = Loading.objects.select_related("programme").filter(pk=pk).first()
    if loading is None:
        raise Http404
    _programme, standing = programme_for(user, loading.programme.slug, to=Right.EVALUATE)
    return loading, standing


def runs_of(declaration: Declaration) -> RunQuerySet:
    """A design's runs without their results, the latest first."""
    return Run.objects.of(declaration).without_result()


def latest_result(declaration: Declaration, sort: Sort) -> Run | None:
    """The latest run of a sort that came to a result."""
    # Through the declaration, so that its design is read once for all that is told of it.
    return declaration.runs.told(sort).order_by("-asked_at", "-pk").first()


def latest_results(declarations: Iterable[Declaration]) -> dict[int, Run]:
    """The latest answer of each design that has one, by the design's primary key: two queries however many."""
    latest: dict[int, int] = {}
    done = Run.objects.filter(declaration__in=list(declarations)).told(Sort.RESULT)
    for declaration, key in done.order_by("-asked_at", "-pk").values_list("declaration", "pk"):
        latest.setdefault(declaration, key)
    found = Run.objects.select_related("declaration").in_bulk(latest.values())
    return {declaration: found[key] for declaration, key in latest.items()}


def run_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Run, Standing]:
    """A run that the user may read, or has the right to.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right.
    """
    about = ("asked_by", "declaration__programme", "declaration__withdrawal", "declaration__declared_by")
    run = Run.objects.select_related(*about).filter(pk=pk).first()
    if run is None:
        raise Http404
    _programme, standing = programme_for(user, run.declaration.programme.slug, to=to)
    return run, standing


def run_file_for(user: Visitor, pk: int, *, is_as_read: bool) -> tuple[Run, Standing]:
    """A run that the user may have as a file.

    Args:
        is_as_read: the file says what its page says, so whoever reads the page may have it. What is made to be
            computed on takes a role that both evaluates and exports.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right.
    """
    run, standing = run_for(user, pk)
    if not (is_as_read or takes_out(standing)):
        raise PermissionDenied
    return run, standing


def was_seen_before(declaration: Declaration) -> bool:
    """Whether anything from after the first start was in the programme when the design was declared, as far as known.

    Cells that had been loaded count, and figures of indicators about the places that are treated: whoever saw those
    has seen how it went there. What somebody knew from elsewhere is not known.
    """
    first_start = min(declaration.design.starts.values())
    before = Loading.objects.of(declaration.programme).filter(loaded_at__lt=declaration.declared_at)
    return before.filter(last__gte=first_start).exists() or _figures_before(declaration, first_start).exists()


def _figures_before(declaration: Declaration, first_start: int) -> ObservationQuerySet:
    """Figures about the treated places from the year of the first start on, imported before the declaration."""
    codes = PlaceCode.objects.filter(programme=declaration.programme_id, code__in=declaration.design.starts)
    places = list(codes.values_list("community", "municipality__code"))
    here = Q(community__in=[community for community, _code in places if community])
    here |= Q(municipality_code__in=[code for community, code in places if code and not community])
    year = first_start if first_start <= LAST_YEAR else first_start // 10
    # A half-year is numbered by its year and itself, a school year by the year in which it begins.
    since = Q(period__gte=year, period__lte=LAST_YEAR) | Q(period__gte=10 * year)
    figures = Observation.objects.filter(here, since, programme=declaration.programme_id)
    return figures.filter(delivery__added_at__lt=declaration.declared_at)


def shown_before(run: Run) -> list[dict[str, Any]]:
    """What earlier results of the programme showed of their counts: another design may count the same children."""
    earlier = Run.objects.filter(declaration__programme=run.declaration.programme_id).told(Sort.RESULT)
    return list(earlier.exclude(pk=run.pk).order_by("pk").values_list("shown", flat=True))


def run_by_key(pk: int) -> Run | None:
    """A run for the worker, which acts for the one who asked."""
    return Run.objects.select_related("declaration__programme").filter(pk=pk).first()


def twin_of(run: Run) -> Run | None:
    """An earlier run of the same design that gave the same result, to the last bit."""
    alike = Run.objects.of(run.declaration).told(Sort(run.sort)).filter(result_hash=run.result_hash, pk__lt=run.pk)
    return alike.without_result().first()
