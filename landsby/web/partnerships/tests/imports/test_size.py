"""Ten thousand rows: the work grows, the number of queries does not."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.partnerships.models import Actor, ImportDraft
from landsby.web.partnerships.tests.imports.steps import URL, confirm, preview

pytestmark = pytest.mark.django_db

ROWS_PER_INSERT = 40
"""SQLite takes at most 999 values in a statement, so that a bulk insert of actors is split so often."""


def text(rows: int, name: str = "Skole") -> str:
    lines = (f"{n},{name} {n},folkeskole,{901 + n % 2},Vej {n},9000,By,55.{n:05},10.1\n" for n in range(rows))
    return "id,navn,type,kommune,adresse,postnr,by,lat,lon\n" + "".join(lines)


def asked(client, url, data=None):
    with CaptureQueriesContext(connection) as queries:
        response = client.post(url, data) if data else client.get(url)
    return len(queries), response


@pytest.mark.parametrize("step", ["columns", "kinds", "preview"])
def test_a_step_asks_no_more_for_more_rows(secretariat, step):
    counts = []
    for rows in (10, 400):
        draft = preview(secretariat, text(rows)).context["draft"]
        counts.append(asked(secretariat, f"{URL}{draft.pk}/{step}/")[0])
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["Skole", "Nyskole"])
def test_confirming_asks_as_often_for_few_rows_as_for_many(secretariat, name):
    counts = []
    for rows in (10, 400):
        Actor.objects.filter(name__startswith="Skole ").delete()
        if name != "Skole":
            confirm(secretariat, preview(secretariat, text(rows)))
        page = preview(secretariat, text(rows, name))
        url = f"{URL}{page.context['draft'].pk}/apply/"
        counts.append(asked(secretariat, url, {"digest": page.context["page"].plan.digest})[0])
    assert Actor.objects.filter(name__startswith=name).count() >= 400
    tables = 3  # actors, their former names, and the audit
    splits = tables * (400 // ROWS_PER_INSERT + 1) if connection.vendor == "sqlite" else 0
    assert counts[1] <= counts[0] + splits


@pytest.mark.scale
def test_ten_thousand_rows_are_imported_in_seconds(secretariat, django_assert_max_num_queries):
    page = preview(secretariat, text(10_000))
    with django_assert_max_num_queries(700):
        assert confirm(secretariat, page).status_code == 302
    assert Actor.objects.filter(name__startswith="Skole ").count() == 10_000
    assert not ImportDraft.objects.exists()
