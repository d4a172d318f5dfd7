"""What people type never holds a CPR number."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from landsby.web.kit.fields import looks_like_cpr, refuse_cpr


@pytest.mark.parametrize(
    "text",
    ["010120-1234", "Anna (311299 4321) var med", "2906051234", "cpr:0101201234.", "010120–1234"],
)
def test_ten_digits_that_begin_with_a_date_are_refused(text):
    with pytest.raises(ValidationError) as refusal:
        refuse_cpr(text)
    assert not any(digits in str(refusal.value) for digits in ("1234", "4321"))


@pytest.mark.parametrize(
    "text",
    [
        "Ring 12 34 56 78",
        "den 01.01.2020 kl. 12.34",
        "320120-1234",
        "011320-1234",
        "12345678901234",
        "EAN 5790000123456",
    ],
)
def test_other_numbers_are_let_through(text):
    assert not looks_like_cpr(text)


@given(
    day=st.dates(), serial=st.integers(0, 9999), around=st.text(st.characters(exclude_categories=["Nd"]), max_size=10)
)
def test_a_date_and_four_digits_are_found_wherever_they_stand(day, serial, around):
    assert looks_like_cpr(f"{around}{day:%d%m%y}-{serial:04}{around}")
