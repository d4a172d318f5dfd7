"""The dry run: what would happen, and nothing does."""

from __future__ import annotations

import pytest

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import apply_import
from landsby.web.partnerships.models import Actor, ActorName, ImportDraft
from landsby.web.partnerships.tests.imports.steps import SCHOOLS, URL, confirm, preview

pytestmark = pytest.mark.django_db


def test_the_dry_run_counts_and_writes_nothing(secretariat, world):
    before = Actor.objects.count()
    page = preview(secretariat, SCHOOLS)
    plan = page.context["page"].plan
    assert (len(plan.new), plan.elsewhere, plan.findings) == (2, 1, [])
    assert "Indlæs 2 aktører" in page.content.decode()
    assert Actor.objects.count() == before


def test_confirming_writes_everything_and_forgets_the_file(secretariat, world):
    response = confirm(secretariat, preview(secretariat, SCHOOLS))
    assert response.url == "/p/havneby/actors/"
    school = Actor.objects.get(register_id="2")
    assert (school.name, school.kind, school.municipality, school.postcode) == (
        "Sydskolen",
        "school",
        world.south,
        "9001",
    )
    assert (school.latitude, school.longitude) == (55.2, 10.2)
    assert not ImportDraft.objects.exists()


def test_confirming_leaves_a_trace(secretariat, cast):
    confirm(secretariat, preview(secretariat, SCHOOLS))
    entry = AuditEntry.objects.get(act=Act.IMPORTED)
    assert (entry.author, entry.label, entry.detail) == (str(cast.secretariat), "skoler.csv", {"rows": 2})
    school = Actor.objects.get(register_id="1")
    assert AuditEntry.objects.about(school).get().act == Act.CREATED


def test_importing_again_changes_nothing(secretariat):
    confirm(secretariat, preview(secretariat, SCHOOLS))
    page = preview(secretariat, SCHOOLS)
    assert page.context["page"].plan.unchanged == 2
    assert "Der er intet nyt i filen" in page.content.decode()


def test_importing_again_by_number_corrects_and_keeps_the_former_name(secretariat, world):
    confirm(secretariat, preview(secretariat, SCHOOLS))
    changed = SCHOOLS.replace("Nordskolen", "Nordstjerneskolen").replace("Vej 1", "Vej 11")
    page = preview(secretariat, changed)
    text = page.content.decode()
    assert "<del>Nordskolen</del> → <ins>Nordstjerneskolen</ins>" in text
    assert "<del>Vej 1</del> → <ins>Vej 11</ins>" in text
    confirm(secretariat, page)
    school = Actor.objects.get(register_id="1")
    assert (school.name, school.address) == ("Nordstjerneskolen", "Vej 11")
    assert [former.name for former in school.former_names.all()] == ["Nordskolen"]
    assert AuditEntry.objects.about(school).of_acts(Act.CHANGED).get().detail["name"] == [
        "Nordskolen",
        "Nordstjerneskolen",
    ]


def test_every_row_is_counted_once_and_a_faulty_one_is_nothing_else(secretariat):
    twins = "4,Østskolen,folkeskole,901\n5,Vestskolen,folkeskole,901\n4,Midtskolen,folkeskole,x\n"
    others = "4,Kirkeskolen,folkeskole,902\n6,Fjernskolen,folkeskole,Aalborg\n"
    page = preview(secretariat, f"id,navn,type,kommune\n{twins}{others}")
    plan = page.context["page"].plan
    assert [actor.values["name"] for actor in plan.new] == ["Vestskolen"]
    assert plan.faulty == {2, 4, 5}
    assert (len(plan.changed), plan.unchanged, plan.skipped.total(), plan.elsewhere) == (0, 0, 0, 1)
    assert "Kirkeskolen" not in page.content.decode()


def test_that_no_row_is_ours_is_said_with_our_municipalities(leader):
    page = preview(leader, SCHOOLS.replace("Nordhavn Kommune", "Aalborg")).content.decode()
    assert "Ingen af rækkerne ligger i Nordhavn." in page
    assert "den rigtige kolonne" in page
    assert "Der er intet nyt" not in page


def test_errors_keep_the_file_out_and_name_row_column_and_cure(secretariat):
    page = preview(secretariat, SCHOOLS.replace(",902,", ",9999,").replace(",9000,", ",x,"))
    text = page.content.decode()
    assert "Filen kan ikke indlæses endnu" in text
    assert "»9999«" in text
    assert "»x« er ikke et postnummer" in text
    assert "?corrects=" in text
    assert confirm(secretariat, page).url.endswith("/preview/")
    assert not Actor.objects.filter(register_id="1").exists()


