"""What people type never holds a CPR number."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from landsby.web.kit.fields import looks_like_cpr, refuse_cpr, refuse_cpr_in


@pytest.mark.parametrize(
    "text",
    [
        "010120-1234",
        "Anna (311299 4321) var med",
        "2906051234",
        "cpr:0101201234.",
        "010120–1234",
        "010190 - 1234",
        "010190\u00a01234",
        "010190\u00a0-\u00a01234",
        "010190\u20111234",
        "010190\u22121234",
        "010190\u200b1234",
        "01.01.90-1234",
        "01 01 90 1234",
        "01-01-90-1234",
        "010190.1234",
        "01/01/90-1234",
        "01011990-1234",
        "01.01.1990 - 1234",
        "\uff10\uff11\uff10\uff11\uff19\uff10-\uff11\uff12\uff13\uff14",
    ],
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
        "den 01.01.2020 1234",
        "01.08.2024-31.12.2024",
        "2024-11-12 1400",
        "Ring 20 12 34 56, eller 20 12 34 57",
        "+45 20123456",
        "010190\n1234",
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


@pytest.mark.parametrize(
    "value",
    [
        {"note": "010190-1234"},
        {"children": [{"name": "Anna 010190 1234"}]},
        {"010190-1234": True},
        {"count": 1012901234},
        {"count": 101901234},
        {"count": 101901234.0},
        [("a", "0101901234")],
        "010190-1234",
    ],
)
def test_a_number_is_found_wherever_it_stands_in_what_is_kept_as_json(value):
    with pytest.raises(ValidationError) as refusal:
        refuse_cpr_in(value)
    assert "1234" not in str(refusal.value)


@pytest.mark.parametrize("value", [{}, None, True, {"a": [1, 2.5, None, "x", False]}, 12.0510901234, 320190_1234, -4])
def test_other_json_is_let_through(value):
    refuse_cpr_in(value)
