"""What somebody may adapt, and which versions they may look at and adopt."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Described
from landsby.blueprint.shadowing import described_in
from landsby.web.blueprints.models import (
    AdoptedBlueprint,
    AdoptedBlueprintQuerySet,
    DefinitionWording,
    LocalAdaptation,
    NamesOfToday,
    Said,
    UpgradeDraft,
    UpgradeDraftQuerySet,
    blueprint_of,
    definition_as_of,
    in_force,
    said_about,
    upstream_of,
)
from landsby.web.blueprints.rules import no_earlier_version
from landsby.web.blueprints.switching import can_be_switched
from landsby.web.blueprints.upgrade import Upgrade
from landsby.web.blueprints.upgrading import doubts_about, going_back
from landsby.web.kit.problems import Problem
from landsby.web.partnerships.access import Standing, Visitor, programme_for
from landsby.web.partnerships.models import Programme, Right


@dataclass(frozen=True)
class Place:
    """One definition and what the programme says of it.

    Attributes:
        today: as it holds; None where it is no more.
        upstream: as the version says it, or as the programme's own began; None where neither is.
        said: the programme's current words about it.
        is_kept: whether the version has it no more, and it only stays because records refer to it.
    """

    programme: Programme
    folder: str
    key: str
    today: Described | None
    upstream: Described | None
    said: LocalAdaptation | None
    is_kept: bool = False

    @property
    def patch(self) -> dict[str, object]:
        """What the programme says otherwise; empty where it says nothing."""
        return dict(self.said.patch) if self.said else {}

    @property
    def seen(self) -> str:
        """The hash by which a page says which wording it was made from."""
        return self.today.content_hash if self.today else ""


def place_for(user: Visitor, slug: str, folder: str, key: str) -> tuple[Place, Standing]:
    """A definition that the user may adapt, by what it is called today or was called before.

    Raises:
        Http404: to a stranger, and where there is none.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.ADAPT_BLUEPRINT)
    key = key_of_today(programme, folder, key)
    said = LocalAdaptation.objects.of(programme).current().about(folder, key).select_related("author").first()
    today = described_in(blueprint_of(programme), folder, key)
    if today is None:
        raise Http404
    upstream, is_kept = _base(programme, folder, key, said), is_only_kept(programme, folder, key, said)
    return Place(programme, folder, key, today, upstream, said, is_kept), standing


def switching_for(user: Visitor, slug: str, folder: str, key: str) -> tuple[Place, Standing]:
    """A definition that the user may let the whole programme use no longer, or again: their right must hold everywhere.

    Raises:
        Http404: to a stranger, and where there is none that can be switched.
        PermissionDenied: to a member without the right, or who has it only in a part of the programme.
    """
    versions_for(user, slug)
    place, standing = place_for(user, slug, folder, key)
    if not can_be_switched(place.today, is_kept=place.is_kept):
        raise Http404
    return place, standing


def history_for(user: Visitor, slug: str, folder: str, key: str) -> tuple[Programme, str, Said, Standing]:
    """What a definition is called today, and all that the programme has said about it: for every member.

    Raises:
        Http404: to a stranger, and where there neither is nor was such a definition.
    """
    programme, standing = programme_for(user, slug)
    key = key_of_today(programme, folder, key)
    said = said_about(programme, folder, key)
    if described_in(blueprint_of(programme), folder, key) is None and not said:
        raise Http404
    return programme, key, said, standing


def key_of_today(programme: Programme, folder: str, key: str) -> str:
    """What a definition is called now that an address names as it once was called."""
    return NamesOfToday(programme, blueprint_of(programme)).of(folder, key) or key


