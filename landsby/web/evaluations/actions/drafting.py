"""Designs that are being written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.evaluations.design_texts import as_kept, read_text
from landsby.web.evaluations.models import Declaration, DesignDraft, PlaceCode
from landsby.web.evaluations.rules import problems_of_text
from landsby.web.evaluations.told import ToldPlace
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Community, Programme


@transaction.atomic
def begin_draft(*, programme: Programme, name: str, text: str, by: User) -> DesignDraft:
    """Begin a design from a text, right or wrong; sent twice, it is begun once.

    Raises:
        Blocked: when there is nothing, or far too much.
    """
    refuse_on_blockers(problems_of_text(text))
    kept = as_kept(text)
    same = DesignDraft.objects.of(programme).filter(text=kept).first()
    if same is not None:
        return same
    draft = DesignDraft(programme=programme, name=name, text=kept)
    _save(draft, by)
    record(by=by, act=Act.CREATED, thing=draft, programme=programme.slug)
    return draft


@transaction.atomic
def change_draft(*, draft: DesignDraft, text: str, by: User) -> DesignDraft:
    """Let a draft say something else, right or wrong.

    Raises:
        Blocked: as `begin_draft`.
    """
    refuse_on_blockers(problems_of_text(text))
    if draft.declaration is not None or as_kept(text) == draft.text:
        return draft
    draft.text = as_kept(text)
    _save(draft, by)
    record(by=by, act=Act.CHANGED, thing=draft, programme=draft.programme.slug)
    return draft


@transaction.atomic
def remove_draft(*, draft: DesignDraft, by: User) -> None:
    """Put a draft away that nobody declared."""
    if draft.declaration is None:
        record(by=by, act=Act.REMOVED, thing=draft, programme=draft.programme.slug)
        draft.delete()


@transaction.atomic
def remember_codes(*, programme: Programme, places: Iterable[ToldPlace], by: User) -> None:
    """Keep what the data call the programme's places, and since when it works there.

    What a declared design calls a place stays: its pages and the files made for it would tell of another.
    """
    kept = {code for each in Declaration.objects.of(programme).standing() for code in each.design.starts}
    for told in places:
        place = told.place
        in_community: dict[str, Any] = {"community": place}
        key = in_community if isinstance(place, Community) else {"municipality": place, "community": None}
        more = {"programme": programme, "code": told.code, "starts": told.starts}
        if PlaceCode.objects.filter(**key, code__in=kept).exists():
            continue
        code, is_new = PlaceCode.objects.update_or_create(**key, defaults=more)
        record(by=by, act=Act.CREATED if is_new else Act.CHANGED, thing=code, programme=programme.slug)


def _save(draft: DesignDraft, by: User) -> None:
    """Named by what the text says, where it can be read."""
    design = read_text(draft.text).design
    draft.name = (say(design.title) if design else draft.name)[:200]
    draft.changed_by, draft.changed_at = by, timezone.now()
    draft.clean_fields(exclude=["changed_by", "declaration"])
    draft.save()
