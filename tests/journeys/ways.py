"""The ways that people walk: on a phone or at a desk, in Danish or in English."""

from __future__ import annotations

import pytest

from tests.journeys.steps import DANISH, ENGLISH

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}

in_four_ways = pytest.mark.parametrize(
    ("size", "words"),
    [
        pytest.param(size, words, id=f"{width}-{language}")
        for width, size in (("phone", PHONE), ("desktop", DESKTOP))
        for language, words in (("da", DANISH), ("en", ENGLISH))
    ],
)
"""Walks a journey once on each width in each language; it takes `size` and `words`."""

in_two_ways = pytest.mark.parametrize(
    ("size", "words"),
    [pytest.param(PHONE, DANISH, id="phone-da"), pytest.param(DESKTOP, ENGLISH, id="desktop-en")],
)
"""Walks a journey on each width and in each language, two ways in all: for journeys that take long."""
