"""Cell files that are taken in, and let go."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.evaluations.analysing import Looked
from landsby.web.evaluations.models import Declaration, Loading, StoredCells
from landsby.web.evaluations.rules import problems_of_cells
from landsby.web.kit.audit import record
from landsby.web.kit.fields import looks_like_cpr
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Problem, refuse_on_blockers

_ONE_FILE = 0
"""The time that is written into a packed file: none, so that the same cells are the same bytes."""


@transaction.atomic
def take_in(*, declaration: Declaration, name: str, content: bytes, looked: Looked, by: User) -> Loading:
    """Take in a cell file for a design, and note when that was and which periods it holds; sent twice, once.

    Args:
        looked: what the file says of itself, as `look_at` read it from the same content.

    Raises:
        Blocked: when it was made by another recipe, or holds cells about one or two children.
    """
    refuse_on_blockers(_problems(declaration, looked))
    programme = declaration.programme
    mine = Loading.objects.of(programme).made_by(looked.recipe_hash).filter(file_hash=looked.file_hash)
    if (same := mine.there().first()) is not None:
        return same
    loading = Loading(
        programme=programme,
        name=name[:200],
        holder=looked.holder[:200],
        file_hash=looked.file_hash,
        recipe_hash=looked.recipe_hash,
        first=looked.first,
        last=looked.last,
        rows=looked.rows,
        loaded_by=by,
    )
    loading.clean_fields(exclude=["loaded_by"])
    loading.save()
    StoredCells.objects.create(loading=loading, packed=gzip.compress(content, mtime=_ONE_FILE))
    detail = {"rows": looked.rows, "hash": looked.file_hash}
    record(by=by, act=Act.IMPORTED, thing=loading, programme=programme.slug, detail=detail)
    return loading


@transaction.atomic
def let_go(*, loading: Loading, by: User) -> None:
    """Delete what a cell file held. That it was loaded, and when, stays; so do the results."""
    cells = StoredCells.objects.filter(loading=loading)
    if cells.exists():
        record(by=by, act=Act.REMOVED, thing=loading, programme=loading.programme.slug)
        cells.delete()


def _problems(declaration: Declaration, looked: Looked) -> Iterator[Problem]:
    return problems_of_cells(
        is_of_recipe=looked.recipe_hash == declaration.recipe_hash,
        holds_numbers=any(looks_like_cpr(text) for text in looked.texts),
        fewest=looked.fewest,
        rows=looked.rows,
    )
