"""What no template writes: inline script and style, which the content policy stops, and comments that would be seen."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import files, none_of, read

FORBIDDEN = {
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "a style element": re.compile(r"<style[\s>]", re.IGNORECASE),
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "an htmx event attribute": re.compile(r"\shx-on[:\w-]*\s*=", re.IGNORECASE),
    "a script address": re.compile(r"javascript:", re.IGNORECASE),
    # Django reads such a comment on one line only; a longer one would be shown to the visitor.
    "a comment over several lines": re.compile(r"\{#(?:(?!#\}).)*$", re.MULTILINE),
    "text marked safe": re.compile(r"\{%\s*autoescape\s+off"),
}


def offences(path: str, text: str) -> list[str]:
    """What a template writes and should not."""
    return [
        f"{path}:{text.count(chr(10), 0, found.start()) + 1} writes {what}"
        for what, pattern in FORBIDDEN.items()
        for found in pattern.finditer(text)
    ]


def test_no_template_writes_what_it_should_not():
    templates = files(".html", below="landsby")
    assert len(templates) > 20
    none_of(offence for path in templates for offence in offences(path, read(path)))


@pytest.mark.parametrize(
    ("planted", "what"),
    [
        ("<script>alert(1)</script>", "an inline script"),
        ("<style>p { color: red }</style>", "a style element"),
        ('<p\n style="color: red">', "a style attribute"),
        ('<button onclick="go()">', "an event attribute"),
        ('<button hx-on:click="go()">', "an htmx event attribute"),
        ('<a href="javascript:go()">', "a script address"),
        ("{# A note that\n goes on #}", "a comment over several lines"),
    ],
)
def test_a_planted_offence_is_found(planted, what):
    assert what in " ".join(offences("garden/bed.html", planted))


def test_a_script_from_our_own_files_is_allowed():
    assert offences("garden/bed.html", "<script src=\"{% static 'kit/htmx.js' %}\" defer></script>") == []


def test_comments_that_each_keep_to_their_line_are_allowed():
    assert offences("garden/bed.html", "{# one #} text {# two #}\n{# three #}\n") == []
