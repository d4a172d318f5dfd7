"""Reading a YAML file: what is taken, what is refused, and that nothing brings the process down."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from landsby.blueprint import reading
from landsby.blueprint.reading import read_document
from landsby.blueprint.tests.garden import SOUND
from landsby.blueprint.tests.plants import LAYOUT, WHOLE, Plant


def spoilt(plant: Plant) -> bytes:
    """The file of a plant after it."""
    by = plant.by.encode() if isinstance(plant.by, str) else plant.by
    return by if plant.replaced is WHOLE else SOUND[plant.file].encode().replace(plant.replaced.encode(), by)


def test_plain_values_are_taken_as_they_are():
    content = "id: wonder\norder: 10\nlisted: [a, b]\nday: 2020-03-01\nlong: >\n  two\n  lines\nopen: true\n"
    document = read_document("wonder.yaml", content.encode())
    assert document.faults == []
    assert document.data == {
        "id": "wonder",
        "order": 10,
        "listed": ["a", "b"],
        "day": date(2020, 3, 1),
        "long": "two lines\n",
        "open": True,
    }


def test_every_value_knows_its_line():
    document = read_document("wonder.yaml", b"id: wonder\ntitle:\n  da: x\n\n  en: y\nlist:\n  - a\n  - b\n")
    assert document.lines[("title", "en")] == 5
    assert document.lines[("list", 1)] == 8
    assert document.fault("missing_field", ("title", "sv"), name="sv").line == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_machine_are_read(ending):
    document = read_document("wonder.yaml", ending.join(["id: wonder", "title:", "  da: Blåbær"]).encode())
    assert document.data == {"id": "wonder", "title": {"da": "Blåbær"}}
    assert document.lines[("title", "da")] == 3


@pytest.mark.parametrize("plant", LAYOUT, ids=lambda plant: plant.what)
def test_both_of_pyyamls_parsers_are_understood(plant, monkeypatch):
    fast = read_document("x.yaml", spoilt(plant)).faults
    monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    assert read_document("x.yaml", spoilt(plant)).faults == fast


@pytest.mark.parametrize(
    "bomb",
    [b"x: " + b"[" * 100_000, b"- " * 100_000, b"? " * 100_000, b"x: " + b"{a: " * 60_000, b"a: &a [*a]"],
    ids=["brackets", "dashes", "questions", "braces", "itself"],
)
def test_a_file_built_to_bring_the_process_down_is_a_fault(bomb):
    assert len(read_document("x.yaml", bomb).faults) == 1


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told_of(content):
    document = read_document("x.yaml", content)
    assert document.faults or isinstance(document.data, dict)


# Fragments read best side by side, which is why the formatter is kept from giving each a line.
_LINES = st.sampled_from(
    [
        "id: a",
        "title:",
        "  da: x",
        "  en: ",
        "- b",
        "\t",
        "? k",
        "k: [",
        "]",
        "'",
        "no",
        "no: no",
        "&a",
        "*a",
        "!!x y",
        "|",
        ">",
        "---",
        "...",
        "# c",
        "2020-13-01: 1",
        "x: 0x10",
        "x: 1e3",
        "x: ~",
        ": ",
        "{}",
        "<<: a",
        "=: b",
        "%TAG",
    ]
)


@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_any_arrangement_of_yaml_is_read_or_told_of(text):
    document = read_document("x.yaml", text.encode())
    assert document.faults or isinstance(document.data, dict)
    for fault in document.faults:
        assert fault.line is not None
        assert 1 <= fault.line <= text.count("\n") + 2
