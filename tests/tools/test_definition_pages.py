"""The pages about definitions are written from the schema, and are known to be stale when they are."""

from __future__ import annotations

import pytest

from tools import definition_pages


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """Pages in a place of their own."""
    kept = {name: tmp_path / f"{name}.md" for name in ("da", "en", "design")}
    monkeypatch.setattr(definition_pages, "ROOT", tmp_path)
    monkeypatch.setattr(
        definition_pages, "PAGES", dict(zip(kept.values(), definition_pages.PAGES.values(), strict=True))
    )
    return kept


def test_pages_are_written_and_then_fresh(pages, capsys):
    assert definition_pages.main(["--check"]) == 1
    assert capsys.readouterr().out == "da.md is stale\nen.md is stale\ndesign.md is stale\n"
    assert not pages["da"].exists(), "a look changes nothing"
    assert definition_pages.main([]) == 0
    assert definition_pages.main(["--check"]) == 0
    assert pages["da"].read_text("utf-8").startswith("# Definitioner")
    assert pages["en"].read_text("utf-8").startswith("# Definitions")
    assert "| `for_each` | a whole number from 1 to 50 | `5` |" in pages["design"].read_text("utf-8")


def test_a_page_that_somebody_changed_is_stale(pages):
    definition_pages.main([])
    pages["en"].write_text(pages["en"].read_text("utf-8").replace("goals", "aims"), encoding="utf-8")
    assert definition_pages.stale() == [pages["en"]]
