"""Duties that somebody else asks one's own association to take."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from landsby.web.halls.access import swaps_to_answer
from landsby.web.kit.counts import Count
from landsby.web.partnerships.access import Standing


def swaps_to_answer_now(standing: Standing, today: date) -> Count:
    """How many questions about duties wait for one's answer."""
    return Count(swaps_to_answer(standing, today).count(), reverse("halls:duties", args=[standing.programme.slug]))
