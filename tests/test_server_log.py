"""The server's log: quiet about what is ordinary, whole about what went wrong, and nothing twice."""

from __future__ import annotations

import io
import logging.config
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from landsby.config.logs import logging_settings


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the console shows at the level that a server has unless it is told otherwise."""
    logging.config.dictConfig(logging_settings("INFO"))
    (console,) = (h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler)
    text = io.StringIO()
    console.setStream(text)
    yield text
    logging.config.dictConfig(settings.LOGGING)


def test_what_is_ordinary_leaves_no_trace(log, cast, sign_in):
    pedagogue = sign_in(cast.pedagogue)
    assert pedagogue.get("/nowhere/").status_code == 404
    assert pedagogue.get("/p/havneby/people/").status_code == 403
    assert pedagogue.get("/language/").status_code == 405
    assert pedagogue.get("/p/havneby/activities/?partial=nothing", headers={"hx-request": "true"}).status_code == 400
    assert log.getvalue() == ""


def test_what_went_wrong_in_our_code_is_told_once_with_where_and_when(log, db, monkeypatch):
    def broken(*_args: object) -> None:
        raise RuntimeError("the sky fell down")

    monkeypatch.setattr("landsby.web.kit.views.policy_in_force", broken)
    assert Client(raise_request_exception=False).get("/data-policy/").status_code == 500
    told = log.getvalue()
    assert told.count("Internal Server Error") == told.count("RuntimeError: the sky fell down") == 1
    assert "ERROR django.request: Internal Server Error: /data-policy/" in told
    assert "Traceback" in told
    assert told[:4].isdigit()


def test_a_strange_host_is_told_in_one_line(log, db):
    assert Client().get("/was", headers={"host": "evil.example"}).status_code == 400
    (line,) = log.getvalue().splitlines()
    assert "evil.example" in line
    assert "Traceback" not in line


def test_a_forged_form_is_told_in_one_line(log, db):
    assert Client(enforce_csrf_checks=True).post("/language/", {"language": "en"}).status_code == 403
    (line,) = log.getvalue().splitlines()
    assert "CSRF" in line


@pytest.mark.parametrize(("level", "told"), [("DEBUG", "DEBUG"), ("INFO", "ERROR"), ("ERROR", "ERROR")])
def test_at_the_finest_level_everything_is_told(level, told):
    settings = logging_settings(level)
    assert settings["root"]["level"] == level
    assert settings["loggers"]["django.request"]["level"] == told