def test_an_error_in_one_row_keeps_every_row_out(secretariat):
    confirm(secretariat, preview(secretariat, SCHOOLS.replace("Sydskolen", "")))
    assert not Actor.objects.filter(register_id="1").exists()


def test_what_changed_since_the_dry_run_is_shown_again(secretariat, cast, world):
    page = preview(secretariat, SCHOOLS)
    Actor.objects.filter(pk=world.school.pk).update(register_id="1")
    response = confirm(secretariat, page)
    assert response.url.endswith("/preview/")
    assert "Noget er ændret" in secretariat.get(response.url).content.decode()
    assert not Actor.objects.filter(register_id="2").exists()


def test_a_number_taken_at_the_last_moment_stores_nothing(secretariat, monkeypatch, world):
    page = preview(secretariat, SCHOOLS)
    plan = page.context["page"].plan
    Actor.objects.filter(pk=world.school.pk).update(register_id="2")
    monkeypatch.setattr("landsby.web.partnerships.views.imports.checked", lambda *told: plan)
    response = confirm(secretariat, page)
    assert response.url.endswith("/preview/")
    assert not Actor.objects.filter(name="Nordskolen").exists()
    assert ImportDraft.objects.exists()


def test_a_second_click_at_the_same_moment_stores_nothing_twice(secretariat, cast):
    page = preview(secretariat, SCHOOLS.replace("id,", "x,"))
    draft, plan = page.context["draft"], page.context["page"].plan
    apply_import(draft=ImportDraft.objects.get(pk=draft.pk), plan=plan, by=cast.secretariat)
    with pytest.raises(ImportDraft.DoesNotExist):
        apply_import(draft=draft, plan=plan, by=cast.secretariat)
    assert Actor.objects.filter(name="Nordskolen").count() == 1


def test_a_failing_audit_stores_nothing(secretariat, monkeypatch, world):
    page = preview(secretariat, SCHOOLS)

    def broken(**told: object) -> None:
        raise RuntimeError("no room for the audit")

    monkeypatch.setattr("landsby.web.partnerships.actions.imports.record_many", broken)
    with pytest.raises(RuntimeError):
        confirm(secretariat, page)
    assert not Actor.objects.filter(name="Nordskolen").exists()
    assert ImportDraft.objects.exists()


def test_a_leader_imports_to_their_own_municipality_only(leader, world):
    confirm(leader, preview(leader, SCHOOLS))
    assert set(Actor.objects.exclude(register_id="").values_list("name", flat=True)) == {"Nordskolen"}


def test_departments_are_written_under_their_institution(secretariat):
    text = SCHOOLS.replace("2,Sydskolen,folkeskole,902", '2,"Nordskolen, afd. Syd",folkeskole,901')
    page = preview(secretariat, text)
    assert "1 er en afdeling af en anden" in page.content.decode()
    confirm(secretariat, page)
    assert Actor.objects.get(register_id="2").parent == Actor.objects.get(register_id="1")


def test_a_known_school_can_become_a_department_of_a_new_one(secretariat):
    confirm(secretariat, preview(secretariat, SCHOOLS))
    told = "id,navn,type,kommune,hovedinstitution\n1,Nordskolen,folkeskole,901,9\n9,Storskolen,folkeskole,901,\n"
    page = preview(secretariat, told)
    assert "Storskolen" in page.content.decode()
    confirm(secretariat, page)
    assert Actor.objects.get(register_id="1").parent == Actor.objects.get(register_id="9")
    assert ActorName.objects.count() == 0


def test_the_page_shows_the_first_hundred_and_says_how_many_more(secretariat):
    rows = "".join(f"{n},Skole {n},folkeskole,901\n" for n in range(130))
    page = preview(secretariat, f"id,navn,type,kommune\n{rows}")
    assert page.content.decode().count("<td>Skole ") == 100
    assert "og 30 mere" in page.content.decode()


def test_our_own_export_changes_nothing_when_it_is_imported(secretariat):
    confirm(secretariat, preview(secretariat, SCHOOLS))
    exported = b"".join(secretariat.get("/p/havneby/actors/export/csv/").streaming_content)
    plan = preview(secretariat, exported).context["page"].plan
    assert (plan.new, plan.changed, plan.blockers) == ([], [], [])
    assert plan.unchanged == 7


def test_only_a_form_can_confirm(secretariat):
    draft = preview(secretariat, SCHOOLS).context["draft"]
    assert secretariat.get(f"{URL}{draft.pk}/apply/").status_code == 405
    assert secretariat.get(f"{URL}{draft.pk}/give-up/").status_code == 405
