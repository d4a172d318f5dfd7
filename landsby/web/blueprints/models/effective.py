"""What holds in a programme today: the adopted version with the programme's own adaptations laid over it."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection
from django.db.transaction import TransactionManagementError

from landsby.blueprint import Blueprint
from landsby.blueprint.adaptation import Adaptation, Fitted, fitted
from landsby.web.blueprints.models.adaptation import LocalAdaptation
from landsby.web.blueprints.models.adopted import AdoptedBlueprint
from landsby.web.partnerships.models import Programme

_MOST_KEPT = 64
_LOCKS_OF_THIS_ROOM = 1
"""What tells PostgreSQL our locks from those of another room, should one come to use some."""
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


def held_blueprint(programme: Programme) -> Blueprint:
    """What a programme works by, and goes on working by until the transaction that asks has ended.

    Any number hold it at once; `programme_to_change` waits for them, and they for it, each in turn. It costs a small
    query more than `blueprint_of`, and none more on SQLite.

    Raises:
        TransactionManagementError: outside a transaction, where nothing can be held.
        AdoptedBlueprint.DoesNotExist: when nothing has been adopted.
    """
    _wait_in_turn(programme, "pg_advisory_xact_lock_shared")
    # A query of its own: one that has waited for a lock sees what stood before it waited.
    forget_blueprint(programme)
    return blueprint_of(programme)


def programme_to_change(programme: Programme) -> Programme:
    """The programme read anew, while nobody else holds or changes what it works by, until the transaction has ended.

    Raises:
        TransactionManagementError: outside a transaction.
    """
    _wait_in_turn(programme, "pg_advisory_xact_lock")
    return Programme.objects.select_for_update().get(pk=programme.pk)


def _wait_in_turn(programme: Programme, lock: str) -> None:
    """Take a lock of PostgreSQL's own, in which those who share it do not overtake one who waits to have it alone.

    SQLite has let in nobody else who writes since the transaction began.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("what holds can be held for a transaction only, and there is none")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {lock}(%s, %s)", [_LOCKS_OF_THIS_ROOM, programme.pk])


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
