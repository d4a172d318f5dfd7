"""The second and third step: what columns and kinds mean."""

from __future__ import annotations

import pytest

from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.models import ImportDraft
from landsby.web.partnerships.tests.imports.steps import SCHOOLS, URL, as_guessed, draft_of, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(secretariat):
    return draft_of(upload(secretariat, SCHOOLS))


def url(draft, step):
    return f"{URL}{draft.pk}/{step}/"


def told(draft):
    return ColumnMap.from_data(ImportDraft.objects.get(pk=draft.pk).columns)


def test_the_headings_are_guessed_and_shown_with_what_stands_under_them(secretariat, draft):
    page = secretariat.get(url(draft, "columns"))
    assert page.context["form"]["name"].initial == "navn"
    assert "navn: Nordskolen, Sydskolen" in page.content.decode()
    assert "Teksten er læst som UTF-8" in page.content.decode()


def test_the_guess_can_be_taken_as_it_is(secretariat, draft):
    page = secretariat.get(url(draft, "columns"))
    response = secretariat.post(url(draft, "columns"), as_guessed(page))
    assert response.url == url(draft, "kinds")
    assert told(draft).columns[Target.MUNICIPALITY_NAME] == "kommune"
    assert told(draft).departments_by_name


@pytest.mark.parametrize(
    ("without", "field", "text"),
    [
        (("name",), "name", "Kolonnen med navnet mangler"),
        (("kind",), "kind", "Vælg den kolonne, der fortæller slags"),
        (("municipality_name",), "municipality_code", "Vælg kolonnen med kommunens kode eller navn"),
    ],
)
def test_a_missing_column_is_named(secretariat, draft, without, field, text):
    sent = as_guessed(secretariat.get(url(draft, "columns")))
    response = secretariat.post(url(draft, "columns"), {name: v for name, v in sent.items() if name not in without})
    assert response.status_code == 422
    assert text in str(response.context["form"].errors[field])


def test_nothing_chosen_is_lost_by_a_mistake(secretariat, draft):
    response = secretariat.post(url(draft, "columns"), {"town": "by", "kind_of_all": "school"})
    assert response.status_code == 422
    assert response.context["form"]["town"].value() == "by"
    assert response.context["form"]["kind_of_all"].value() == "school"


def test_one_heading_cannot_tell_two_things(secretariat, draft):
    sent = {**as_guessed(secretariat.get(url(draft, "columns"))), "town": "navn"}
    response = secretariat.post(url(draft, "columns"), sent)
    assert set(response.context["form"].errors) == {"name", "town"}


def test_a_heading_that_the_file_has_not_is_refused(secretariat, draft):
    sent = {**as_guessed(secretariat.get(url(draft, "columns"))), "town": "findes ikke"}
    assert secretariat.post(url(draft, "columns"), sent).status_code == 422


def test_one_kind_for_all_passes_by_the_step_of_kinds(secretariat, draft):
    sent = {**as_guessed(secretariat.get(url(draft, "columns"))), "kind_of_all": "school", "kind": ""}
    secretariat.post(url(draft, "columns"), sent)
    assert secretariat.get(url(draft, "kinds")).url == url(draft, "preview")


def test_a_leader_is_offered_only_their_own_municipality(leader):
    page = leader.get(url(draft_of(upload(leader, SCHOOLS)), "columns"))
    offered = dict(page.context["form"].fields["municipality_of_all"].choices)
    assert set(offered) == {"", "0901"}


def test_kinds_are_asked_with_the_number_of_our_rows(secretariat, draft):
    secretariat.post(url(draft, "columns"), as_guessed(secretariat.get(url(draft, "columns"))))
    page = secretariat.get(url(draft, "kinds"))
    assert "folkeskole (2 rækker)" in page.content.decode()
    assert page.context["form"]["kind_0"].initial == "school"
    assert secretariat.post(url(draft, "kinds"), {"kind_0": "-"}).url == url(draft, "preview")
    assert told(draft).kinds == {"folkeskole": ""}
    assert secretariat.get(url(draft, "kinds")).context["form"]["kind_0"].initial == "-"


def test_a_kind_of_a_single_row_is_counted_as_one(secretariat):
    draft = draft_of(upload(secretariat, SCHOOLS.replace("Sydskolen,folkeskole", "Sydskolen,børnehave")))
    secretariat.post(url(draft, "columns"), as_guessed(secretariat.get(url(draft, "columns"))))
    page = secretariat.get(url(draft, "kinds")).content.decode()
    assert "folkeskole (1 række)" in page
    assert "børnehave (1 række)" in page


def test_an_unanswered_kind_is_named(secretariat):
    draft = draft_of(upload(secretariat, SCHOOLS.replace("folkeskole", "rumstation")))
    secretariat.post(url(draft, "columns"), as_guessed(secretariat.get(url(draft, "columns"))))
    response = secretariat.post(url(draft, "kinds"), {"kind_0": ""})
    assert response.status_code == 422
    assert "rumstation" in str(response.context["form"].errors["kind_0"])


def test_a_column_that_says_everything_but_the_kind_is_sent_back(secretariat):
    rows = "".join(f"{n},Skole {n},{n}. slags,901\n" for n in range(60))
    draft = draft_of(upload(secretariat, f"id,navn,type,kommune\n{rows}"))
    secretariat.post(url(draft, "columns"), as_guessed(secretariat.get(url(draft, "columns"))))
    response = secretariat.get(url(draft, "kinds"), follow=True)
    assert response.redirect_chain[0][0] == url(draft, "columns")
    assert "60 forskellige værdier" in response.content.decode()


@pytest.mark.parametrize("step", ["kinds", "preview"])
def test_a_step_cannot_be_leapt_over(secretariat, draft, step):
    assert secretariat.get(url(draft, step)).url == url(draft, "columns")
