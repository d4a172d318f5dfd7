"""Every text column of every model refuses CPR numbers, or is no place where anybody could type one."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from landsby.web.kit.fields import refuse_cpr

FREE = {
    "accounts.CacheRow.cache_key": "a keyed hash",
    "accounts.CacheRow.value": "times, pickled",
    "accounts.User.language": "a language's code, five characters",
    "accounts.User.password": "a hash; it is never kept as it was typed",
    "activities.Activity.extra": "the answers to a kind's own fields; its action goes through all of them",
    "activities.Activity.kind": "an id of the blueprint",
    "activities.Activity.kind_hash": "a hash",
    "activities.ActivityGoal.goal": "an id of the blueprint",
    "activities.ActivityTrack.track": "an id of the blueprint",
    "activities.CalendarDraft.kind": "an id of the blueprint",
    "activities.CalendarDraft.remarks": "copies of what the reading of a calendar has refused CPR numbers in",
    "activities.CalendarDraft.times": "read by `read_calendar`, which leaves out what looks like a CPR number",
    "activities.Feed.token_hash": "a hash",
    "activities.RemovedActivity.actors": "primary keys",
    "activities.Series.kind": "an id of the blueprint",
    "activities.Series.kind_hash": "a hash",
    "activities.Tally.key": "an id of the blueprint",
    "blueprints.AdoptedBlueprint.content": "the blueprint, which is read from definitions",
    "blueprints.AdoptedBlueprint.content_hash": "a hash",
    "blueprints.AdoptedBlueprint.effective_hash": "a hash",
    "blueprints.AdoptedBlueprint.key": "an id of the blueprint",
    "blueprints.AdoptedBlueprint.version": "the blueprint's, which is read from definitions",
    "blueprints.AdoptedBlueprint.renamed": "ids of the blueprint",
    "blueprints.DefinitionWording.content": "a definition, which is refused where it is typed or read",
    "blueprints.DefinitionWording.content_hash": "a hash",
    "blueprints.DefinitionWording.folder": "a kind of definition",
    "blueprints.DefinitionWording.key": "an id of the blueprint",
    "blueprints.LocalAdaptation.folder": "a kind of definition",
    "blueprints.LocalAdaptation.key": "an id of the blueprint",
    "blueprints.LocalAdaptation.patch": "its action goes through all of it",
    "blueprints.TheoryDraft.base": "its action goes through all of it",
    "blueprints.TheoryDraft.both_changed": "ids of the blueprint",
    "blueprints.TheoryDraft.content": "its action goes through all of it",
    "blueprints.TheoryDraft.theory": "an id of the blueprint",
    "blueprints.TheoryEvidence.assumption": "an id of the blueprint",
    "blueprints.TheoryVersion.content": "definitions, which are refused where they are typed or read",
    "blueprints.TheoryVersion.content_hash": "a hash",
    "blueprints.TheoryVersion.theory": "an id of the blueprint",
    "blueprints.UpgradeDraft.content": "its action goes through all of it",
    "blueprints.UpgradeDraft.version": "its action goes through all of it",
    "courses.FrameworkOffer.kind": "an id of the blueprint",
    "courses.FrameworkOffer.kind_hash": "a hash",
    "courses.SessionHours.kind": "an id of the blueprint",
    "evaluations.Declaration.content_hash": "a hash",
    "evaluations.Declaration.key": "copied from its text",
    "evaluations.Declaration.recipe_hash": "a hash",
    "evaluations.Declaration.text_hash": "a hash",
    "evaluations.Declaration.title_da": "copied from its text",
    "evaluations.Declaration.title_en": "copied from its text",
    "evaluations.Loading.file_hash": "a hash",
    "evaluations.Loading.recipe_hash": "a hash",
    "evaluations.Run.refusals": "words of the product's own about a design and its cells",
    "evaluations.Run.result": "figures, and words of a declared design",
    "evaluations.Run.result_hash": "a hash",
    "evaluations.Run.shown": "figures",
    "evaluations.Run.step": "an id of a design",
    "evaluations.ToldRecords.shown": "codes of places, years and figures",
    "gatherings.Lesson.competence": "an id of the blueprint",
    "gatherings.Opinion.answer": "one of the answers that are offered",
    "gatherings.Opinion.question": "one of the questions that are asked",
    "gatherings.Turnout.profession": "an id of the blueprint",
    "halls.Reminder.recipient": "a primary key",
    "halls.Season.kind": "an id of the blueprint",
    "indicators.Delivery.hiding": "places and periods of figures, and their groups as the file named them",
    "indicators.Delivery.indicator": "an id of the blueprint",
    "indicators.Delivery.indicator_hash": "a hash",
    "indicators.FigureDraft.columns": "headings of the table, and a reference that its form refuses a CPR number in",
    "indicators.FigureDraft.indicator": "an id of the blueprint",
    "indicators.FigureDraft.table": "read by `read_figures`, which refuses what looks like a CPR number",
    "indicators.Observation.indicator": "an id of the blueprint",
    "indicators.Observation.municipality_code": "four digits",
    "indicators.Target.indicator": "an id of the blueprint",
    "indicators.Target.indicator_hash": "a hash",
    "indicators.Target.municipality_code": "four digits",
    "initiatives.ChecklistTick.checklist": "an id of the blueprint",
    "initiatives.ChecklistTick.point": "an id of the blueprint",
    "initiatives.Initiative.definition": "an id of the blueprint",
    "initiatives.Initiative.depth": "an id of the blueprint",
    "initiatives.InitiativeLink.folder": "a kind of definition",
    "initiatives.InitiativeLink.key": "an id of the blueprint",
    "kit.AuditEntry.author": "a copy of what is refused where it is typed",
    "kit.AuditEntry.author_key": "a primary key",
    "kit.AuditEntry.detail": "copies of what is refused where it is typed",
    "kit.AuditEntry.label": "a copy of what is refused where it is typed",
    "kit.AuditEntry.programme": "a copy of what is refused where it is typed",
    "kit.AuditEntry.thing": "a model's name",
    "kit.AuditEntry.thing_key": "a primary key",
    "partnerships.Actor.kind": "an id of the code list",
    "partnerships.Actor.postcode": "four characters",
    "partnerships.Community.outline": "coordinates; nothing else of a file is kept",
    "partnerships.ImportDraft.columns": "headings of the table",
    "partnerships.ImportDraft.table": "read by `read_table`, which refuses the whole file",
    "partnerships.Invitation.language": "a language's code, five characters",
    "partnerships.Invitation.token_hash": "a hash",
    "partnerships.Membership.provider": "an id of the installation's settings",
    "partnerships.Municipality.code": "four characters",
    "partnerships.Role.formerly": "ids of the blueprint",
    "partnerships.Role.key": "an id of the blueprint",
    "photos.Photo.digest": "a hash",
    "partnerships.Role.rights": "ids of rights",
    "partnerships.Role.title_da": "the blueprint's, which is read from definitions",
    "partnerships.Role.title_en": "the blueprint's, which is read from definitions",
    "plans.EverydayPractice.example": "an id of the blueprint",
    "plans.EverydayPractice.principle": "an id of the blueprint",
    "plans.FocusPrinciple.principle": "an id of the blueprint",
    "plans.FocusPrinciple.principle_hash": "a hash",
    "plans.Plan.template": "an id of the blueprint",
    "plans.Plan.template_hash": "a hash",
    "plans.PlanItem.idea": "an id of the blueprint",
    "plans.PlanItem.section": "an id of the blueprint",
    "wheel.Deviation.milestone": "an id of the blueprint",
    "wheel.Deviation.milestone_hash": "a hash",
    "wheel.Introduction.checklist": "an id of the blueprint",
    "wheel.Introduction.checklist_hash": "a hash",
    "wheel.IntroductionTick.point": "an id of the blueprint",
    "wheel.ReachedMilestone.milestone": "an id of the blueprint",
    "wheel.ReachedMilestone.milestone_hash": "a hash",
}
"""The columns that need no refusal, and why."""


def text_columns() -> dict[str, models.Field]:
    """Our columns of text and JSON that are not one of a few choices."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("landsby."))
    return {
        f"{model._meta.label}.{field.name}": field
        for model in ours
        for field in model._meta.local_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices
    }


@pytest.mark.parametrize("name", text_columns())
def test_a_text_column_refuses_cpr_numbers_or_says_why_not(name):
    field = text_columns()[name]
    if name in FREE:
        assert refuse_cpr not in field.validators
    else:
        with pytest.raises(ValidationError) as refusal:
            field.run_validators("010190-1234")
        assert "cpr" in {error.code for error in refusal.value.error_list}


def test_only_what_is_there_is_let_free():
    assert set(FREE) - set(text_columns()) == set()
