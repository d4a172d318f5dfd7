"""Unchanged work is not done twice, and changed work is."""

from __future__ import annotations

import pytest

from tools.steps import stamps


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / "var" / "stamps")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text("one")
    return tmp_path


def test_the_fingerprint_knows_names_contents_and_words(project):
    source = project / "source"
    first = stamps.fingerprint([source], "3.11")
    assert stamps.fingerprint([source], "3.11") == first
    assert stamps.fingerprint([source], "3.12") != first
    (source / "a.txt").write_text("two")
    second = stamps.fingerprint([source], "3.11")
    (source / "a.txt").rename(source / "b.txt")
    assert len({first, second, stamps.fingerprint([source], "3.11")}) == 3


def test_what_python_leaves_behind_changes_nothing(project):
    before = stamps.fingerprint([project / "source"])
    (project / "source" / "__pycache__").mkdir()
    (project / "source" / "__pycache__" / "a.pyc").write_bytes(b"x")
    assert stamps.fingerprint([project / "source"]) == before


def test_a_step_is_fresh_only_when_finished_with_the_same_fingerprint(project):
    assert not stamps.is_fresh("assets", "abc")
    stamps.remember("assets", "abc")
    assert stamps.is_fresh("assets", "abc")
    assert not stamps.is_fresh("assets", "abd")
    stamps.forget("assets")
    assert not stamps.is_fresh("assets", "abc")
