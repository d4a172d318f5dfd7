"""Drafts and declared designs."""

from __future__ import annotations

from django.http import Http404

from landsby.web.evaluations.models import (
    Declaration,
    DeclarationQuerySet,
    DesignDraft,
    DesignDraftQuerySet,
    PlaceCode,
)
from landsby.web.partnerships.access import SEE, Standing, To, Visitor, programme_for
from landsby.web.partnerships.models import Community, Municipality, Programme, Right


def declarations_of(programme: Programme) -> DeclarationQuerySet:
    """What a programme has declared; everybody in it may read all of it."""
    return Declaration.objects.of(programme).with_what_was_told()


def standing_designs(programme: Programme) -> DeclarationQuerySet:
    """The designs that have not been withdrawn, the one that was declared first before the others."""
    return Declaration.objects.of(programme).standing().order_by("declared_at", "pk")


def drafts_of(standing: Standing) -> DesignDraftQuerySet:
    """The drafts that somebody may see: those who may declare."""
    drafts = DesignDraft.objects.of(standing.programme)
    return drafts if standing.may(Right.EVALUATE) else drafts.none()


def declaration_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Declaration, Standing]:
    """A declared design that the user may read, or has the right to.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right.
    """
    declaration = Declaration.objects.with_what_was_told().filter(pk=pk).first()
    if declaration is None:
        raise Http404
    _programme, standing = programme_for(user, declaration.programme.slug, to=to)
    return declaration, standing


def draft_for(user: Visitor, pk: int) -> tuple[DesignDraft, Standing]:
    """A draft; only those who may declare come near it.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right.
    """
    draft = DesignDraft.objects.select_related("programme", "declaration").filter(pk=pk).first()
    if draft is None:
        raise Http404
    _programme, standing = programme_for(user, draft.programme.slug, to=Right.EVALUATE)
    return draft, standing


def places_of(programme: Programme) -> list[Community | Municipality]:
    """Where the programme works: its communities, or its municipalities where it has none."""
    communities = list(Community.objects.of(programme))
    return [*communities] or [*Municipality.objects.of(programme)]


def codes_of(programme: Programme) -> list[PlaceCode]:
    """What the data call the programme's places, as far as somebody has told."""
    return list(PlaceCode.objects.filter(programme=programme).select_related("community__municipality", "municipality"))
