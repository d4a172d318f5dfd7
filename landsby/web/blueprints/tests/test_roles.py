"""The roles of a programme follow its blueprint: what they were called, and that they are no longer given."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.blueprint.renaming import renamed_data
from landsby.web.blueprints.actions import adopt_version, receive_version, undo_adoption
from landsby.web.blueprints.models import blueprint_of
from landsby.web.blueprints.upgrading import upgrade_by
from landsby.web.partnerships.models import Programme, Role

pytestmark = pytest.mark.django_db


def changed(blueprint, number, edit=lambda role: role, renames=None):
    """Another version, with its roles edited and renamed."""
    data, by_key = blueprint.to_data(), {("roles", old): new for old, new in (renames or {}).items()}
    made = {of: [renamed_data(of, each, by_key) for each in data[of]] for of in data.keys() - {"blueprint"}}
    made["roles"] = [edit(role) for role in made["roles"]]
    return Blueprint.from_data({**made, "blueprint": {**data["blueprint"], "version": number}})


def adopt(programme, candidate, by, **renames):
    draft = receive_version(programme=programme, blueprint=candidate, file_name="new.zip", by=by)
    by_hand = {("roles", before): after for before, after in renames.items()}
    seal = upgrade_by(programme, candidate, by_hand, timezone.localdate()).seal
    adopt_version(draft=draft, by_hand=by_hand, seen=seal, by=by)


def hash_in(programme):
    return blueprint_of(Programme.objects.get(pk=programme.pk)).content_hash


def test_a_role_knows_what_it_was_called(programme, cast, blueprint, operator):
    second = changed(blueprint, "2", renames={"health_visitor": "nurse"})
    adopt(programme, second, operator, health_visitor="nurse")
    adopt(programme, changed(second, "3", renames={"nurse": "visitor"}), operator, nurse="visitor")
    assert Role.objects.get(key="visitor").formerly == ["health_visitor", "nurse"]
    undo_adoption(programme=programme, seen=hash_in(programme), by=operator)
    assert Role.objects.get(key="nurse").formerly == ["health_visitor"]


def test_a_role_ends_with_its_definition(programme, cast, blueprint, operator):
    def end(role):
        return {**role, "ended_on": "2024-01-01"} if role["id"] == "pedagogue" else role

    adopt(programme, changed(blueprint, "2", edit=end), operator)
    assert Role.objects.get(key="pedagogue").ended_on == date(2024, 1, 1)
    assert Role.objects.get(key="secretariat").is_given
