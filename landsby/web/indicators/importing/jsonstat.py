"""JSON-stat, the form in which statistical offices give tables to machines, as a table of text.

Versions 1 and 2 of one dataset: https://json-stat.org/full/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.imports.decoding import decoded
from landsby.web.partnerships.imports.findings import blocker, refused
from landsby.web.partnerships.imports.table import MOST_COLUMNS, MOST_ROWS, Table, told_apart

VALUE = "INDHOLD"
_AREA_CODE = re.compile(r"\d{3,4}")
_YEAR = re.compile(r"(19|20)\d\d")


def is_json(content: bytes) -> bool:
    """Whether a file is JSON rather than a table."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read_json_stat(content: bytes) -> Table:
    """One row for each number, with a column for each dimension and one for the number.

    Raises:
        Blocked: when it is no JSON-stat, holds several datasets, or more rows than we take.
    """
    text, encoding = decoded(content)
    try:
        told = json.loads(text)
        dataset = _dataset(told)
        names, sizes, dimensions = _shape(dataset)
        rows = list(_rows(dataset["value"], [_labels(dimensions[name]) for name in names], sizes))
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as error:
        raise _not_json_stat() from error
    headings = told_apart([*(str(dimensions[name].get("label") or name) for name in names), VALUE], len(names) + 1)
    return Table(headings, tuple(rows), tuple(range(1, len(rows) + 1)), encoding=encoding)


def _dataset(told: Any) -> Mapping[str, Any]:
    """The one dataset of a response, in either version."""
    if told.get("class", "dataset") != "dataset":
        raise _not_json_stat()
    if "value" in told:
        return dict(told)
    datasets = [one for one in told.values() if isinstance(one, dict) and "value" in one]
    if len(datasets) != 1:
        raise _not_json_stat()
    return datasets[0]


def _shape(dataset: Mapping[str, Any]) -> tuple[list[str], list[int], Mapping[str, Any]]:
    """The ids of the dimensions, their sizes, and what is told of each."""
    dimensions = dataset["dimension"]
    names = list(dataset.get("id") or dimensions["id"])
    sizes = [int(size) for size in dataset.get("size") or dimensions["size"]]
    if len(names) != len(sizes) or not names or min(sizes) < 1:
        raise _not_json_stat()
    if prod(sizes) > MOST_ROWS or len(names) >= MOST_COLUMNS:
        wrong = _("Filen har flere end %(rows)s tal.") % {"rows": MOST_ROWS}
        raise refused(blocker("too_many", wrong, _("Hent færre år eller områder ad gangen.")))
    return names, sizes, dimensions


def _labels(dimension: Mapping[str, Any]) -> list[str]:
    """What the categories of a dimension are called, in the order of the numbers; an area keeps its code before it."""
    category = dimension["category"]
    labels = category.get("label") or {}
    index = category.get("index") or list(labels)
    codes = index if isinstance(index, Sequence) else sorted(index, key=lambda code: int(index[code]))
    return [_called(str(code), str(labels.get(code, code))) for code in codes]


def _called(code: str, label: str) -> str:
    is_area = _AREA_CODE.fullmatch(code) and not _YEAR.fullmatch(code)
    return f"{code} {label}" if is_area and code not in label else label


def _rows(values: Any, labels: list[list[str]], sizes: list[int]) -> Iterator[tuple[str, ...]]:
    if any(len(told) != size for told, size in zip(labels, sizes, strict=True)):
        raise _not_json_stat()
    if isinstance(values, list) and len(values) != prod(sizes):
        raise _not_json_stat()
    for place, names in enumerate(product(*labels)):
        value = values[place] if isinstance(values, list) else values.get(str(place))
        if isinstance(value, bool) or not isinstance(value, int | float | str | None):
            raise _not_json_stat()
        yield (*names, "" if value is None else _plain(value))


def _plain(value: float | str) -> str:
    """A number as a text file would hold it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _not_json_stat() -> Blocked:
    return refused(
        blocker(
            "not_json_stat",
            _("Filen er ikke én tabel i formatet JSON-stat."),
            _("Hent tabellen igen som JSON-stat, CSV eller Excel."),
        )
    )
