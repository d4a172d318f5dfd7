"""Names in a row read as people say them, in both languages."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from landsby.web.kit.text import listed


@pytest.mark.parametrize(
    ("names", "danish", "english"),
    [([], "", ""), (["Nord"], "Nord", "Nord"), (["Nord", "Syd", "Vest"], "Nord, Syd og Vest", "Nord, Syd and Vest")],
)
def test_the_last_name_comes_after_an_and(names, danish, english):
    assert listed(names) == danish
    with override("en"):
        assert listed(names) == english
