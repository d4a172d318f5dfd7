"""Figures from a file, step by step through the pages."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from landsby.web.indicators.models import Delivery, FigureDraft, Observation
from landsby.web.indicators.tests.factories import a_draft, left_out, place_of
from landsby.web.kit.models import Act, AuditEntry

START = "/p/havneby/indicators/files/"
DARES = "/p/havneby/indicators/of/dares_at_seven/"
GOOD = "kommune;lokalområde;skoleår;tæller;nævner\nNordhavn;Quay;2023/24;45;100\nHele landet;;2023/24;5000;9000\n"


@pytest.fixture
def client(cast, sign_in):
    """The secretariat."""
    return sign_in(cast.secretariat)


def upload(client, content, url=START, *, name="tal.csv", **told):
    data = content.encode() if isinstance(content, str) else content
    sent = {
        "indicator": "dares_at_seven",
        "source": "Havnens egen optælling",
        "file": SimpleUploadedFile(name, data),
    }
    return client.post(url, {**sent, **told})


def to_the_dry_run(client, content, url=START, *, name="tal.csv", **more):
    """Walk there, taking every guess but those given."""
    columns = upload(client, content, url, name=name)["Location"]
    form = client.get(columns).context["form"]
    guessed = {field.name: field.initial for field in form if field.initial not in (None, "", False)}
    return client.get(client.post(columns, {**guessed, **more})["Location"])


def confirm(client, page, **sure):
    draft, plan = page.context["draft"], page.context["page"].plan
    return client.post(f"{START}{draft.pk}/apply/", {"digest": plan.digest, **sure})


def test_a_file_is_looked_over_and_imported(client, world):
    page = to_the_dry_run(client, GOOD)
    assert not Observation.objects.exists()
    assert confirm(client, page)["Location"] == f"{DARES}?place={place_of(world.quay)}&period=2023&stratum="
    told = {(row.community_id, row.municipality_code): row.value for row in Observation.objects.all()}
    assert {key: round(float(value), 1) for key, value in told.items()} == {
        (world.quay.pk, ""): 45.0,
        (None, "0000"): 55.6,
    }
    delivery = Delivery.objects.get()
    assert (delivery.source, delivery.row_count, str(delivery.added_by)) == ("Havnens egen optælling", 2, "Secretariat")
    assert not FigureDraft.objects.exists()
    assert AuditEntry.objects.filter(act=Act.IMPORTED).count() == 1


def test_whoever_forgets_where_figures_come_from_is_asked_beside_the_columns_and_chooses_no_file_again(client):
    columns = upload(client, GOOD, source="")["Location"]
    form = client.get(columns).context["form"]
    guessed = {field.name: field.initial for field in form if field.initial not in (None, "", False)}
    assert "source" in client.post(columns, guessed).context["form"].errors
    confirm(client, client.get(client.post(columns, {**guessed, "source": "Havnens bog"})["Location"]))
    assert Delivery.objects.get().source == "Havnens bog"


def test_a_file_with_errors_stores_nothing_and_is_corrected(client):
    page = to_the_dry_run(client, GOOD.replace("45;100", "450;100"))
    body = page.content.decode()
    assert "Filen kan ikke indlæses endnu" in body
    assert "Der er talt 450 blandt 100." in body
    assert confirm(client, page).url.endswith(f"{page.context['draft'].pk}/")
    assert not Observation.objects.exists()
    corrected = to_the_dry_run(client, GOOD, f"{START}?corrects={page.context['draft'].pk}")
    assert FigureDraft.objects.count() == 1
    confirm(client, corrected)
    assert Observation.objects.count() == 2


def test_the_same_file_again_has_nothing_new(client):
    confirm(client, to_the_dry_run(client, GOOD))
    again = to_the_dry_run(client, GOOD)
    assert (again.context["page"].plan.unchanged, again.context["page"].plan.figures) == (2, [])
    assert "Der er intet nyt i filen." in again.content.decode()


def test_a_later_file_takes_the_place_of_the_earlier_which_stays_as_history(client):
    confirm(client, to_the_dry_run(client, GOOD))
    changed = to_the_dry_run(client, GOOD.replace("45;100", "60;100"))
    assert "<del>45,0" in changed.content.decode()
    confirm(client, changed)
    quay = Observation.objects.exclude(community=None)
    assert [float(row.value) for row in quay.order_by("pk")] == [45.0, 60.0]
    assert [row.replaced_at is None for row in quay.order_by("pk")] == [False, True]


def test_a_correction_of_a_few_children_waits_for_the_difference_would_tell_of_them(client):
    shown = []
    for counted in (45, 46, 46, 47, 52):
        page = to_the_dry_run(client, GOOD.replace("45;100", f"{counted};100"))
        if page.context["page"].plan.can_be_applied:
            confirm(client, page)
        body = client.get(DARES).content.decode()
        shown.append((f"{counted},0 %" in body, "1 rettelse venter" in body))
    assert shown == [(True, False), (False, True), (False, True), (False, True), (True, False)]
    quay = Observation.objects.exclude(community=None).filter(replaced_at=None)
    assert [(float(row.value), row.waits) for row in quay] == [(52.0, False)]


def test_whoever_imports_lands_on_the_place_and_the_period_that_came(client, world):
    older = GOOD.replace("2023/24", "2022/23").replace("45;100", "30;100")
    confirm(client, to_the_dry_run(client, GOOD))
    page = client.get(confirm(client, to_the_dry_run(client, older))["Location"]).context["page"]
    assert (page.of_whom, page.latest.value, page.latest.when) == ("Quay", "30,0 %", "2022/23")
    outside = "kommune;skoleår;tæller;nævner\nKøbenhavn;2023/24;60;90\n"
    page = client.get(confirm(client, to_the_dry_run(client, outside))["Location"]).context["page"]
    assert [line.place for line in page.shown][1:] == ["m0101"]


def test_a_file_that_is_begun_again_takes_the_place_of_the_unfinished_one(client):
    upload(client, GOOD)
    page = to_the_dry_run(client, GOOD.replace("45;100", "450;100"))
    draft = FigureDraft.objects.get()
    assert draft.pk == page.context["draft"].pk
    assert client.get(START).context["drafts"] == [draft]
    assert client.get(f"{START}?corrects={draft.pk}").context["drafts"] == []


def test_it_is_said_and_what_the_total_is_must_be_told_anew(client):
    total = "kommune;skoleår;tæller;nævner\n901;2023/24;45;100\nI alt;2023/24;5000;9000\n"
    to_the_dry_run(client, total, total_is="country")
    again = client.get(upload(client, total)["Location"])
    assert "Filen er trådt i stedet for din ufærdige fil" in again.content.decode()
    assert again.context["form"]["total_is"].initial == ""
    assert FigureDraft.objects.get().columns["total_is"] == ""


def test_a_second_click_imports_nothing_more(client):
    page = to_the_dry_run(client, GOOD)
    confirm(client, page)
    assert confirm(client, page).status_code == 404
    assert Observation.objects.count() == 2


def test_what_has_changed_since_it_was_looked_over_is_shown_again(client, world, cast):
    page = to_the_dry_run(client, GOOD)
    other = to_the_dry_run(client, GOOD.replace("45;100", "50;100"), name="andet.csv")
    confirm(client, other)
    assert confirm(client, page).url.endswith(f"{page.context['draft'].pk}/")
    assert Observation.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Filen er tom."),
        (b"kommune;tal\n", "ingen rækker"),
        (b"kommune;cpr\n901;010190-1234\n", "CPR"),
        (b"%PDF-1.4", "ikke et regneark"),
        ("kommune;værdi\nKÃ¸benhavn;3\n".encode(), "gået i stykker"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(client, content, told):
    page = upload(client, content)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert page.context["form"]["source"].value() == "Havnens egen optælling"
    assert not FigureDraft.objects.exists()


def test_columns_must_tell_place_period_and_figure(client):
    columns = upload(client, GOOD)["Location"]
    page = client.post(columns, {"municipality": "kommune", "stratum": "kommune"})
    assert page.status_code == 422
    assert {"period", "value", "municipality", "stratum"} <= set(page.context["form"].errors)


def test_a_file_under_way_is_ones_own_and_can_be_given_up(client, world, cast, sign_in):
    draft = a_draft(world, cast.secretariat, GOOD)
    assert sign_in(cast.evaluator).get(f"{START}{draft.pk}/columns/").status_code == 404
    assert client.post(f"{START}{draft.pk}/give-up/")["Location"] == START
    assert not FigureDraft.objects.exists()


def test_who_leads_one_municipality_imports_there_and_what_lies_outside(world, cast, sign_in):
    leader = sign_in(cast.project_leader)
    page = to_the_dry_run(leader, GOOD + "København;;2023/24;60;90\nSydhavn;Bay;2023/24;10;100\n")
    plan = page.context["page"].plan
    assert [figure.key[0] for figure in plan.figures] == [place_of(world.quay), "m0101"]
    assert left_out(plan) == {"country": 1, "anothers": 1}
    assert "Hele landets tal bruges af alle." in page.content.decode()


def test_who_leads_one_municipality_takes_no_file_back_that_tells_of_the_country(client, cast, sign_in):
    confirm(client, to_the_dry_run(client, GOOD))
    url = f"/deliveries/{Delivery.objects.get().pk}/take-back/"
    assert sign_in(cast.project_leader).get(url).status_code == 403


def test_many_times_as_many_children_must_be_said_to_be_right(client):
    confirm(client, to_the_dry_run(client, GOOD))
    page = to_the_dry_run(client, GOOD.replace("45;100", "4500;10000"))
    assert "Det her ligner en fejl" in page.content.decode()
    refused = confirm(client, page)
    assert (refused.status_code, Observation.objects.count()) == (422, 2)
    assert "Ret det i filen, eller sæt et kryds" in refused.content.decode()
    (name,) = page.context["page"].plan.doubts
    confirm(client, page, **{name: "on"})
    assert Observation.objects.count() == 3
