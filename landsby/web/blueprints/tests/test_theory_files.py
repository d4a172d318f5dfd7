"""A theory of change taken along as a picture, a document and a file, and read in again; and evidence."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from landsby.web.blueprints.models import TheoryDraft, TheoryEvidence, chart_today

PAGE = "/p/havneby/theory/tide_theory/"
EVIDENCE = "/p/havneby/assumptions/wind_is_mild/evidence/"


@pytest.fixture
def secretariat(cast: SimpleNamespace, sign_in) -> Client:
    return sign_in(cast.secretariat)


def sent(content: bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("vores.yaml", content)}


def test_it_is_a_picture_and_a_document_with_the_same_words(secretariat, world):
    assert secretariat.get(f"{PAGE}file/svg/").content.startswith(b"<svg")
    assert secretariat.get(f"{PAGE}file/png/").content.startswith(b"\x89PNG")
    read = PdfReader(BytesIO(secretariat.get(f"{PAGE}file/pdf/").content))
    text = " ".join(page.extract_text() for page in read.pages)
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Venskaber i havnen" in text
    assert "Somebody reads aloud" not in text
    assert secretariat.get(f"{PAGE}file/docx/").status_code == 404


def test_the_file_read_in_again_is_the_same_theory(secretariat, world):
    content = secretariat.get(f"{PAGE}file/yaml/").content
    assert secretariat.post(f"{PAGE}import/", sent(content)).status_code == 302
    assert TheoryDraft.objects.get().content == chart_today(world.programme, "tide_theory").content
    assert "Der er ingen forskel" in unescape(secretariat.get(f"{PAGE}edit/").content.decode())


def test_a_file_with_changes_shows_them_before_anything_holds(secretariat, world):
    content = secretariat.get(f"{PAGE}file/yaml/").content.decode().replace("Lånte både", "Fundne både")
    secretariat.post(f"{PAGE}import/", sent(content.encode()))
    assert "Fundne" in secretariat.get(f"{PAGE}edit/").content.decode()
    assert chart_today(world.programme, "tide_theory").nodes["lent_boats"].title.da == "Lånte både"


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("to: harbour_friends", "to: harbour_frends", ("theory_nodes.5.leads_to.1.to", "Mente du »harbour_friends«?")),
        ("stage: outcome", "stage: output\n    leads_to:\n      - to: knows_the_town", ("leads_to", "vender tilbage")),
        ("id: tide_theory", "id: other_theory", ("theories", "Filen er ikke om den forandringsteori")),
        ("stage: input", "stage: inputt", ("theory_nodes.1.stage", "Mente du »input«?")),
    ],
)
def test_faults_in_a_file_are_told_with_line_field_and_cure(secretariat, world, was, now, told):
    content = secretariat.get(f"{PAGE}file/yaml/").content.decode().replace(was, now, 1)
    page = secretariat.post(f"{PAGE}import/", sent(content.encode()))
    text = unescape(page.content.decode())
    assert page.status_code == 422
    assert "vores.yaml" in text
    for words in told:
        assert words in text
    assert not TheoryDraft.objects.exists()


def test_evidence_for_and_against_is_written_and_shown(secretariat, cast, world, sign_in):
    told = {"stance": "against", "text": "Det blæste hele maj.", "found_on": "2023-05-31", "link": ""}
    assert secretariat.post(EVIDENCE, told).status_code == 302
    secretariat.post(EVIDENCE, told)  # a second press
    evidence = TheoryEvidence.objects.get()
    assert (evidence.found_on, evidence.author) == (date(2023, 5, 31), cast.secretariat)
    page = sign_in(cast.pedagogue).get("/p/havneby/theory/tide_theory/").content.decode()
    assert "Det blæste hele maj." in page
    assert "taler imod" in page
    assert sign_in(cast.pedagogue).get(EVIDENCE).status_code == 403
    assert (
        sign_in(cast.project_leader).post(f"/p/havneby/assumptions/evidence/{evidence.pk}/remove/").status_code == 403
    )
    secretariat.post(f"/p/havneby/assumptions/evidence/{evidence.pk}/remove/")
    assert not TheoryEvidence.objects.exists()


@pytest.mark.parametrize(
    "otherwise", [{"stance": ""}, {"text": "010190-1234"}, {"found_on": str(timezone.localdate() + timedelta(days=2))}]
)
def test_evidence_that_cannot_be_is_refused(secretariat, world, otherwise):
    told = {"stance": "for", "text": "Solen skinnede.", "found_on": "2023-05-31"} | otherwise
    assert secretariat.post(EVIDENCE, told).status_code == 422
    assert not TheoryEvidence.objects.exists()