def earlier_for(user: Visitor, slug: str, pk: int) -> tuple[LocalAdaptation, Standing]:
    """An earlier wording that the user may go back to.

    Raises:
        Http404: to a stranger, and where there is none.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.ADAPT_BLUEPRINT)
    earlier = LocalAdaptation.objects.of(programme).filter(pk=pk).first()
    if earlier is None:
        raise Http404
    return earlier, standing


def versions_for(user: Visitor, slug: str) -> tuple[Programme, Standing]:
    """The programme whose version the user may change: the right must hold everywhere, for records everywhere follow.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right, or who has it only in a part of the programme.
    """
    programme, standing = programme_for(user, slug, to=Right.ADAPT_BLUEPRINT)
    if not adapts_everywhere(standing):
        raise PermissionDenied
    return programme, standing


def adapts_everywhere(standing: Standing) -> bool:
    """Whether somebody leads the whole programme, and not only a part of it."""
    return standing.reach(Right.ADAPT_BLUEPRINT).everywhere


def is_only_kept(programme: Programme, folder: str, key: str, said: LocalAdaptation | None) -> bool:
    """Whether a definition stays for the sake of records only: what has come back with a later version does not."""
    if said is None or "kept" not in said.patch:
        return False
    return described_in(upstream_of(in_force(programme)), folder, key) is None


def draft_for(user: Visitor, slug: str, pk: int) -> tuple[UpgradeDraft, Standing]:
    """A version that the user has sent or chosen and may still adopt.

    Raises:
        Http404: to a stranger, and for what is another's, adopted, given up or forgotten.
        PermissionDenied: as `versions_for`.
    """
    programme, standing = versions_for(user, slug)
    draft = UpgradeDraft.objects.of_owner(programme, standing.user).alive().filter(pk=pk).first()
    if draft is None:
        raise Http404
    return draft, standing


def undoing_for(
    user: Visitor, slug: str
) -> tuple[Programme, AdoptedBlueprint, Upgrade | None, list[Problem], Standing]:
    """The version that holds, what going back from it would change, and what stands in the way.

    Raises:
        Http404, PermissionDenied: as `versions_for`.
    """
    programme, standing = versions_for(user, slug)
    present, earlier = in_force(programme), AdoptedBlueprint.objects.before_present(programme)
    if earlier is None:
        return programme, present, None, [no_earlier_version()], standing
    upgrade = going_back(programme, earlier)
    return programme, present, upgrade, doubts_about(programme, upgrade, standing.user), standing


def wording_for(
    user: Visitor, slug: str, folder: str, key: str, content_hash: str
) -> tuple[DefinitionWording, Standing]:
    """A definition as it stood, which every member may read.

    Raises:
        Http404: to a stranger, and where it was never worded so.
    """
    programme, standing = programme_for(user, slug)
    wording = definition_as_of(programme, folder, content_hash)
    if wording is None or wording.key != key:
        raise Http404
    return wording, standing


def drafts_of(standing: Standing) -> UpgradeDraftQuerySet:
    """A person's own versions on their way, without their contents."""
    return UpgradeDraft.objects.of_owner(standing.programme, standing.user).alive().without_content()


def adopted_in(programme: Programme) -> AdoptedBlueprintQuerySet:
    """The versions that a programme has worked by, the newest first."""
    return AdoptedBlueprint.objects.of(programme).with_people()


def words_about(programme: Programme, folder: str, key: str) -> LocalAdaptation | None:
    """What a programme says of its own about a definition today; None where the version's words hold."""
    said = LocalAdaptation.objects.of(programme).current().about(folder, key).select_related("author").first()
    return said if said and said.patch else None


def alone_in(programme: Programme, folder: str) -> set[str]:
    """The ids of the definitions of one kind that this programme alone has."""
    rows = LocalAdaptation.objects.of(programme).current().filter(folder=folder).values_list("key", "patch")
    return {key for key, patch in rows if "own" in patch}


def adapted_keys(programme: Programme) -> set[tuple[str, str]]:
    """The definitions, by folder and id, about which the programme has words of its own.

    What merely stays for the sake of records is not among them.
    """
    rows = LocalAdaptation.objects.of(programme).current().values_list("folder", "key", "patch")
    return {(folder, key) for folder, key, patch in rows if folder in KINDS and patch.keys() - {"kept"}}


def _base(programme: Programme, folder: str, key: str, said: LocalAdaptation | None) -> Described | None:
    """What the programme's words are laid over."""
    found = described_in(upstream_of(in_force(programme)), folder, key)
    whole = (said.patch.get("own") or said.patch.get("kept")) if said else None
    return KINDS[folder].model_validate(whole) if found is None and whole else found
