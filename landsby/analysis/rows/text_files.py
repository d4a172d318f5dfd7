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
from pathlib import Path
from typing import Any

import duckdb

from landsby.analysis.problems import refuse_rows

CHUNK = 1 << 20
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
    """
    opener = gzip.open if path.name.lower().endswith(".gz") else open
    with opener(path, "rb") as file:
        encoding = _encoding(iter(partial(file.read, CHUNK), b""))
    with opener(path, "rt", encoding="utf-8-sig" if encoding == "utf-8" else encoding, newline="") as file:
        header = file.readline()
    separator = max(";\t,", key=header.count)
    names = next(csv.reader([header], delimiter=separator), [])
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


def _told_apart(names: list[str]) -> Iterator[str]:
    for place, name in enumerate(names):
        again = names[:place].count(name)
        yield f"{name}_{again}" if again else name


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
