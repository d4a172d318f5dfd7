"""The audit in words that a reader knows."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.web.kit.audit import changes
from landsby.web.kit.models import AuditEntry


def test_nothing_is_kept_as_nothing():
    told = changes(
        {"closed_on": date(2022, 1, 1), "town": None, "name": "A"}, {"closed_on": None, "town": "B", "name": "A"}
    )
    assert told == {"closed_on": ["2022-01-01", ""], "town": ["", "B"]}


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        ({"closed_on": ["2022-01-01", ""]}, "dag: 2022-01-01 → –"),
        ({"closed_on": ["None", "2022-01-01"]}, "dag: – → 2022-01-01"),
        ({"community_id": ["1", "2"]}, "sted: 1 → 2"),
        ({"outline": ["", ""]}, "outline"),
        ({"rows": 3}, "rækker: 3"),
        ({"persona": None}, "person i demoen: –"),
    ],
)
def test_fields_are_called_by_their_names(monkeypatch, detail, text):
    from django.core.exceptions import FieldDoesNotExist

    class Field:
        def __init__(self, name):
            self.verbose_name = name

    class Meta:
        @staticmethod
        def get_field(name):
            try:
                return {"closed_on": Field("dag"), "community": Field("sted")}[name]
            except KeyError as error:
                raise FieldDoesNotExist from error

    monkeypatch.setattr("landsby.web.kit.models.apps.get_model", lambda label: type("Thing", (), {"_meta": Meta}))
    assert AuditEntry(thing="any.thing", detail=detail).detail_text == text


def test_a_thing_that_is_no_more_keeps_its_words():
    assert AuditEntry(thing="gone.thing", detail={"colour": ["red", "blue"]}).detail_text == "colour: red → blue"
