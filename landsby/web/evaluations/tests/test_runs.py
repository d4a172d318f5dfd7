"""Runs: asked for, followed, stopped, refused, and the same again to the last bit."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.html import escape
from openpyxl import load_workbook
from pypdf import PdfReader

from landsby.web.evaluations.access import was_seen_before
from landsby.web.evaluations.actions import cancel_run, remember_codes, withdraw
from landsby.web.evaluations.analysing import Carried
from landsby.web.evaluations.carrying_out import BEFORE, carry_out_run
from landsby.web.evaluations.models import Loading, Run, Sort, State
from landsby.web.evaluations.tests.factories import DESIGN, a_declaration, a_loading, a_run, cells_of
from landsby.web.evaluations.told import ToldPlace
from landsby.web.indicators.models import Delivery, Observation
from landsby.web.kit.models import Act, AuditEntry

QUICK = DESIGN.replace("comparison:", "estimators: [two_way]\ncomparison:")

FILES = {"pdf": 200, "xlsx": 403, "json": 403}
"""What somebody has who reads the page, exports elsewhere and evaluates nothing."""


@pytest.fixture(autouse=True)
def few_draws(monkeypatch):
    """As few draws as the design asks for: what is read here hangs on no verdict."""
    for house in ("judging", "powering"):
        monkeypatch.setattr(f"landsby.evaluation.findings.{house}.enough", lambda *_asked: 200)


@pytest.fixture
def declared(world, cast):
    """A declared design that is quickly carried out."""
    return a_declaration(world.programme, cast.evaluator, QUICK)


@pytest.fixture
def evaluator(cast, sign_in):
    """The evaluator's browser."""
    return sign_in(cast.evaluator)


def ask(client, declared, sort="result"):
    """Ask for a run on all cells there are."""
    keys = [loading.pk for loading in Loading.objects.there()]
    return client.post(f"/evaluations/{declared.pk}/run/", {"sort": sort, "cells": keys})


def test_a_run_tells_what_it_was_made_from_and_again_it_is_the_same(evaluator, declared, cast, sign_in):
    a_loading(declared, cast.evaluator)
    for _twice in range(2):
        address = ask(evaluator, declared)["Location"]
    first, second = Run.objects.order_by("pk")
    assert (first.state, first.steps_done) == (State.DONE, 2)
    assert first.result_hash == second.result_hash
    sealed = AuditEntry.objects.about(first).of_acts(Act.ENDED).get()
    assert (sealed.author, sealed.detail) == (cast.evaluator.name, {"sealed": first.result_hash[:12]})
    manifest = first.told["manifest"]
    assert manifest["design_sha256"] == declared.content_hash
    assert manifest["data"][0]["name"] == "havn.cells.csv"
    assert manifest["declared_before_data"] == BEFORE
    page = sign_in(cast.pedagogue).get(address).content.decode()
    assert "Det samme til sidste ciffer" in page
    assert "Ingen data fra efter starten var indlæst" in page
    assert "Regn det igen" not in page
    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE evaluations_run SET result = 'better'")


@pytest.mark.parametrize(("until", "order"), [(2024, "no"), (2020, BEFORE)])
def test_what_had_been_loaded_before_the_declaration_is_told_of(
    evaluator, declared, cast, world, monkeypatch, until, order
):
    monkeypatch.setattr(
        "landsby.web.evaluations.carrying_out.carry_out", lambda *_: Carried({"manifest": {}, "outcomes": []}, {})
    )
    a_loading(declared, cast.evaluator, cells_of(until=until))
    later = a_declaration(world.programme, cast.evaluator, QUICK.replace("draws: 199", "draws: 198"))
    page = evaluator.get(ask(evaluator, later)["Location"]).content.decode()
    assert ("var indlæst i programmet, før designet blev erklæret" in page) == (order == "no")
    assert Run.objects.get().told["manifest"]["declared_before_data"] == order


def test_figures_of_indicators_about_the_place_have_been_seen_too(world, cast, operator):
    remember_codes(programme=world.programme, places=[ToldPlace(world.quay, "quay", 2021)], by=operator)
    about = {"programme": world.programme, "indicator": "dry"}
    delivery = Delivery.objects.create(**about, indicator_hash="a", file_name="f", source="s", row_count=1)
    figure = Observation.objects.create(**about, community=world.quay, period=2020, value=1, delivery=delivery)
    declared = a_declaration(world.programme, cast.evaluator, QUICK)
    seen = []
    for period in (2020, 2021, 20202, 20211):
        Observation.objects.filter(pk=figure.pk).update(period=period)
        seen.append(was_seen_before(declared))
    assert seen == [False, True, False, True]
    Delivery.objects.update(added_at=timezone.now())
    assert not was_seen_before(declared)


