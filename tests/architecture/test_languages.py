"""Every page in both languages: an English page says nothing that has an English of its own in Danish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import translation

from tests.architecture.addresses import Address, addresses, url_of
from tests.architecture.source import none_of
from tools.messages import CATALOGUE, parts, stored

SPOKEN = {"aria-label", "alt", "title", "placeholder", "data-title", "value"}
SILENT = {"script", "style", "template", "svg"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
NO_PAGES = {"activities:export", "overviews:export", "partnerships:log_export", "accounts:become"}
"""Addresses that answer with a file, or only to a form."""


class Heard(HTMLParser):
    """What a page says to its reader: its texts, and the attributes that are read aloud, each with its language."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        language = told.get("lang") or (self._open[-1][1] if self._open else "")
        if tag not in {"input", "br", "meta", "link", "img", "hr", "use", "path", "wbr"}:
            self._open.append((tag, language))
        for name, value in attrs:
            is_hidden = told.get("type") in {"hidden", "radio", "checkbox", "text"}
            if name in SPOKEN and value and not (name == "value" and (tag != "input" or is_hidden)):
                self._hear(value, language)

    def handle_endtag(self, tag: str) -> None:
        if tag not in (opened for opened, _ in self._open):
            return
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1][0] not in SILENT:
            self._hear(data, self._open[-1][1] if self._open else "")

    def _hear(self, text: str, language: str) -> None:
        words = " ".join(text.split())
        if words and language != "da":
            self.said.append(words)


def heard(html: str) -> list[str]:
    """What an English page says, without what it marks as Danish."""
    reader = Heard()
    reader.feed(html)
    return reader.said


def danish_only(pairs: Iterable[tuple[str, str]]) -> list[re.Pattern[str]]:
    """Patterns of the Danish sentences whose English is another.

    A sentence of one word counts where it stands alone; a longer one wherever it is said.
    """
    return [_pattern(danish) for danish, english in pairs if danish != english and _is_telling(danish)]


def _is_telling(danish: str) -> bool:
    """Whether there is more in it than placeholders and signs."""
    return len(re.sub(r"[\W\d_]", "", PLACEHOLDER.sub("", danish))) > 2


def _pattern(danish: str) -> re.Pattern[str]:
    plain = [re.escape(re.sub(r"<[^>]+>", "", piece)) for piece in PLACEHOLDER.split(" ".join(danish.split()))]
    sentence = ".+?".join(plain)
    is_phrase = len(danish.split()) > 2
    return re.compile(rf"(?<!\w){sentence}(?!\w)" if is_phrase else rf"^{sentence}$")


def left_in_danish(html: str, patterns: list[re.Pattern[str]]) -> Iterator[str]:
    """What an English page still says in Danish."""
    return (words for words in heard(html) if any(pattern.search(words) for pattern in patterns))


@pytest.fixture(scope="module")
def patterns() -> list[re.Pattern[str]]:
    """The catalogue's Danish sentences."""
    assert CATALOGUE.exists()
    messages = [message for message in stored() if message.id]
    assert len(messages) > 100
    return danish_only(
        pair for message in messages for pair in zip(parts(message.id), parts(message.string), strict=True)
    )


def pages() -> list[Address]:
    """Every address that shows a page."""
    return [address for address in addresses() if address.name not in NO_PAGES]


@pytest.mark.once
@pytest.mark.django_db
def test_an_english_page_has_no_danish_left(things, cast, sign_in, patterns):
    client = sign_in(cast.secretariat)
    answers = ((address.name, _asked(address, things, client, "en")) for address in pages())
    none_of(f"{name}: {words}" for name, answer in answers if answer for words in left_in_danish(answer, patterns))


@pytest.mark.once
@pytest.mark.django_db
def test_a_danish_page_says_that_it_is_danish(things, cast, sign_in):
    client = sign_in(cast.secretariat)
    answers = ((address.name, _asked(address, things, client, "da")) for address in pages())
    none_of(name for name, answer in answers if answer and '<html lang="da">' not in answer)


def _asked(address: Address, things: SimpleNamespace, client: Client, language: str) -> str | None:
    """The page's HTML in a language, or None where the address shows no page to a GET."""
    client.cookies["django_language"] = language
    response = client.get(url_of(address, address.places[0], things))
    is_page = response.status_code == 200 and "text/html" in response.get("Content-Type", "")
    translation.deactivate()
    return response.text if is_page else None


SENTENCES = danish_only(
    [("Log", "Log"), ("Gem", "Save"), ("Vis de %(count)s aktiviteter", "Show the %(count)s activities")]
)


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Gem</p>",
        '<button aria-label="Gem"></button>',
        "<p>Her kan du vise: <b>Vis de 12 aktiviteter</b></p>",
        '<input type="submit" value="Gem">',
    ],
)
def test_planted_danish_is_found(planted):
    assert len(list(left_in_danish(planted, SENTENCES))) == 1


@pytest.mark.parametrize(
    "fine",
    [
        "<p>Log</p>",
        "<p>Gemma</p>",
        '<p lang="da">Gem</p>',
        "<script>Gem</script>",
        '<input type="hidden" value="Gem">',
        "<p>Show the 12 activities</p>",
    ],
)
def test_english_and_what_is_marked_as_danish_is_left_in_peace(fine):
    assert list(left_in_danish(fine, SENTENCES)) == []
