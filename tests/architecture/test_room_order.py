"""Foreign keys by string are invisible to the import contracts, so they are held to the rooms' order here."""

from __future__ import annotations

from configparser import ConfigParser

from django.apps import apps
from django.conf import settings
from django.db import models

from tests.architecture.source import ROOT, none_of

PREFIX = "landsby.web."


def rooms() -> list[str]:
    """The rooms from top to bottom, as the settings list them."""
    return [name.removeprefix(PREFIX) for name in settings.INSTALLED_APPS if name.startswith(PREFIX)]


def uphill(keys: list[tuple[str, str]], order: list[str]) -> list[str]:
    """The keys that point from a lower room to a higher one.

    Args:
        keys: pairs of room and room pointed to.
        order: the rooms from top to bottom.
    """
    return [f"{here} points up to {there}" for here, there in keys if order.index(there) < order.index(here)]


def keys_between_rooms() -> list[tuple[str, str]]:
    """Every relation from a model of one room to a model of another."""
    own = [model for model in apps.get_models() if model.__module__.startswith(PREFIX)]
    pairs = [(model, field.related_model) for model in own for field in model._meta.get_fields() if _is_key(field)]
    return [
        (here._meta.app_label, there._meta.app_label)
        for here, there in pairs
        if isinstance(there, type) and there.__module__.startswith(PREFIX)
    ]


def _is_key(field: object) -> bool:
    return isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField)


def test_every_key_points_downhill():
    keys = keys_between_rooms()
    assert ("activities", "partnerships") in keys
    none_of(uphill(keys, rooms()))


def test_a_planted_key_is_found():
    assert uphill([("partnerships", "activities"), ("activities", "kit")], rooms()) == [
        "partnerships points up to activities"
    ]


def test_the_import_contracts_know_the_same_order():
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    in_the_contract = _names(contracts["importlinter:contract:rooms"]["layers"])
    assert [room for room in in_the_contract if room in rooms()] == rooms()


def test_every_room_is_under_the_contract_about_its_files():
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    containers = contracts["importlinter:contract:files-of-a-room"]["containers"]
    assert sorted(_names(containers)) == sorted(rooms())


def _names(lines: str) -> list[str]:
    """The rooms that a contract lists, line by line; a bar parts rooms of one layer."""
    words = lines.replace("|", "\n").split("\n")
    return [word.strip(" ()").removeprefix(PREFIX) for word in words if word.strip()]
