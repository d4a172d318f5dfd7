"""A programme's own words: they hold at once, are kept for ever, and can be taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.blueprint import Blueprint, BlueprintError
from landsby.web.blueprints.actions import adopt_blueprint, go_back_to, write_adaptation
from landsby.web.blueprints.models import (
    AdoptedBlueprint,
    DefinitionWording,
    LocalAdaptation,
    blueprint_of,
    definition_as_of,
    kind_as_recorded,
)
from landsby.web.kit.models import AuditEntry
from landsby.web.partnerships.models import Programme

OWN_TITLE = {"da": "Våde tæer", "en": "Wet toes"}


def with_own_title(programme, by, *, title=OWN_TITLE, folder="goals", key="wet_feet") -> LocalAdaptation:
    return write_adaptation(programme=programme, folder=folder, key=key, patch={"set": {"title": title}}, by=by)


def test_an_own_title_holds_at_once_for_everybody(programme, operator):
    with_own_title(programme, operator)
    assert blueprint_of(programme).goals["wet_feet"].title.da == "Våde tæer"
    assert blueprint_of(Programme.objects.get()).goals["wet_feet"].title.da == "Våde tæer"


def test_the_adopted_version_stays_whole(programme, operator, blueprint):
    with_own_title(programme, operator)
    adopted = AdoptedBlueprint.objects.get()
    assert Blueprint.from_data(adopted.content) == blueprint
    assert adopted.effective_hash == blueprint_of(programme).content_hash != adopted.content_hash


def test_the_history_is_kept_with_who_and_when(programme, operator):
    first = with_own_title(programme, operator)
    second = with_own_title(programme, operator, title={"da": "Våde sko", "en": "Wet shoes"})
    first.refresh_from_db()
    assert first.superseded_at is not None
    assert second.superseded_at is None
    assert [row.author for row in LocalAdaptation.objects.of(programme)] == [operator, operator]
    assert AuditEntry.objects.about(second).exists()


def test_one_goes_back_to_an_earlier_wording_and_to_the_blueprints_own(programme, operator, blueprint):
    first = with_own_title(programme, operator)
    with_own_title(programme, operator, title={"da": "Våde sko", "en": "Wet shoes"})
    go_back_to(earlier=first, by=operator)
    assert blueprint_of(programme).goals["wet_feet"].title.da == "Våde tæer"
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch={}, by=operator)
    assert blueprint_of(programme) == blueprint
    assert LocalAdaptation.objects.of(programme).count() == 4


def test_what_does_not_fit_is_refused_and_nothing_is_stored(programme, operator, blueprint):
    with pytest.raises(BlueprintError) as refusal:
        with_own_title(programme, operator, title={"da": "Kun dansk"})
    assert [fault.field for fault in refusal.value.faults] == ["title.en"]
    assert not LocalAdaptation.objects.exists()
    assert blueprint_of(programme) == blueprint


def test_a_cpr_number_is_refused(programme, operator):
    with pytest.raises(ValidationError):
        with_own_title(programme, operator, title={"da": "Barn 010203-1234", "en": "Child"})
    assert not LocalAdaptation.objects.exists()


def test_every_wording_that_has_held_can_be_read_in_one_query(programme, operator, blueprint):
    kind = blueprint.activity_kinds["crab_fishing"]
    with_own_title(programme, operator, folder="activity_kinds", key="crab_fishing")
    newer = blueprint_of(programme).activity_kinds["crab_fishing"]
    assert newer.content_hash != kind.content_hash
    with CaptureQueriesContext(
        connection,
    ) as queries:
        wording = definition_as_of(programme, "activity_kinds", kind.content_hash)
        assert wording is not None
        assert wording.definition == kind
    assert len(queries) == 1
    assert kind_as_recorded(programme, "crab_fishing", kind.content_hash) == kind
    assert kind_as_recorded(programme, "crab_fishing", newer.content_hash) == newer
    assert kind_as_recorded(programme, "crab_fishing", "unknown") == newer
    with pytest.raises(KeyError):
        kind_as_recorded(programme, "unknown", "unknown")


def test_a_wording_is_stored_once_however_often_it_holds(programme, operator):
    before = DefinitionWording.objects.count()
    first = with_own_title(programme, operator)
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch={}, by=operator)
    go_back_to(earlier=first, by=operator)
    assert DefinitionWording.objects.count() == before + 1


def test_asking_costs_one_query_however_much_has_been_adapted(programme, operator, blueprint):
    for key in blueprint.activity_kinds:
        with_own_title(programme, operator, folder="activity_kinds", key=key)
    blueprint_of(Programme.objects.get())
    fresh = Programme.objects.get()
    with CaptureQueriesContext(connection) as queries:
        blueprint_of(fresh)
        blueprint_of(fresh)
    assert len(queries) == 1


def test_an_own_role_title_is_the_programmes(programme, operator):
    with_own_title(programme, operator, folder="roles", key="pedagogue")
    assert programme.roles.get(key="pedagogue").title_da == "Våde tæer"


def test_adopting_what_one_works_by_changes_nothing(programme, operator, blueprint):
    with_own_title(programme, operator)
    adopt_blueprint(programme=programme, blueprint=blueprint, by=operator)
    assert AdoptedBlueprint.objects.count() == 1
    assert blueprint_of(programme).goals["wet_feet"].title.da == "Våde tæer"
