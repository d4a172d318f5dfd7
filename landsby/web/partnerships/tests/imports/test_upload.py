"""The first step: the file."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.models import Actor, ImportDraft, Municipality
from landsby.web.partnerships.tests.imports.factories import workbook
from landsby.web.partnerships.tests.imports.steps import SCHOOLS, URL, draft_of, preview, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("secretariat", 200),
        ("project_leader", 200),
        ("school_leader", 403),
        ("steering_member", 403),
        ("stranger", 404),
    ],
)
def test_only_those_who_may_import_come_in(cast, sign_in, who, status):
    assert sign_in(getattr(cast, who)).get(URL).status_code == status


def test_without_sign_in_one_is_asked_to(client, world):
    assert client.get(URL).url.startswith("/sign-in/")


def test_a_good_file_is_kept_for_the_next_step(secretariat, cast):
    draft = draft_of(upload(secretariat, SCHOOLS))
    assert (draft.owner, draft.file_name, draft.row_count) == (cast.secretariat, "skoler.csv", 3)
    assert Actor.objects.filter(name="Nordskolen").count() == 0


def test_a_workbook_is_taken_too(secretariat):
    assert draft_of(upload(secretariat, workbook(["navn"], ["A"]), name="a.xlsx")).row_count == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen er tom"),
        (b"id;navn\n1;A;B\n", "Række 2"),
        (b"id;navn\n1;010190-1234\n", "CPR-nummer"),
        ("id;navn\n1;København\n".encode("cp850"), "tegnsæt"),
        (b"PK\x03\x04", "Excel"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason_and_nothing_is_kept(secretariat, content, told):
    response = upload(secretariat, content)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not ImportDraft.objects.exists()


def test_a_cpr_number_is_not_repeated_on_the_page(secretariat):
    assert "010190" not in upload(secretariat, b"id;navn\n1;010190-1234\n").content.decode()


def test_a_file_named_after_a_person_is_refused(secretariat):
    response = upload(secretariat, SCHOOLS, name="010190-1234.csv")
    assert response.status_code == 422
    assert "CPR" in response.content.decode()


def test_no_file_at_all_is_said(secretariat):
    response = secretariat.post(URL, {"x": ""})
    assert response.status_code == 422
    assert "Vælg en fil" in response.content.decode()


def test_one_may_go_on_with_what_one_began(secretariat):
    draft = draft_of(upload(secretariat, SCHOOLS))
    page = secretariat.get(URL).content.decode()
    assert f"{URL}{draft.pk}/columns/" in page
    assert "skoler.csv" in page


def test_each_unfinished_file_can_be_deleted_from_the_list(secretariat):
    drafts = [draft_of(upload(secretariat, SCHOOLS, name=f"skoler{n}.csv")) for n in range(2)]
    page = secretariat.get(URL).content.decode()
    for draft in drafts:
        assert draft.file_name in page
        assert f'action="{URL}{draft.pk}/give-up/"' in page
    assert f"kl. {timezone.localtime(drafts[0].created_at):%H.%M}" in page
    assert "skoler0.csv" not in secretariat.post(f"{URL}{drafts[0].pk}/give-up/", follow=True).content.decode()
    assert list(ImportDraft.objects.all()) == [drafts[1]]


def test_the_file_that_is_corrected_is_named(secretariat):
    draft = draft_of(upload(secretariat, SCHOOLS))
    said = "Den rettede fil træder i stedet for <strong>skoler.csv</strong>."
    assert said in secretariat.get(f"{URL}?corrects={draft.pk}").content.decode()
    assert said not in secretariat.get(URL).content.decode()


def test_a_programme_without_municipalities_says_so(programme, operator, sign_in):
    assert not Municipality.objects.exists()
    assert "ingen kommune" in sign_in(operator).get(URL).content.decode()


def test_a_corrected_file_takes_the_place_of_the_first_and_keeps_what_was_told(secretariat):
    wrong = SCHOOLS.replace(",902,", ",9999,")
    first = preview(secretariat, wrong).context["draft"]
    second = draft_of(upload(secretariat, SCHOOLS, url=f"{URL}?corrects={first.pk}", name="rettet.csv"))
    assert list(ImportDraft.objects.all()) == [second]
    told = ColumnMap.from_data(second.columns)
    assert told.columns[Target.NAME] == "navn"
    assert told.kinds == {"folkeskole": "school"}


def test_a_corrected_file_with_other_headings_begins_anew(secretariat):
    first = preview(secretariat, SCHOOLS).context["draft"]
    second = draft_of(upload(secretariat, "name;x\nA;B\n", url=f"{URL}?corrects={first.pk}"))
    assert second.columns == {}


@pytest.mark.parametrize("number", ["x", "-1", "999999", ""])
def test_a_number_that_names_no_draft_is_passed_by(secretariat, number):
    assert draft_of(upload(secretariat, SCHOOLS, url=f"{URL}?corrects={number}")).columns == {}


def test_nobody_goes_on_with_anothers_draft(secretariat, leader):
    draft = draft_of(upload(secretariat, SCHOOLS))
    for page in ("columns", "kinds", "preview"):
        assert leader.get(f"{URL}{draft.pk}/{page}/").status_code == 404
    for verb in ("apply", "give-up"):
        assert leader.post(f"{URL}{draft.pk}/{verb}/").status_code == 404


def test_a_forgotten_draft_is_gone(secretariat):
    draft = draft_of(upload(secretariat, SCHOOLS))
    ImportDraft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert secretariat.get(f"{URL}{draft.pk}/columns/").status_code == 404
    assert draft in ImportDraft.objects.expired_before(timezone.now())


def test_a_draft_can_be_given_up(secretariat):
    draft = draft_of(upload(secretariat, SCHOOLS))
    response = secretariat.post(f"{URL}{draft.pk}/give-up/", follow=True)
    assert "Filen er slettet" in response.content.decode()
    assert not ImportDraft.objects.exists()
