"""Calendars as they come: whatever is wrong with one is said in a sentence, and never stops the reading."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time
from time import process_time
from uuid import UUID

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.web.activities.ical.times import Time, read_calendar
from landsby.web.kit.problems import Blocked

FIRST, LAST = date(2027, 1, 1), date(2027, 6, 30)
NAMESPACE = UUID(int=7)


def event(*lines: str, uid: str = "one@club", summary: str = "Håndbold") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", *lines, "END:VEVENT", ""])


def calendar(*events: str) -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def read(content: bytes):
    return read_calendar(content, first=FIRST, last=LAST, namespace=NAMESPACE)


def times(*events: str) -> list[tuple]:
    found = read(calendar(*events)).times
    return [(one.starts_on, one.start_time, one.ends_on, one.end_time) for one in found]


def codes(*events: str) -> list[tuple[int, str]]:
    return [(remark.line, remark.code) for remark in read(calendar(*events)).remarks]


DAY = date(2027, 3, 3)
PLAIN = event("DTSTART;TZID=Europe/Copenhagen:20270303T170000", "DTEND;TZID=Europe/Copenhagen:20270303T183000")


def test_a_plain_event_is_read():
    (told,) = read(calendar(PLAIN)).times
    assert (told.title, told.starts_on, told.start_time, told.end_time) == ("Håndbold", DAY, time(17), time(18, 30))
    assert Time.from_data(told.to_data()) == told
    assert codes(PLAIN) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + calendar(PLAIN), id="mark"),
        pytest.param(calendar(PLAIN).replace(b"\r\n", b"\n"), id="line feeds"),
        pytest.param(calendar(PLAIN).replace(b"\r\n", b"\r"), id="carriage returns"),
        pytest.param(calendar(PLAIN).decode().encode("utf-16"), id="utf-16"),
        pytest.param(calendar(PLAIN).decode().encode("cp1252"), id="latin-1"),
        pytest.param(calendar(PLAIN).replace("Hån".encode(), "Hå\r\n n".encode()), id="folded"),
        pytest.param(calendar(PLAIN).replace("Hån".encode(), b"H\xc3\r\n \xa5n"), id="folded inside a letter"),
        pytest.param(calendar(PLAIN).replace(b"BEGIN", b"begin"), id="small letters"),
        pytest.param(calendar(PLAIN).replace(b"END:VCALENDAR\r\n", b""), id="without an end"),
        pytest.param(calendar(PLAIN) + calendar(), id="two calendars"),
    ],
)
def test_however_it_is_written_it_is_read(content):
    (told,) = read(content).times
    assert (told.starts_on, told.start_time) == (DAY, time(17))
    assert told.title.startswith("H")


@pytest.mark.parametrize(
    ("start", "code", "clock"),
    [
        ("DTSTART:20270303T160000Z", None, time(17)),
        ("DTSTART:20270303T170000", None, time(17)),
        ("DTSTART;TZID=Romance Standard Time:20270303T170000", None, time(17)),
        ("DTSTART;TZID=Europe/London:20270303T160000", None, time(17)),
        ("DTSTART;TZID=The moon:20270303T170000", "unknown_zone", time(17)),
        ("DTSTART;VALUE=DATE:20270303", None, None),
        ("DTSTART:20270303", None, None),
    ],
)
def test_times_are_told_by_the_danish_clock(start, code, clock):
    assert times(event(start)) == [(DAY, clock, None, None)]
    assert [found for _line, found in codes(event(start))] == ([code] if code else [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART;VALUE=DATE:20270303", "DTEND;VALUE=DATE:20270304"], (DAY, None, None, None)),
        (["DTSTART;VALUE=DATE:20270303", "DTEND;VALUE=DATE:20270303"], (DAY, None, None, None)),
        (["DTSTART;VALUE=DATE:20270303", "DTEND;VALUE=DATE:20270306"], (DAY, None, date(2027, 3, 5), None)),
        (["DTSTART:20270303T170000", "DURATION:PT90M"], (DAY, time(17), None, time(18, 30))),
        (["DTSTART:20270303T170000", "DTEND:20270304T000000"], (DAY, time(17), None, time(23, 59))),
        (["DTSTART:20270303T220000", "DTEND:20270304T020000"], (DAY, time(22), date(2027, 3, 4), time(2))),
        (["DTSTART:20270303T170000", "DTEND:20270303T170000"], (DAY, time(17), None, None)),
    ],
)
def test_an_end_is_the_last_day_and_the_clock_on_it(lines, expected):
    assert times(event(*lines)) == [expected]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "no_start"),
        (["DTSTART:soon"], "bad_time"),
        (["DTSTART:20271399T990000Z"], "bad_time"),
        (["DTSTART:T120000"], "bad_time"),
        (["DTSTART:00010101T000000Z"], "year"),
        (["DTSTART:99991231T235959"], "year"),
        (["DTSTART:20270303T170000", "DTEND:20270303T160000"], "ends_before_start"),
        (["DTSTART:20270303T170000", "DTEND:later"], "bad_time"),
        (["DTSTART:20270303T170000", "DURATION:-PT1H"], "ends_before_start"),
        (["DTSTART:20270303T170000", "DURATION:P99999999D"], "broken"),
        (["DTSTART:20270303T170000", "LOCATION:hos 010190-1234"], "cpr"),
    ],
)
def test_what_cannot_be_read_is_left_out_by_line_and_the_others_are_taken(lines, code):
    reading = read(calendar(event(*lines, uid="broken"), PLAIN))
    assert [(remark.line, remark.code) for remark in reading.remarks] == [(4, code)]
    assert len(reading.times) == 1
    assert "1234" not in repr(reading)


def test_an_event_that_is_never_ended_spoils_only_itself():
    broken = event("DTSTART:20270303T170000").replace("END:VEVENT\r\n", "")
    reading = read(calendar(broken, PLAIN, broken))
    assert [(remark.line, remark.code) for remark in reading.remarks] == [(4, "broken"), (14, "broken")]
    assert len(reading.times) == 1


def test_an_alarm_within_an_event_is_passed_over():
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT15M", "SUMMARY:Ring", "DTSTART:nonsense", "END:VALARM")
    assert times(event(*alarm, "DTSTART:20270303T170000")) == [(DAY, time(17), None, None)]


def test_texts_are_kept_short_and_plain():
    (told,) = read(calendar(event("DTSTART:20270303", summary="a\\, b\\n\\nc\x07 " + "å" * 300))).times
    assert told.title.startswith("a, b c ååå")
    assert len(told.title) == 160
    assert codes(event("DTSTART:20270303", summary="å" * 300)) == [(4, "shortened")]
    assert codes(event("DTSTART:20270303", summary="")) == [(4, "no_title")]


WEEKLY = "DTSTART;TZID=Europe/Copenhagen:20270303T170000"


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["RRULE:FREQ=WEEKLY;COUNT=3"], ["03-03", "03-10", "03-17"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20270317T160000Z"], ["03-03", "03-10", "03-17"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20270316"], ["03-03", "03-10"]),
        (["RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Copenhagen:20270310T170000"], ["03-03", "03-17"]),
        (["RRULE:FREQ=WEEKLY;COUNT=2", "RDATE;TZID=Europe/Copenhagen:20270401T170000"], ["03-03", "03-10", "04-01"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=2"], ["03-03", "04-07"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2"], ["03-03", "03-31", "04-30"]),
        (["RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"], ["03-03"]),
    ],
)
def test_what_is_repeated_is_a_time_for_each(lines, days):
    found = [f"{day:%m-%d}" for day, clock, *_ in times(event(WEEKLY, *lines)) if clock == time(17)]
    assert found == days


def test_a_weekly_time_stays_on_the_clock_over_summer_time_and_one_in_utc_does_not():
    rule = "RRULE:FREQ=WEEKLY;COUNT=5"
    assert {clock for _day, clock, *_ in times(event(WEEKLY, rule))} == {time(17)}
    assert [clock for _day, clock, *_ in times(event("DTSTART:20270303T160000Z", rule))] == [time(17)] * 4 + [time(18)]


def test_what_never_ends_is_read_to_the_last_day_and_says_so():
    reading = read(calendar(event("DTSTART:20200101T170000", "RRULE:FREQ=DAILY")))
    assert (reading.times[0].starts_on, reading.times[-1].starts_on, len(reading.times)) == (FIRST, LAST, 181)
    (remark,) = reading.remarks
    assert remark.text == "Den gentages uden slutning. Den er læst til og med 30. jun. 2027."
    with override("en"):
        assert "2027" in remark.text


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=SECONDLY", "too_often"),
        ("FREQ=DAILY;BYHOUR=1,2,3", "too_often"),
        ("FREQ=FORTNIGHTLY", "bad_rule"),
        ("FREQ=WEEKLY;INTERVAL=0", "bad_rule"),
        ("FREQ=WEEKLY;INTERVAL=-1", "bad_rule"),
        ("FREQ=WEEKLY;COUNT=-1", "bad_rule"),
        ("FREQ=MONTHLY;BYMONTHDAY=77", "bad_rule"),
        ("FREQ=MONTHLY;BYDAY=9ZZ", "bad_rule"),
        ("COUNT=3", "bad_rule"),
        ("nonsense", "bad_rule"),
        ("FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 5000), "bad_rule"),
    ],
)
def test_a_rule_that_cannot_be_followed_gives_the_first_time_and_says_so(rule, code):
    assert times(event(WEEKLY, f"RRULE:{rule}")) == [(DAY, time(17), None, None)]
    assert [found for _line, found in codes(event(WEEKLY, f"RRULE:{rule}"))] == [code]


def test_a_single_time_that_is_moved_or_cancelled_keeps_its_key():
    whole = event(WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=3")
    at = "RECURRENCE-ID;TZID=Europe/Copenhagen:20270310T170000"
    before = {one.key: one for one in read(calendar(whole)).times}
    moved = read(calendar(whole, event(at, "DTSTART;TZID=Europe/Copenhagen:20270311T190000"))).times
    assert {one.key for one in moved} == set(before)
    assert [f"{one.starts_on:%m-%d} {one.start_time:%H}" for one in moved] == ["03-03 17", "03-11 19", "03-17 17"]
    off = read(calendar(whole, event(at, "DTSTART;TZID=Europe/Copenhagen:20270310T170000", "STATUS:CANCELLED"))).times
    assert [one.is_cancelled for one in off] == [False, True, False]


def test_the_latest_of_several_with_one_uid_is_taken():
    late = event("DTSTART:20270404", "SEQUENCE:2")
    assert times(late, event("DTSTART:20270303", "SEQUENCE:1")) == [(date(2027, 4, 4), None, None, None)]
    assert [code for _line, code in codes(late, PLAIN)] == ["double"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"PK\x03\x04 a zip", "no_calendar"),
        (b"BEGIN:VEVENT\r\nDTSTART:20270303\r\nEND:VEVENT\r\n", "no_calendar"),
        (bytes(range(256)) * 10, "no_calendar"),
        (calendar(), "no_events"),
        (b"BEGIN:VCALENDAR" + b" " * 6_000_000, "too_large"),
        (calendar(*[event("DTSTART:20270303")] * 10_001), "too_many_events"),
        (calendar(*[event("DTSTART:20270303", uid=str(n)) for n in range(1001)]), "too_many"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_a_reason(content, code):
    with pytest.raises(Blocked) as refusal:
        read(content)
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_ten_thousand_events_that_never_end_are_read_within_seconds():
    rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    content = calendar(*[event("DTSTART:20000101T100000", rule, uid=str(n)) for n in range(10_000)])
    begun = process_time()
    reading = read(content)
    assert process_time() - begun < 15
    assert reading.times == []
    assert {remark.code for remark in reading.remarks} == {"endless", "too_much"}


PIECES = st.sampled_from(
    "BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|UID:a|DTSTART:20270303T100000|DTSTART;VALUE=DATE:20270303|"
    "DTEND:20270303T110000|DTEND;TZID=X:20270303|RRULE:FREQ=WEEKLY|RRULE:FREQ=DAILY;UNTIL=20270401;COUNT=2|"
    "EXDATE:20270310,x|RDATE;VALUE=PERIOD:20270305T100000/PT1H|RECURRENCE-ID:20270310T100000Z|SEQUENCE:æ|DURATION:P|"
    ' folded|SUMMARY;LANGUAGE=da:x|DTSTART;TZID="a:20270303|BEGIN:VALARM|END:VALARM|STATUS:CANCELLED|:|;=;'.split("|")
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=20), max_size=25))
def test_no_heap_of_lines_stops_the_reading(lines):
    with suppress(Blocked):
        reading = read("\r\n".join(["BEGIN:VCALENDAR", *lines]).encode())
        assert all(remark.text for remark in reading.remarks)
        assert all(FIRST <= one.starts_on <= LAST for one in reading.times)
