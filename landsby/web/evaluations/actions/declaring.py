"""Declaring a design, deviating from it in the open, and withdrawing it."""

from __future__ import annotations

from django.db import transaction

from landsby.evaluation.designs.design import Design
from landsby.web.accounts.models import User
from landsby.web.evaluations.design_texts import as_kept, hash_of_text, read_text
from landsby.web.evaluations.models import Declaration, DesignDeviation, DesignDraft, Withdrawal
from landsby.web.evaluations.rules import problem_of_withdrawn, problems_of_declaring, problems_of_telling
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked, refuse_on_blockers
from landsby.web.partnerships.models import Programme


@transaction.atomic
def declare(*, draft: DesignDraft, text: str, by: User) -> Declaration:
    """Seal a draft as it stands; sent twice, it is declared once.

    Args:
        text: what the page shows, as it is sealed only if it is what has been kept and checked.

    Raises:
        Blocked: when the design is faulty, is not what was kept, or stands declared already.
    """
    # Two at once wait for each other here.
    programme = Programme.objects.select_for_update().get(pk=draft.programme_id)
    draft = DesignDraft.objects.select_related("declaration").get(pk=draft.pk)
    if draft.declaration is not None:
        return draft.declaration
    text_hash, design = hash_of_text(draft.text), read_text(draft.text).design
    known = Declaration.objects.of(programme).standing()
    is_known = design is not None and known.filter(content_hash=design.content_hash).exists()
    is_seen = as_kept(text) == draft.text
    problems = [*problems_of_declaring(is_sound=design is not None, is_seen=is_seen, is_declared_already=is_known)]
    if design is None or problems:
        raise Blocked(problems)
    draft.declaration = Declaration.objects.create(
        programme=programme, text=draft.text, text_hash=text_hash, declared_by=by, **_facts_of(design)
    )
    draft.save(update_fields=["declaration"])
    detail = {"hash": text_hash}
    record(by=by, act=Act.CREATED, thing=draft.declaration, programme=programme.slug, detail=detail)
    return draft.declaration


def _facts_of(design: Design) -> dict[str, str]:
    """What a declaration says of its design in columns."""
    return {
        "key": design.id,
        "title_da": design.title.da[:200],
        "title_en": design.title.en[:200],
        "content_hash": design.content_hash,
        "recipe_hash": design.recipe.content_hash,
    }


@transaction.atomic
def tell_deviation(*, declaration: Declaration, what: str, why: str, by: User) -> DesignDeviation:
    """Say what is done otherwise than declared; sent twice, it is said once.

    Raises:
        Blocked: when one of the two is missing, or the design has been withdrawn.
    """
    refuse_on_blockers(problems_of_telling({"what": what, "why": why}))
    refuse_on_blockers([problem_of_withdrawn()] if declaration.withdrawn else [])
    same: DesignDeviation | None = declaration.deviations.filter(what=what.strip(), why=why.strip()).first()
    if same is not None:
        return same
    told = DesignDeviation(declaration=declaration, what=what.strip(), why=why.strip(), told_by=by)
    told.clean_fields(exclude=["told_by"])
    told.save()
    record(by=by, act=Act.CREATED, thing=told, programme=declaration.programme.slug)
    return told


@transaction.atomic
def withdraw(*, declaration: Declaration, why: str, by: User) -> Withdrawal:
    """Say that a design is no longer followed; sent twice, the first word stands.

    Raises:
        Blocked: when no reason is given.
    """
    refuse_on_blockers(problems_of_telling({"why": why}))
    fresh = Declaration.objects.select_for_update(of=("self",)).get(pk=declaration.pk)
    if fresh.withdrawn:
        return fresh.withdrawn
    told = Withdrawal(declaration=fresh, why=why.strip(), told_by=by)
    told.clean_fields(exclude=["told_by"])
    told.save()
    record(by=by, act=Act.CREATED, thing=told, programme=declaration.programme.slug)
    return told
