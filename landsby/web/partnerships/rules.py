"""What a place, an actor or a membership must satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from landsby.web.kit.dates import short_day
from landsby.web.kit.problems import Problem, Severity

if TYPE_CHECKING:
    from landsby.web.accounts.models import User
    from landsby.web.partnerships.models import Actor, Community, Invitation, Membership, Municipality


def problems_of_merger(actor: Actor, into: Actor, on: date) -> Iterator[Problem]:
    """What stands in the way of merging one actor into another."""
    if actor.pk == into.pk:
        yield Problem("merge_self", Severity.BLOCKER, _("En aktør kan ikke lægges sammen med sig selv."), "into")
    if into.closed_on is not None and into.closed_on <= on:
        yield Problem(
            "merge_closed",
            Severity.BLOCKER,
            _("%(name)s er lukket. Vælg en aktør, der var åben den dag.") % {"name": into.name},
            "into",
        )
    if into.programme_id != actor.programme_id:
        yield Problem("merge_programme", Severity.BLOCKER, _("De to aktører hører til hver sit program."), "into")


def problems_of_new_name(actor: Actor, name: str) -> Iterator[Problem]:
    """A new name is another than the one in use."""
    if name == actor.name:
        yield Problem(
            "same_name",
            Severity.BLOCKER,
            _("Det hedder %(name)s allerede. Skriv det nye navn.") % {"name": name},
            "name",
        )


def problems_of_closing(actor: Actor, on: date) -> Iterator[Problem]:
    """What stands in the way of closing an actor on a day."""
    if actor.closed_on is not None:
        yield Problem(
            "already_closed",
            Severity.BLOCKER,
            _("%(name)s er allerede lukket.") % {"name": actor.name},
            "closed_on",
        )
    if actor.opened_on is not None and on < actor.opened_on:
        yield Problem(
            "closed_before_opened",
            Severity.BLOCKER,
            _("Lukkedagen ligger før den dag, aktøren åbnede. Ret datoen."),
            "closed_on",
        )
    elif on < actor.programme.starts_on:
        yield Problem(
            "closed_before_programme",
            Severity.BLOCKER,
            _("Lukkedagen ligger før programmets første dag, %(day)s. Ret datoen.")
            % {"day": short_day(actor.programme.starts_on)},
            "closed_on",
        )


def problems_of_place(municipality: Municipality | None, community: Community | None) -> Iterator[Problem]:
    """A community lies in one municipality, and so does what is in it."""
    if municipality and community and community.municipality_id != municipality.pk:
        yield Problem(
            "community_elsewhere",
            Severity.BLOCKER,
            _("%(community)s ligger i %(municipality)s. Ret kommunen eller lokalområdet.")
            % {"community": community.name, "municipality": community.municipality.name},
            "community",
        )


def problems_of_parent(actor: Actor | None, parent: Actor) -> Iterator[Problem]:
    """A department belongs to an institution, and has no departments itself."""
    if parent == actor:
        yield Problem("own_parent", Severity.BLOCKER, _("En aktør kan ikke være en afdeling af sig selv."), "parent")
    elif parent.parent_id is not None or (actor is not None and actor.pk and actor.departments.exists()):
        yield Problem(
            "two_levels",
            Severity.BLOCKER,
            _("En afdeling kan ikke selv have afdelinger. Vælg hovedinstitutionen."),
            "parent",
        )


def problems_of_point(latitude: float | None, longitude: float | None) -> Iterator[Problem]:
    """Both coordinates or none."""
    if (latitude is None) != (longitude is None):
        field = "latitude" if latitude is None else "longitude"
        yield Problem(
            "half_point", Severity.BLOCKER, _("Udfyld både bredde- og længdegrad, eller ingen af dem."), field
        )


def problems_of_days(started_on: date, ended_on: date | None) -> Iterator[Problem]:
    """An end must not come before its start."""
    if ended_on is not None and ended_on <= started_on:
        yield Problem(
            "ends_before_start", Severity.BLOCKER, _("Slutdagen skal ligge efter den første dag."), "ended_on"
        )


def problems_of_address(slug: str) -> Iterator[Problem]:
    """What to do about an address that a programme has already."""
    taken = _("Adressen »%(slug)s« er optaget. Vælg en anden.") % {"slug": slug}
    yield Problem("slug_taken", Severity.BLOCKER, taken, "slug")


def problems_of_giving(user: User) -> Iterator[Problem]:
    """Nobody who has been shut out gets a role."""
    if not user.is_active:
        yield Problem(
            "shut_out",
            Severity.BLOCKER,
            _("Personens konto er lukket. Den, der driver Landsby, kan åbne den igen."),
            "email",
        )


def problems_of_ending(membership: Membership, managers: int) -> Iterator[Problem]:
    """Somebody must be left who can give access.

    Args:
        managers: how many people give access to the whole programme today.
    """
    gives_access = "manage_people" in membership.role.rights and membership.role.scope == "programme"
    if gives_access and managers <= 1:
        yield Problem(
            "last_manager",
            Severity.BLOCKER,
            _("%(name)s er den sidste, der kan give adgang til hele programmet. Giv først rollen til en anden.")
            % {"name": membership.user.name},
        )


def problems_of_accepting(invitation: Invitation, *, upheld: bool) -> Iterator[Problem]:
    """Why an invitation lets nobody in any more.

    Args:
        upheld: whether the one who invited still has the right to.
    """
    if invitation.accepted_at is not None:
        text = _("Invitationen er brugt. Er det dig, der har brugt den, så log ind.")
        yield Problem("invitation_used", Severity.BLOCKER, text)
    elif invitation.withdrawn_at is not None or not upheld:
        text = _("Invitationen er trukket tilbage. Spørg den, der inviterede dig.")
        yield Problem("invitation_withdrawn", Severity.BLOCKER, text)
    elif invitation.has_expired:
        text = _("Invitationen er for gammel. Bed den, der inviterede dig, om et nyt link.")
        yield Problem("invitation_expired", Severity.BLOCKER, text)


def problems_of_taking(invitation: Invitation, user: User, *, has_account: bool) -> Iterator[Problem]:
    """Somebody else's invitation is taken by nobody, when that somebody can sign in and take it.

    Args:
        has_account: whether the address that was invited has an account.
    """
    if has_account and not invitation.is_for(user):
        text = _("Invitationen er til %(name)s, som selv har en konto. Log ind med den, og sig ja.")
        yield Problem("invitation_of_another", Severity.BLOCKER, text % {"name": invitation.name})
