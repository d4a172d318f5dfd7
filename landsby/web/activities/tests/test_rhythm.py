"""The days of a rule are those that a library finds, which we do not use because it may never come back."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import takewhile
from unittest.mock import patch

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.web.activities.ical.rhythm import RHYTHMS, Rule

HORIZON = date(2027, 12, 31)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def several(values):
    return st.lists(values, min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw):
    """A rule that RFC 5545 allows, as words and values."""
    frequency = draw(st.sampled_from(RHYTHMS))
    words = {"FREQ": [frequency], "INTERVAL": [draw(st.integers(1, 4))]}
    if draw(st.booleans()):
        words["WKST"] = [draw(st.sampled_from(["MO", "SU"]))]
    if draw(st.booleans()):
        words["BYMONTH"] = draw(several(st.integers(1, 12)))
    if draw(st.booleans()):
        # The library does not take "every Monday and the first Tuesday" as the sum of the two.
        numbered = frequency in ("MONTHLY", "YEARLY") and draw(st.booleans())
        nth = st.sampled_from(["1", "-1", "2"] if numbered else [""])
        words["BYDAY"] = draw(several(st.builds("{}{}".format, nth, st.sampled_from(WEEKDAYS))))
    elif frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        words["BYMONTHDAY"] = draw(several(st.sampled_from([1, 2, 13, 28, -1, -3])))
    if frequency in ("MONTHLY", "YEARLY") and ("BYDAY" in words or "BYMONTHDAY" in words) and draw(st.booleans()):
        words["BYSETPOS"] = draw(several(st.sampled_from([1, -1, 2])))
    return words


@settings(max_examples=300)
@given(rules(), st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_the_days_are_those_that_a_library_finds(words, start):
    written = ";".join(f"{word}={','.join(map(str, values))}" for word, values in words.items())
    last = datetime.combine(HORIZON, time.max)
    with patch("datetime.MAXYEAR", HORIZON.year + 1):  # as far as the library would look for a day
        found = takewhile(lambda day: day <= last, rrulestr(written, dtstart=datetime.combine(start, time.min)))
        theirs = [day.date() for day in found]
    assert list(Rule.of(words).days(start, HORIZON)) == theirs


def test_a_rule_that_names_no_day_comes_back_with_none():
    words = {"FREQ": ["DAILY"], "BYMONTH": [2], "BYMONTHDAY": [30]}
    assert list(Rule.of(words).days(date(2000, 1, 1), HORIZON)) == []


def test_a_week_of_the_year():
    words = {"FREQ": ["YEARLY"], "BYWEEKNO": [20], "BYDAY": ["MO"]}
    assert list(Rule.of(words).days(date(2026, 1, 1), HORIZON)) == [date(2026, 5, 11), date(2027, 5, 17)]
