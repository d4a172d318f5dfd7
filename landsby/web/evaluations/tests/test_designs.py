"""Writing a design, declaring it, and what is told of it afterwards."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.evaluations.design_texts import hash_of_text
from landsby.web.evaluations.models import Declaration, DesignDeviation, DesignDraft, PlaceCode, Run, State
from landsby.web.evaluations.tests.factories import DESIGN, a_declaration, a_draft
from landsby.web.kit.models import Act, AuditEntry

LIST = "/p/havneby/evaluations/"
ANSWERS = {
    "title": "Våde sokker ved Østkajen",
    "question": "Er færre børn våde om fødderne?",
    "outcome": "Våde sokker",
    "column": "wet",
    "measured": "share",
    "better": "lower",
    "smallest_effect": "2,5",
    "first": "2015",
    "last": "2027",
    "why": "De har samme vejr.",
    "matching": "none",
    "periods_after_start": "2",
    "chosen": "badly",
    "why_so_long": "Strømper skal tørre.",
}


@pytest.fixture
def evaluator(cast, sign_in):
    """The evaluator's browser."""
    return sign_in(cast.evaluator)


def test_a_design_is_begun_from_a_few_answers_and_declared(evaluator, cast, world):
    places = {f"code_{world.quay.pk}": "Q1", f"starts_{world.quay.pk}": "2022"}
    more = {"matching": "mahalanobis", "kept_out": "Q2, Q3\nQ2", "why_kept_out": "Naboer", "looks": "2027, 2025"}
    more |= {"title_en": "Wet socks at the East Quay"}
    more |= {"placebo": "Højde", "placebo_column": "tall", "placebo_measured": "measure"}
    address = evaluator.post(f"{LIST}new/", ANSWERS | places | more)["Location"]
    begun = DesignDraft.objects.get().text
    asked = {fault.field for fault, _line in evaluator.get(address).context["faults"]}
    assert asked == {f"outcomes.2.{field}" for field in ("unit", "low", "high", "decimals")}, (
        "a measure has limits to be told"
    )
    for field, value in (("unit", "cm"), ("low", "50"), ("high", "200"), ("decimals", "0")):
        begun = begun.replace(f"    {field}:\n", f"    {field}: {value}\n")
    evaluator.post(address, {"text": begun})
    page = evaluator.get(address)
    assert page.context["faults"] == []
    assert "# Quay" in DesignDraft.objects.get().text
    for words in (
        "Ud af alle andre områder i data: de områder, der lignede",
        "2 områder",
        "Q2; Q3. Naboer",
        "til og med 2025",
    ):
        assert words in page.content.decode()
    text = page.context["draft"].text.replace("\n", "\r\n")  # as a browser sends it
    for _twice in range(2):
        declared = evaluator.post(f"{address}declare/", {"text": text})["Location"]
    declaration = Declaration.objects.get()
    assert declared == f"/evaluations/{declaration.pk}/"
    assert declaration.design.starts == {"Q1": 2022}
    assert declaration.design.names == {"Q1": "Quay"}
    assert declaration.title_en == "Wet socks at the East Quay"
    assert declaration.design.question.en == declaration.design.question.da, "said to be Danish only"
    assert declaration.design.primary.smallest_effect == 0.025
    assert declaration.text_hash == hash_of_text(declaration.text)
    told = evaluator.get(declared).content.decode()
    for words in ("Quay (fra 2022)", "2,5 procentpoint", declaration.text_hash[:12], cast.evaluator.name):
        assert words in told
    assert AuditEntry.objects.about(declaration).of_acts(Act.CREATED).count() == 1
    assert evaluator.get(address)["Location"] == declared
    again = evaluator.get(f"{LIST}new/").content.decode()
    assert 'value="Q1"' in again
    evaluator.post(f"{LIST}new/", ANSWERS | places | {f"code_{world.quay.pk}": "Other"})
    assert PlaceCode.objects.get().code == "Q1", "what a declared design calls a place stays"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": ""}, "Skriv et par ord."),
        ({"smallest_effect": "lidt"}, "Skriv et tal med højst to decimaler"),
        ({"last": "2014"}, "ligger ikke efter det første"),
        ({"first": "snart"}, "Skriv et årstal, for eksempel 2026."),
        ({"chosen": ""}, "Vælg, hvordan stederne blev valgt."),
        ({"kept_out": "Q2", "looks": "snart"}, "Skriv årstal med komma imellem"),
        ({"kept_out": "Q2", "placebo": "Højde"}, "Skriv kolonnens navn."),
        ({}, "Skriv koden ved mindst ét af stederne"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_lost(evaluator, wrong, told, world):
    refused = evaluator.post(f"{LIST}new/", ANSWERS | wrong)
    assert refused.status_code == 422
    assert told in refused.content.decode()
    assert "De har samme vejr." in refused.content.decode()
    assert not DesignDraft.objects.exists()


def test_a_file_with_faults_becomes_a_draft_that_tells_them_all(evaluator):
    wrong = DESIGN.replace("role: primary", "role: first").replace("starts: 2021", "starts: soon")
    sent = SimpleUploadedFile("sokker.yaml", wrong.encode())
    address = evaluator.post(f"{LIST}from-file/", {"file": sent})["Location"]
    page = evaluator.get(address)
    assert {fault.field for fault, _line in page.context["faults"]} >= {"outcomes.1.role", "treated.1.starts"}
    assert '<a href="#id_text" data-line="' in page.content.decode()
    assert "role: first" in {line for _fault, line in page.context["faults"]}
    draft = DesignDraft.objects.get()
    refused = evaluator.post(f"{address}declare/", {"text": draft.text})
    assert refused.status_code == 422
    assert "Designet har fejl" in refused.content.decode()
    evaluator.post(address, {"text": DESIGN.replace("\n", "\r\n")})
    draft.refresh_from_db()
    assert (draft.text, draft.name) == (DESIGN, "Færre våde sokker")


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "Skriv designet"), (b"\xff\xfe\x00", "kan ikke læses som tekst"), (b"id: 010199-1234", "CPR")],
)
def test_a_file_that_is_no_design_is_refused_with_its_cure(evaluator, content, told):
    refused = evaluator.post(f"{LIST}from-file/", {"file": SimpleUploadedFile("x.yaml", content)})
    assert refused.status_code == 422
    assert told in refused.content.decode()
    assert not DesignDraft.objects.exists()


