"""What holds in a programme today: the adopted version with the programme's own adaptations laid over it."""

from __future__ import annotations

from functools import lru_cache

from landsby.blueprint import Blueprint
from landsby.blueprint.adaptation import Adaptation, Fitted, fitted
from landsby.web.blueprints.models.adaptation import LocalAdaptation
from landsby.web.blueprints.models.adopted import AdoptedBlueprint
from landsby.web.partnerships.models import Programme

_MOST_KEPT = 64
_kept: dict[str, Blueprint] = {}
"""Blueprints in force, by content hash, which names them for ever."""


def blueprint_of(programme: Programme) -> Blueprint:
    """The definitions that a programme works by today.

    Asking costs one small query per programme object: the hash of what holds names the blueprint,
    which is put together once in a process.

    Raises:
        AdoptedBlueprint.DoesNotExist: when nothing has been adopted.
    """
    known: Blueprint | None = programme.__dict__.get("_blueprint")
    if known is None:
        known = programme.__dict__["_blueprint"] = _holding_in(programme)
    return known


def forget_blueprint(programme: Programme) -> None:
    """Let a programme object look again at what holds."""
    programme.__dict__.pop("_blueprint", None)


def in_force(programme: Programme) -> AdoptedBlueprint:
    """The version that a programme works by, with its content.

    Raises:
        AdoptedBlueprint.DoesNotExist: when nothing has been adopted.
    """
    newest = AdoptedBlueprint.objects.of(programme).standing().first()
    if newest is None:
        raise AdoptedBlueprint.DoesNotExist(f"{programme} has adopted no blueprint")
    return newest


def upstream_of(adopted: AdoptedBlueprint) -> Blueprint:
    """A version as it came, before any adaptation."""
    return _parsed(adopted.pk, adopted.content_hash)


def fit_of(adopted: AdoptedBlueprint) -> Fitted:
    """A version with the programme's current adaptations laid over it, and those that do not fit it."""
    return fitted(upstream_of(adopted), current_adaptations(adopted.programme))


def current_adaptations(programme: Programme) -> list[Adaptation]:
    """What a programme says otherwise today."""
    return LocalAdaptation.objects.of(programme).current().as_values()


def _holding_in(programme: Programme) -> Blueprint:
    states = AdoptedBlueprint.objects.of(programme).standing().values_list("pk", "effective_hash")
    state = states.first()
    if state is None:
        raise AdoptedBlueprint.DoesNotExist(f"{programme} has adopted no blueprint")
    pk, effective_hash = state
    if effective_hash not in _kept:
        made = fit_of(AdoptedBlueprint.objects.defer("content").get(pk=pk)).blueprint
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        # By what it is, not by what it was asked for as: somebody may have adapted it meanwhile.
        _kept[made.content_hash] = made
        return made
    return _kept[effective_hash]


@lru_cache(maxsize=32)
def _parsed(pk: int, content_hash: str) -> Blueprint:
    content = AdoptedBlueprint.objects.filter(pk=pk, content_hash=content_hash).values_list("content", flat=True)
    return Blueprint.from_data(content.get())
