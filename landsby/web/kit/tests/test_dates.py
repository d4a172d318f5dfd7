"""Days and times in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from django.utils.translation import override

from landsby.web.kit.dates import clock, days_between, long_day, month_and_year, short_day

A_DAY = date(2023, 9, 6)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["onsdag den 6. september 2023", "6. sep. 2023", "september 2023", "9.05"]),
        ("en", ["Wednesday 6 September 2023", "6 Sept 2023", "September 2023", "9:05"]),
    ],
)
def test_it_is_said_in_the_readers_language(language, said):
    with override(language):
        assert [long_day(A_DAY), short_day(A_DAY), month_and_year(A_DAY), clock(time(9, 5))] == said


def test_the_day_of_a_moment_is_the_day_here():
    assert short_day(datetime(2026, 11, 21, 23, 20, tzinfo=UTC)) == "22. nov. 2026"


def test_a_stretch_of_days_says_its_year_once_unless_it_has_two():
    assert days_between(date(2024, 7, 1), date(2024, 12, 31)) == "1. juli – 31. december 2024"
    assert days_between(date(2024, 11, 3), date(2025, 5, 3)) == "3. november 2024 – 3. maj 2025"
    with override("en"):
        assert days_between(date(2024, 7, 1), date(2024, 12, 31)) == "1 July – 31 December 2024"
