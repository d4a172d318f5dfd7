"""From a file to its events, each with the line that it begins on. What is broken spoils only itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Blocked, Problem, Sentence, Severity

MOST_BYTES = 5 * 1024 * 1024
MOST_EVENTS = 10_000

_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one event.

    Attributes:
        line: the number of its first line, counted from 1.
        is_whole: whether it is ended as it should be.
    """

    line: int
    text: str
    is_whole: bool


def refused(code: str, text: Sentence) -> Blocked:
    """The refusal of a whole file, to be raised."""
    return Blocked([Problem(code, Severity.BLOCKER, text, "file")])


def text_of(content: bytes) -> str:
    """The text of a calendar file.

    Raises:
        Blocked: where the file is empty, too large, no text or no calendar.
    """
    if not content.strip():
        raise refused("empty", _("Filen er tom."))
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise refused("too_large", _("Filen fylder mere end %(most)s MB. Del kalenderen i to.") % {"most": most})
    text = _decoded(content)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise refused("no_calendar", _("Det er ikke en kalenderfil. Hent kalenderen ud som .ics, og prøv igen."))
    return text


def _decoded(content: bytes) -> str:
    """As the file's mark says, else UTF-8, else the Latin-1 of Windows, in which few octets mean nothing."""
    codec = next((codec for mark, codec in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def blocks_of(text: str) -> Iterator[Block]:
    """The events of a file, in its order.

    Raises:
        Blocked: where there are more of them than we take.
    """
    for count, block in enumerate(_all_blocks(text), start=1):
        if count > MOST_EVENTS:
            too_many = _("Der er flere end %(most)s begivenheder i filen. Del kalenderen i to.")
            raise refused("too_many_events", too_many % {"most": MOST_EVENTS})
        yield block


def _all_blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    begins = depth = 0
    for number, line in enumerate(_LINE_END.split(text), start=1):
        word = line.strip().upper()
        if word in ("BEGIN:VEVENT", "END:VCALENDAR"):
            if begins:
                # The one before was never ended.
                yield Block(begins, "", is_whole=False)
            lines, begins, depth = [], number if word.startswith("BEGIN") else 0, 0
        elif begins and word == "END:VEVENT":
            yield Block(begins, "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]), is_whole=True)
            begins = 0
        elif begins:
            # An alarm within the event is none of ours, and may be as broken as it likes.
            depth += word.startswith("BEGIN:")
            if depth == 0:
                lines.append(line)
            depth = max(0, depth - word.startswith("END:"))
    if begins:
        yield Block(begins, "", is_whole=False)
