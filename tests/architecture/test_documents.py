"""The documents are true: what they link to and name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from tests.architecture.source import ROOT, Module, files, none_of, read
from tools.messages import collect, parts
from tools.steps.commands import COMMANDS

LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:)([^)#\s]+)\)")
PATH = re.compile(r"`([\w.<>/-]+/[\w.<>/-]*\.(?:py|html|yaml|txt|md|toml|po|mjs|css))`")
CODE_IN = re.compile(r"`(\w+)`(?: and `(\w+)`)? (?:in|\()\s*`([\w/]+\.py)`")
MAKE = re.compile(r"`(?:PORT=\d+ )?make (\w+)")
LANGUAGES = {"Dansk", "English"}
PLACES = ("", "landsby/", "landsby/web/")
"""Where a path in a document may begin."""


def documents() -> list[str]:
    """The documents of the project, by their paths."""
    return [path for path in files(".md") if not path.startswith("node_modules")]


def found(path: str) -> str | None:
    """The file that a document means by a path; a template may go by the name that views call it by."""
    plain = next((place + path for place in PLACES if (ROOT / place / path).exists()), None)
    return plain or next((name for name in files(".html") if name.endswith(f"/templates/{path}")), None)


def untruths(path: str, text: str) -> Iterator[str]:
    """What a document links to or names and that is not there."""
    for target in LINK.findall(text):
        if not (ROOT / PurePosixPath(path).parent / target).resolve().exists():
            yield f"{path} links to {target}"
    for name in PATH.findall(text):
        if "<" not in name and found(name) is None:
            yield f"{path} names {name}"
    for *names, file in CODE_IN.findall(text):
        where = found(file)
        defined = Module(file, read(where)).names() if where else set()
        yield from (f"{path} looks for {name} in {file}" for name in names if name and name not in defined)
    for command in MAKE.findall(text):
        if command not in COMMANDS:
            yield f"{path} tells of make {command}"


def test_the_documents_are_true():
    assert {"README.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/production.md"} <= set(documents())
    none_of(untruth for path in documents() for untruth in untruths(path, read(path)))


def unknown_labels(path: str, text: str) -> list[str]:
    """What a user guide prints in bold and the interface does not say."""
    said = {part.casefold().rstrip(".") for message in collect() if message.id for part in parts(message.id)}
    bold = (" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", text))
    return [
        f"{path} speaks of {words}"
        for words in bold
        if words not in LANGUAGES and words.casefold().rstrip(".:") not in said
    ]


def test_the_guide_calls_things_what_the_pages_call_them():
    guides = files(".md", below="docs/da")
    assert len(guides) >= 4
    none_of(label for path in guides for label in unknown_labels(path, read(path)))


def test_a_planted_label_is_found():
    assert unknown_labels("docs/da/x.md", "Vælg **Gem** og så **Kast\nanker**.") == [
        "docs/da/x.md speaks of Kast anker"
    ]


def test_every_decision_is_listed_and_has_its_four_parts():
    records = [path for path in files(".md", below="docs/decisions") if not path.endswith("README.md")]
    listed = set(LINK.findall(read("docs/decisions/README.md")))
    assert {PurePosixPath(path).name for path in records} == listed
    parts = ("**Decided.**", "**Ruled out", "**Why.**", "**What would change our mind.**")
    none_of(f"{path} lacks {part}" for path in records for part in parts if part not in read(path))


@pytest.mark.parametrize(
    "planted",
    [
        "see [the guide](docs/no-such-guide.md)",
        "it stands in `activities/no_such_file.py`",
        "`no_such_function` in `activities/access/activities.py`",
        "run `make tea`",
    ],
)
def test_a_planted_untruth_is_found(planted):
    assert len(list(untruths("README.md", planted))) == 1


def test_a_true_sentence_passes():
    where = "`activity_for` in `activities/access/activities.py`"
    told = f"{where}, see [how](docs/one-feature-end-to-end.md), then `make test`"
    assert list(untruths("README.md", told)) == []
