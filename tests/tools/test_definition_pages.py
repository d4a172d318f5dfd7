"""The pages about definitions are written from the schema, and are known to be stale when they are."""

from __future__ import annotations

import pytest

from tools import definition_pages


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Pages in a place of their own."""
    kept = {"da": tmp_path / "da.md", "en": tmp_path / "en.md"}
    monkeypatch.setattr(definition_pages, "ROOT", tmp_path)
    monkeypatch.setattr(definition_pages, "PAGES", kept)
    return kept


def test_pages_are_written_and_then_fresh(pages, capsys):
    assert definition_pages.main(["--check"]) == 1
    assert capsys.readouterr().out == "da.md is stale\nen.md is stale\n"
    assert not pages["da"].exists(), "a look changes nothing"
    assert definition_pages.main([]) == 0
    assert definition_pages.main(["--check"]) == 0
    assert pages["da"].read_text("utf-8").startswith("# Definitioner")
    assert pages["en"].read_text("utf-8").startswith("# Definitions")


def test_a_page_that_somebody_changed_is_stale(pages):
    definition_pages.main([])
    pages["en"].write_text(pages["en"].read_text("utf-8").replace("goals", "aims"), encoding="utf-8")
    assert definition_pages.stale() == [pages["en"]]
