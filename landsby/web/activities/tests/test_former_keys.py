"""Roles that were renamed before their former keys were kept."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from landsby.web.activities.tests.test_upgrading import adopt, undo, version
from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.access.sign_on import roles_of_sign_on
from landsby.web.partnerships.models import Programme, Role

tell = import_module("landsby.web.blueprints.migrations.0005_former_keys_of_roles").tell


@pytest.fixture
def renamed_twice(programme, cast, operator, blueprint):
    """A programme that has called a role otherwise twice, before it was kept."""
    adopt(programme, version(blueprint, health_visitor="nurse"), operator, {("roles", "health_visitor"): "nurse"})
    today = blueprint_of(Programme.objects.get(pk=programme.pk))
    again = version(today, lambda data: data["blueprint"].update(version="3"), nurse="visitor")
    adopt(programme, again, operator, {("roles", "nurse"): "visitor"})
    Role.objects.update(formerly=[])
    return programme


def test_they_are_told_what_they_were_called(renamed_twice, world):
    tell(apps, connection.schema_editor())
    assert {role.key: role.formerly for role in Role.objects.all() if role.formerly} == {
        "visitor": ["health_visitor", "nurse"]
    }
    said = roles_of_sign_on(world.north, said={"health_visitor"}, mapped=["health_visitor"])
    assert [role.key for role in said.given] == ["visitor"]


def test_what_was_undone_counts_for_nothing(renamed_twice, operator):
    undo(renamed_twice, operator)
    Role.objects.update(formerly=[])
    tell(apps, connection.schema_editor())
    assert {role.key: role.formerly for role in Role.objects.all() if role.formerly} == {"nurse": ["health_visitor"]}
