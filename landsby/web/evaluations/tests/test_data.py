"""Cells come in, rows about children do not; when they came is kept for good."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction

from landsby.web.evaluations.actions import ask_for_run, let_go
from landsby.web.evaluations.carrying_out import carry_out_run
from landsby.web.evaluations.models import Loading, Sort, StoredCells
from landsby.web.evaluations.tests.factories import DESIGN, a_declaration, a_loading, cells_of
from landsby.web.kit.models import Act, AuditEntry


@pytest.fixture
def declared(world, cast):
    """A declared design without data."""
    return a_declaration(world.programme, cast.evaluator)


@pytest.fixture
def send(declared, cast, sign_in):
    """Sends a file for the design, as the evaluator."""
    client = sign_in(cast.evaluator)

    def sent(content, name="havn.cells.csv"):
        return client.post(f"/evaluations/{declared.pk}/data/", {"file": SimpleUploadedFile(name, content)})

    return sent


def test_cells_are_taken_in_once_and_it_is_noted_when_and_by_whom(send, declared, cast, sign_in):
    content = cells_of(until=2022)
    for _twice in range(2):
        assert send(content).status_code == 302
    loading = Loading.objects.get()
    assert (loading.holder, loading.first, loading.last, loading.rows) == ("Havnen", 2015, 2022, 20 * 8 * 60)
    assert loading.cells.content == content
    assert AuditEntry.objects.about(loading).of_acts(Act.IMPORTED).get().author == cast.evaluator.name
    told = sign_in(cast.evaluator).get(f"/evaluations/{declared.pk}/data/").content.decode()
    assert "2015–2022" in told


ONE_CHILD = "area,period,child,wet\nquay,2015,1,1\n"


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (ONE_CHILD.encode(), "rows.csv", "Rækker om enkelte børn kommer aldrig ind"),
        (ONE_CHILD.encode(), "rows.cells.csv", "landsby cells"),
        (b"PAR1\x00\x01", "rows.parquet", "Rækker om enkelte børn kommer aldrig ind"),
        (b'{"format": "landsby-cells", "version": 1}\n', "cut.cells.csv", "cut.cells.csv"),
        (cells_of(DESIGN.replace("column: wet", "column: damp")), "a.cells.csv", "en anden opskrift"),
        (cells_of(lone=1), "a.cells.csv", "celler om kun ét eller to børn"),
        (cells_of(lone=2), "a.cells.csv", "celler om kun ét eller to børn"),
    ],
)
def test_what_is_no_cells_of_this_design_is_refused_with_the_way_round(send, content, name, told):
    refused = send(content, name)
    assert refused.status_code == 422
    assert told in refused.content.decode()
    assert "/tmp" not in refused.content.decode()  # noqa: S108 - no place on this machine is told
    assert not Loading.objects.exists()


def test_cells_may_be_let_go_and_that_they_were_there_stays(declared, cast, sign_in):
    loading = a_loading(declared, cast.evaluator)
    sign_in(cast.evaluator).post(f"/cell-files/{loading.pk}/remove/")
    assert not StoredCells.objects.exists()
    with pytest.raises(IntegrityError, match="sealed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM evaluations_loading")
    assert "slettet igen" in sign_in(cast.evaluator).get(f"/evaluations/{declared.pk}/data/").content.decode()


def test_a_run_whose_cells_were_let_go_says_so(declared, cast, sign_in):
    loading = a_loading(declared, cast.evaluator)
    run = ask_for_run(declaration=declared, sort=Sort.RESULT, files=[loading], by=cast.evaluator)
    let_go(loading=loading, by=cast.evaluator)
    carry_out_run(run)
    told = sign_in(cast.evaluator).get(f"/evaluation-runs/{run.pk}/").content.decode()
    assert "Cellerne er slettet" in told
