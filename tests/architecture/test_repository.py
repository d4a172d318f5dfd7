"""The repository carries only what is its own: nothing of the machine it was made on, no foreign files."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import files, none_of, read

# Written in pieces, so that this file does not match itself.
_SCHEME = "https?" + "://"
FORBIDDEN = {
    "a package index": re.compile(
        _SCHEME + r"[^\s\"'<>]*(" + "|".join(("py" + "pi", "npm" + "js", "simple" + "/", "registry", "artifact")) + ")",
        re.IGNORECASE,
    ),
    "an index option": re.compile("--(extra-)?" + "index" + "-url|--find" + "-links|--trusted" + "-host"),
    "a path of one machine": re.compile(
        r"(?<![\w.~/])/(" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me", "Us" + "ers", "t" + "mp")) + r")/\w"
    ),
}
FOREIGN = (
    ".woff",
    ".woff2",
    ".ttf",
    ".otf",
    ".eot",
    ".min.js",
    ".min.css",
    ".whl",
    ".tgz",
    ".tar.gz",
    ".zip",
    ".exe",
)


def offences(path: str, text: str) -> list[str]:
    """What a file tells of where it was made."""
    return [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} holds {what}: {found.group()}"
        for what, pattern in FORBIDDEN.items()
        for found in pattern.finditer(text)
    ]


def texts() -> Iterator[tuple[str, str]]:
    """Every file that can be read as text, with its text."""
    for path in files():
        try:
            yield path, read(path)
        except UnicodeDecodeError:
            continue


def test_no_file_tells_where_it_was_made():
    none_of(offence for path, text in texts() for offence in offences(path, text))


def test_no_foreign_file_is_committed():
    assert files(*FOREIGN) == ()


@pytest.mark.parametrize(
    "planted",
    [
        "https" + "://files." + "py" + "pi.example/simple/x",
        "resolved: https" + "://registry." + "npm" + "js.example/htmx",
        "--" + "index-url somewhere",
        "open('" + "/ho" + "me/somebody/data.csv')",
        "see /" + "tmp/notes",
    ],
)
def test_a_planted_address_is_found(planted):
    assert len(offences("docs/notes.md", planted)) >= 1


def test_addresses_of_the_product_are_left_in_peace():
    assert offences("docs/notes.md", "GET /activities/7/ at https" + "://landsby.example/p/havneby/") == []