def test_a_run_that_cannot_be_says_why_with_its_cure(evaluator, declared, cast):
    a_loading(declared, cast.evaluator, cells_of(until=2016))
    page = evaluator.get(ask(evaluator, declared)["Location"]).content.decode()
    assert "Der kan ikke gives et tal" in page
    assert Run.objects.get().refusals[0]["cure"]["da"] in page


def test_two_files_of_one_holder_would_count_children_twice(evaluator, declared, cast):
    a_loading(declared, cast.evaluator, cells_of(until=2022))
    a_loading(declared, cast.evaluator, cells_of(until=2024))
    refused = ask(evaluator, declared)
    assert refused.status_code == 422
    assert "ville tælle de samme børn to gange" in refused.content.decode()
    assert not evaluator.get(f"/evaluations/{declared.pk}/").context["form"].fields["cells"].initial


def test_two_holders_of_the_same_children_are_told_apart_from_two_with_their_own(evaluator, declared, cast):
    """Nothing is chosen beforehand where there are two, and both together are refused, whatever places are called."""
    a_loading(declared, cast.evaluator)
    assert len(evaluator.get(f"/evaluations/{declared.pk}/").context["form"].fields["cells"].initial) == 1
    a_loading(declared, cast.evaluator, cells_of(holder="Nabohavnen", called="n_"))
    assert not evaluator.get(f"/evaluations/{declared.pk}/").context["form"].fields["cells"].initial
    assert "rummer de samme børn" in ask(evaluator, declared).content.decode()
    assert not Run.objects.exists()


def test_nothing_is_run_without_data_or_for_a_withdrawn_design(evaluator, declared, cast):
    assert "Vælg mindst én cellefil" in ask(evaluator, declared).content.decode()
    a_loading(declared, cast.evaluator)
    withdraw(declaration=declared, why="Et andet", by=cast.evaluator)
    assert ask(evaluator, declared).status_code == 422
    assert not Run.objects.exists()


