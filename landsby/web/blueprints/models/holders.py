"""Rows of this room that refer to definitions: roles and those who hold them, and what is kept about theories."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.blueprints.models.theory import TheoryDraft, TheoryEvidence, TheoryVersion
from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Invitation, Membership, Programme, Right, Role, ScopeLevel


def register() -> None:
    """Say what follows its definition when that is renamed, and which of it is told of as records."""
    refers_to_definitions(Referrer("assumptions", _evidence_told, _evidence, "assumption"))
    refers_to_definitions(Referrer("theories", None, _versions, "theory"))
    refers_to_definitions(Referrer("theories", None, _drafts, "theory"))
    refers_to_definitions(
        Referrer(
            "roles",
            _told,
            _memberships,
            "role__key",
            _people,
            cure=_("Giv først en anden rolle i stedet."),
            is_renamed=False,
        )
    )
    refers_to_definitions(Referrer("roles", None, _roles, "key"))


def _evidence_told(count: int) -> str:
    return ngettext("%(count)s belæg", "%(count)s belæg", count) % {"count": in_digits(count)}


def _evidence(programme: Programme) -> QuerySet[TheoryEvidence]:
    return TheoryEvidence.objects.filter(programme=programme)


def _versions(programme: Programme) -> QuerySet[TheoryVersion]:
    return TheoryVersion.objects.filter(programme=programme)


def _drafts(programme: Programme) -> QuerySet[TheoryDraft]:
    return TheoryDraft.objects.filter(programme=programme)


def _told(count: int) -> str:
    return ngettext("%(count)s adgang", "%(count)s adgange", count) % {"count": in_digits(count)}


def _people(programme: Programme, _key: str, _after: date | None) -> str:
    return reverse("partnerships:people", args=[programme.slug])


def _roles(programme: Programme) -> QuerySet[Role]:
    return Role.objects.filter(programme=programme)


def _memberships(programme: Programme) -> QuerySet[Membership]:
    return Membership.objects.filter(role__programme=programme)


def roles_that_give_access(programme: Programme) -> set[str]:
    """The keys of the roles by which somebody today gives access to the whole programme."""
    held = Membership.objects.in_programme(programme).current().filter(role__scope=ScopeLevel.PROGRAMME)
    return {membership.role.key for membership in held if Right.MANAGE_PEOPLE in membership.role.rights}


def roles_in_use(programme: Programme) -> set[str]:
    """The keys of the roles that somebody holds today, or is invited to."""
    held = Membership.objects.in_programme(programme).current().values_list("role__key", flat=True)
    offered = Invitation.objects.filter(role__programme=programme).unanswered().values_list("role__key", flat=True)
    return {*held, *offered}
