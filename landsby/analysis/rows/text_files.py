"""How a CSV file is written: its characters, its separator, its columns; and which of its lines cannot be read."""

from __future__ import annotations

import codecs
import csv
import gzip
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import Any

import duckdb

from landsby.analysis.problems import refuse_rows

CHUNK = 1 << 20
_NOT_LATIN_1 = re.compile(rb"[\x80-\x9f]")
"""What Windows writes where Latin-1 has no letter, such as its dashes and the euro sign."""
_LINE = re.compile(r"CSV Error on Line: (\d+)")
_FIELDS = re.compile(r"Expected Number of Columns: (\d+)")


@dataclass(frozen=True)
class Written:
    """How a CSV file is written.

    Attributes:
        encoding: utf-8, utf-16 or latin-1: spreadsheets save Danish letters in each of them.
        separator: of the first line, for Danish files have semicolons.
        columns: the names in the first line; one that stands again has a number after it.
    """

    encoding: str
    separator: str
    columns: tuple[str, ...]

    @property
    def for_duckdb(self) -> dict[str, Any]:
        """Everything as text: codes keep their leading zeros, and numbers are read by the one expression."""
        types = dict.fromkeys(self.columns, "VARCHAR")
        said = {"delim": self.separator, "quote": '"', "escape": '"', "encoding": self.encoding}
        return {"columns": types, "header": True, "auto_detect": False, **said}

    @property
    def for_spark(self) -> dict[str, Any]:
        """The same in Spark's words."""
        said = {"sep": self.separator, "quote": '"', "escape": '"', "encoding": self.encoding}
        return {"header": True, "inferSchema": False, **said}


def how_written(path: Path) -> Written:
    """How a CSV file is written. All of it is looked through for its characters, and nothing of it is kept.

    Args:
        path: of the file, which may be packed (.gz).

    Raises:
        Refused: `no_rows` of an empty file; `letters_unknown`.
    """
    opener = gzip.open if path.name.lower().endswith(".gz") else open
    with opener(path, "rb") as file:
        encoding = _encoding(iter(partial(file.read, CHUNK), b""))
        file.seek(0)
        if encoding == "latin-1" and any(map(_NOT_LATIN_1.search, iter(partial(file.read, CHUNK), b""))):
            refuse_rows("letters_unknown", name=path)
    with opener(path, "rt", encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
        header = file.readline()
        separator = max(";\t,", key=header.count)
        file.seek(0)
        names = next(csv.reader(file, delimiter=separator), [])
    if not names:
        refuse_rows("no_rows", count=0)
    return Written(encoding, separator, tuple(_told_apart(names)))


def _encoding(chunks: Iterable[bytes]) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for number, chunk in enumerate(chunks):
            if number == 0 and chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return "utf-16"
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """The names, each once whatever its capitals, for engines know no two columns by one name."""
    taken: set[str] = set()
    for place, name in enumerate(names, start=1):
        numbered = (f"{name or 'column'}_{number}" for number in count(place if not name else 1))
        free = next(each for each in chain([name] if name else [], numbered) if each.casefold() not in taken)
        taken.add(free.casefold())
        yield free


@contextmanager
def told_by_line(name: str) -> Iterator[None]:
    """Say in which line a file breaks off, and never what stands there.

    Raises:
        Refused: `row_broken`, `line_broken`, `source_unreadable`.
    """
    try:
        yield
    except duckdb.InvalidInputException as error:
        line, fields = _LINE.search(str(error)), _FIELDS.search(str(error))
        if line and fields:
            refuse_rows("row_broken", name=name, line=line[1], expected=fields[1])
        if line:
            refuse_rows("line_broken", name=name, line=line[1])
        refuse_rows("source_unreadable", name=name, said=str(error).splitlines()[0])