def test_only_what_was_read_is_declared_and_only_once(evaluator, world, cast):
    draft = a_draft(world.programme, cast.evaluator)
    unsaved = evaluator.post(f"/evaluation-drafts/{draft.pk}/declare/", {"text": f"{draft.text}# rettet"})
    assert unsaved.status_code == 422
    for told in ("ikke gemt og tjekket", "# rettet"):
        assert told in unsaved.content.decode()
    a_declaration(world.programme, cast.evaluator)
    twin = a_draft(world.programme, cast.evaluator, "# the same with other words around it\n" + DESIGN)
    refused = evaluator.post(f"/evaluation-drafts/{twin.pk}/declare/", {"text": twin.text})
    assert "allerede erklæret" in refused.content.decode()
    assert Declaration.objects.count() == 1


def test_a_deviation_is_told_once_and_for_all_to_see(evaluator, world, cast, sign_in):
    declaration = a_declaration(world.programme, cast.evaluator)
    address = f"/evaluations/{declaration.pk}/"
    assert evaluator.post(f"{address}deviate/", {"what": "Ét år mindre", "why": " "}).status_code == 422
    for _twice in range(2):
        evaluator.post(f"{address}deviate/", {"what": "Ét år mindre", "why": "Data kom sent"})
    assert DesignDeviation.objects.count() == 1
    told = sign_in(cast.pedagogue).get(address).content.decode()
    assert "Fordi: Data kom sent" in told
    assert "Træk designet tilbage" not in told
    assert "1 afvigelse" in sign_in(cast.pedagogue).get(LIST).content.decode()


def test_the_list_tells_the_latest_answer_of_every_design_in_as_many_questions(world, cast, sign_in):
    reader, asked = sign_in(cast.pedagogue), []
    for number in range(3):
        declared = a_declaration(world.programme, cast.evaluator, DESIGN.replace("wet_socks", f"wet_socks_{number}"))
        for words in ("Gammelt svar.", f"Svar nummer {number}."):
            reading = {"code": "too_early", "da": words, "en": words}
            told = json.dumps({"outcomes": [{"role": "primary", "reading": reading}]})
            Run.objects.create(declaration=declared, state=State.DONE, result=told)
        with CaptureQueriesContext(connection) as queries:
            page = reader.get(LIST).content.decode()
        asked.append(len(queries))
        assert f"Svar nummer {number}." in page
    assert "Gammelt svar." not in page
    assert asked[1] == asked[2]


def test_what_is_withdrawn_stays_readable_and_may_be_declared_anew(evaluator, world, cast):
    declaration = a_declaration(world.programme, cast.evaluator)
    address = f"/evaluations/{declaration.pk}/"
    for _twice in range(2):
        evaluator.post(f"{address}withdraw/", {"why": "Havnen er tømt"})
    told = evaluator.get(address).content.decode()
    assert "Havnen er tømt" in told
    assert "Er færre børn våde om fødderne?" in told
    assert evaluator.post(f"{address}deviate/", {"what": "a", "why": "b"}).status_code == 422
    draft = evaluator.post(f"{address}revise/")["Location"]
    text = evaluator.get(draft).context["draft"].text
    assert "/evaluations/" in evaluator.post(f"{draft}declare/", {"text": text})["Location"]
    assert Declaration.objects.count() == 2
    assert evaluator.get(f"{address}file/").content.decode() == DESIGN


def test_drafts_are_shown_to_those_who_may_declare(world, cast, sign_in):
    draft = a_draft(world.programme, cast.evaluator)
    assert draft.name in sign_in(cast.project_leader).get(LIST).content.decode()
    reader = sign_in(cast.pedagogue)
    assert draft.name not in reader.get(LIST).content.decode()
    assert reader.get(f"/evaluation-drafts/{draft.pk}/").status_code == 403
    assert sign_in(cast.stranger).get(f"/evaluation-drafts/{draft.pk}/").status_code == 404
    sign_in(cast.secretariat).post(f"/evaluation-drafts/{draft.pk}/remove/")
    assert not DesignDraft.objects.exists()


def test_a_programme_without_communities_names_its_municipalities(evaluator, world):
    world.programme.actors.all().delete()
    world.programme.communities.all().delete()
    address = evaluator.post(
        f"{LIST}new/", ANSWERS | {f"code_{world.north.pk}": "0901", f"starts_{world.north.pk}": "2022"}
    )["Location"]
    assert evaluator.get(address).context["faults"] == []
    assert "shocks: area" in DesignDraft.objects.get().text
