"""A page, or the one part of it that htmx asks for."""

from __future__ import annotations

import pytest
from django.core.exceptions import BadRequest
from django.test import RequestFactory

from landsby.web.kit.partials import render_page


def ask(query: str, *, htmx: bool):
    request = RequestFactory().get(f"/{query}")
    request.htmx = htmx
    return request


def test_a_part_that_is_not_offered_is_refused():
    with pytest.raises(BadRequest):
        render_page(ask("?partial=secrets", htmx=True), "kit/accessibility.html", {}, partials=("rows",))
