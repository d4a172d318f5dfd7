"""Days and times in both languages."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils.translation import override

from landsby.web.kit.dates import clock, long_day, month_and_year, short_day

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