def test_a_run_is_followed_and_stopped(evaluator, declared, cast):
    run = a_run(declared, cast.evaluator)
    assert a_run(declared, cast.evaluator) == run
    address = f"/evaluation-runs/{run.pk}/"
    part = evaluator.get(f"{address}?partial=progress", headers={"HX-Request": "true"}).content.decode()
    assert "Venter på at komme til" in part
    assert "<html" not in part
    Run.objects.update(asked_at=timezone.now() - timedelta(minutes=2))
    assert "db_worker" in evaluator.get(address).content.decode()
    for _twice in range(2):
        evaluator.post(f"{address}cancel/")
    carry_out_run(run)
    run.refresh_from_db()
    assert (run.state, run.result) == (State.CANCELLED, "")
    assert evaluator.get(f"{address}?partial=progress", headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"


def test_a_run_that_goes_on_stops_before_its_next_step(declared, cast, monkeypatch):
    run = a_run(declared, cast.evaluator)

    def stopped_meanwhile(design, files, tell):
        tell("rows")
        cancel_run(run=run, by=cast.evaluator)
        tell("wet")

    monkeypatch.setattr("landsby.web.evaluations.carrying_out.carry_out", stopped_meanwhile)
    carry_out_run(run)
    run.refresh_from_db()
    assert (run.state, run.step) == (State.CANCELLED, "rows")


def test_what_breaks_is_told_and_not_hidden(declared, cast, monkeypatch, evaluator):
    run = a_run(declared, cast.evaluator)

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("landsby.web.evaluations.carrying_out.carry_out", broken)
    with pytest.raises(ZeroDivisionError):
        carry_out_run(run)
    assert "Noget gik galt" in evaluator.get(f"/evaluation-runs/{run.pk}/").content.decode()


def test_when_one_can_know_is_told_from_cells_before_the_start(evaluator, declared, cast, monkeypatch):
    found = {"outcome": "wet", "smallest_that_matters": 0.05, "since": 2023, "known": []}
    monkeypatch.setattr("landsby.web.evaluations.carrying_out.patience_of", lambda *_: found)
    a_loading(declared, cast.evaluator, cells_of(until=2020))
    page = evaluator.get(ask(evaluator, declared, Sort.PATIENCE)["Location"]).content.decode()
    assert "En forskel på 5 procentpoint kan ses fra 2023, hvis den er der." in page


@pytest.fixture
def finished(declared, cast):
    """A run that came to a result, and was really carried out."""
    run = a_run(declared, cast.evaluator)
    carry_out_run(run)
    run.refresh_from_db()
    return run


def looked_ahead(declared, by):
    """A look ahead that came to its end."""
    found = {"outcome": "wet", "smallest_that_matters": 0.05, "since": 2023, "known": []}
    run = a_run(declared, by, sort=Sort.PATIENCE)
    Run.objects.filter(pk=run.pk).update(state=State.DONE, result=json.dumps(found), result_hash="ahead")
    return run


def test_a_result_and_a_look_ahead_say_first_that_their_design_was_withdrawn(evaluator, finished, declared, cast):
    addresses = [f"/evaluation-runs/{finished.pk}/", f"/evaluation-runs/{looked_ahead(declared, cast.evaluator).pk}/"]
    for address in addresses:
        assert "Læs ikke dette som et svar" not in evaluator.get(address).content.decode()
    withdraw(declaration=declared, why="Vi måler på noget andet", by=cast.evaluator)
    for address in addresses:
        assert "Vi måler på noget andet. Læs ikke dette som et svar" in evaluator.get(address).content.decode()
        first = PdfReader(BytesIO(evaluator.get(f"{address}file/pdf/").content)).pages[0].extract_text()
        assert first.index("Designet blev trukket tilbage") < first.index("forskel")


def test_a_result_is_read_as_a_sentence_with_all_behind_it_and_taken_out_as_files(evaluator, finished, cast, sign_in):
    address = f"/evaluation-runs/{finished.pk}/"
    page = evaluator.get(address)
    told = page.content.decode()
    sentence = finished.told["outcomes"][0]["reading"]["da"]
    assert escape(sentence) in told
    assert page.context["page"].charts
    assert "Børn bag tallene" in told
    assert "far_01" in told
    leaves = PdfReader(BytesIO(evaluator.get(f"{address}file/pdf/").content)).pages
    first = leaves[0].extract_text()
    assert all(
        said in first for said in ("Færre våde sokker", "Er færre børn våde om fødderne?", "2 steder", "låst den")
    )
    assert "Bilag: for den, der vil regne efter" in leaves[1].extract_text()
    book = load_workbook(BytesIO(evaluator.get(f"{address}file/xlsx/").content))
    assert sentence in {cell.value for row in book.worksheets[0] for cell in row}
    methods = book[next(name for name in book.sheetnames if name == "Regnet på flere måder")]
    assert [cell.value for cell in methods[1]][3] == "Forskel"
    assert isinstance(methods[2][3].value, float)
    data = json.loads(evaluator.get(f"{address}file/json/").content)
    assert data["children"]["cells"][-1][-1] == 20 * 10 * 60
    seals = data.pop("sealed")
    rest = json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    assert seals["sha256_without_this_part"] == sha256(rest.encode()).hexdigest(), "its reader can check it"
    assert seals["stored_result_sha256"] == finished.result_hash
    assert AuditEntry.objects.about(finished).of_acts(Act.EXPORTED).count() == 3
    leader = sign_in(cast.daycare_leader)
    assert {form: leader.get(f"{address}file/{form}/").status_code for form in FILES} == FILES
    assert evaluator.get(f"{address}file/doc/").status_code == 404


def test_small_counts_are_hidden_in_page_and_files(evaluator, declared, cast, monkeypatch):
    few = {"quay": {2015: 3, 2016: 80}, "hill": {2015: 60, 2016: 70}, "far": {2015: 900, 2016: 950}}
    described = {"periods": [2015, 2016], "treated": {"n": [63, 150], "mean": [7 / 63, 31 / 150]}}
    outcomes = [
        {"id": "wet", "role": "secondary", "unit": None, "title": {"da": "V", "en": "W"}, "description": described}
    ]
    monkeypatch.setattr(
        "landsby.web.evaluations.carrying_out.carry_out",
        lambda *_: Carried({"manifest": {"rows": 2063}, "outcomes": outcomes}, few),
    )
    run = a_run(declared, cast.evaluator)
    carry_out_run(run)
    run.refresh_from_db()
    shown = run.shown["children"]
    assert shown["cells"][shown["rows"].index("quay")][0] is None
    assert "skjult" in evaluator.get(f"/evaluation-runs/{run.pk}/").content.decode()
    data = json.loads(evaluator.get(f"/evaluation-runs/{run.pk}/file/json/").content)
    assert data["outcomes"][0]["description"]["treated"] == {"n": [None, None], "mean": [0.1, 0.2]}
    assert "rows" not in data["manifest"]
