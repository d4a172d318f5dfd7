"""Two who write about the same definition at once: what either has typed is kept, and neither overwrites unasked."""

from __future__ import annotations

import pytest

from landsby.web.blueprints import views
from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.models import LocalAdaptation, blueprint_of
from landsby.web.blueprints.tests.test_adapting_pages import filled
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.models import Programme

URL = "/p/havneby/blueprint/principles/all_hands/"
FORM = f"{URL}adapt/"
IDEA = {"new-practice-da": "Vi rydder op", "new-practice-en": "We tidy up"}
OTHER_IDEA = {"new-practice-da": "Vi synger", "new-practice-en": "We sing"}


def today():
    return blueprint_of(Programme.objects.get()).principles["all_hands"]


def practice() -> list[str]:
    return [point.text.da for point in today().practice]


@pytest.fixture
def first(cast, sign_in):
    return sign_in(cast.project_leader)


@pytest.fixture
def second(cast, sign_in):
    return sign_in(cast.secretariat)


def test_the_later_does_not_delete_the_ideas_of_the_earlier(first, second):
    opened = filled(second, FORM)
    first.post(FORM, filled(first, FORM, **IDEA))
    refused = second.post(FORM, {**opened, **OTHER_IDEA})
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "Vi synger" in text
    assert "Vi rydder op" in text
    assert "En anden har ændret det her imens" in text

    again = {field.html_name: field.value() or "" for field in refused.context["form"]}
    assert second.post(FORM, again).status_code == 302
    assert practice()[-2:] == ["Vi rydder op", "Vi synger"]


def test_where_only_the_other_wrote_their_words_are_taken_in(first, second):
    opened = filled(second, FORM)
    first.post(FORM, filled(first, FORM, **{"title-da": "Alle om bord", "title-en": "All aboard"}))
    refused = second.post(FORM, {**opened, "summary-da": "Alle hjælper.", "summary-en": "Everybody helps."})
    form = refused.context["form"]
    assert (form["title-da"].value(), form["summary-da"].value()) == ("Alle om bord", "Alle hjælper.")
    assert [path for path, theirs in form.merged.theirs.items() if theirs.is_taken_in] == ["title"]
    second.post(FORM, {field.html_name: field.value() or "" for field in form})
    assert (today().title.da, today().summary.da) == ("Alle om bord", "Alle hjælper.")


def test_where_both_wrote_ones_own_stay_and_theirs_are_told(first, second, cast):
    opened = filled(second, FORM)
    first.post(FORM, filled(first, FORM, **{"title-da": "Alle om bord", "title-en": "All aboard"}))
    refused = second.post(FORM, {**opened, "title-da": "Enhver ved roret", "title-en": "Everyone steers"})
    text = refused.content.decode()
    assert 'value="Enhver ved roret"' in text
    assert "All aboard" in text
    assert str(cast.project_leader) in text
    second.post(FORM, {field.html_name: field.value() or "" for field in refused.context["form"]})
    assert today().title.da == "Enhver ved roret"


def test_what_was_typed_in_an_idea_that_is_gone_is_not_lost(first, second):
    first.post(FORM, filled(first, FORM, **IDEA))
    own = next(point.id for point in today().practice if point.id.startswith("own_"))
    names = [f"practice-{own}-text-{lang}" for lang in ("da", "en")]
    opened = filled(second, FORM)
    first.post(FORM, filled(first, FORM, **dict.fromkeys(names, "")))
    refused = second.post(FORM, {**opened, names[0]: "Vi rydder op sammen"})
    assert refused.context["form"].merged.lost == ["Vi rydder op sammen"]
    assert "Vi rydder op sammen" in refused.content.decode()


def test_what_the_programme_calls_itself_is_laid_together_too(first, second, blueprint):
    form = f"/p/havneby/blueprint/blueprint/{blueprint.id}/adapt/"
    opened = filled(second, form)
    first.post(form, filled(first, form, **{"title-da": "Vores havn", "title-en": "Our harbour"}))
    refused = second.post(form, {**opened, "summary-da": "Ved vandet.", "summary-en": "By the sea."})
    assert refused.context["form"]["title-da"].value() == "Vores havn"
    second.post(form, {field.html_name: field.value() or "" for field in refused.context["form"]})
    manifest = blueprint_of(Programme.objects.get()).manifest
    assert (manifest.title.da, manifest.summary.da) == ("Vores havn", "Ved vandet.")


def test_a_form_from_nobody_knows_when_overwrites_nothing(first):
    refused = first.post(FORM, {**filled(first, FORM), "seen": "x" * 64, "title-da": "Mit", "title-en": "Mine"})
    assert refused.status_code == 422
    assert refused.context["form"]["title-da"].value() == "Mit"
    assert not LocalAdaptation.objects.exists()


def test_a_text_that_was_not_sent_stays_as_it_is(first):
    first.post(FORM, filled(first, FORM, **IDEA))
    some = {"seen": today().content_hash, "title-da": "Alle om bord", "title-en": "All aboard"}
    assert first.post(FORM, some).status_code == 302
    assert today().title.da == "Alle om bord"
    assert practice()[-1] == "Vi rydder op"


def test_the_hash_is_asked_again_under_the_lock(programme, operator, blueprint):
    seen = blueprint.principles["all_hands"].content_hash
    told = {"programme": programme, "folder": "principles", "key": "all_hands", "by": operator, "seen": seen}
    write_adaptation(**told, patch={"set": {"title": {"da": "Alle om bord", "en": "All aboard"}}})
    with pytest.raises(Blocked):
        write_adaptation(**told, patch={})
    assert today().title.da == "Alle om bord"


def test_who_comes_between_the_reading_and_the_writing_is_not_overwritten(first, operator, monkeypatch):
    really = views.adapting.write_adaptation

    def after_another(*, programme, folder, key, **told):
        theirs = {"set": {"title": {"da": "Alle om bord", "en": "All aboard"}}}
        other = Programme.objects.get()
        really(programme=other, folder=folder, key=key, patch=theirs, by=operator)
        return really(programme=programme, folder=folder, key=key, **told)

    typed = filled(first, FORM, **IDEA)
    monkeypatch.setattr(views.adapting, "write_adaptation", after_another)
    refused = first.post(FORM, typed)
    assert refused.status_code == 422
    assert refused.context["form"]["title-da"].value() == "Alle om bord"
    assert refused.context["form"]["new-practice-da"].value() == "Vi rydder op"
    assert today().title.da == "Alle om bord"


def test_lines_are_broken_as_they_were(first):
    first.post(FORM, filled(first, FORM, **{"summary-da": "Én\r\nTo", "summary-en": "One\r\nTwo"}))
    assert today().summary.da == "Én\nTo"
    written = LocalAdaptation.objects.count()
    opened = {name: value.replace("\n", "\r\n") for name, value in filled(first, FORM).items()}
    first.post(FORM, opened)
    assert LocalAdaptation.objects.count() == written + 1
    assert today().summary.da == "Én\nTo"
