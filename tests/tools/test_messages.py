"""The catalogue's own program: it finds every text, and objects to what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import Catalog

from tools.messages import fill, missing, objections, texts_of, unseen, updated, write

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext
title = _("Overblik")
count = ngettext("%(count)s barn", "%(count)s børn", 2)
month = pgettext("forkortet", "mar")
"""
TEMPLATE = """
{% load i18n %}
  <h1 title="{% translate "Åbn" %}">{{ name }}'s</h1>
    {% blocktranslate trimmed count shown=shown with other=other %}
      {{ shown }} af {{ other }}
    {% plural %}
      {{ shown }} af alle {{ other }}
    {% endblocktranslate %}
{# {% translate "Slettet" %} #}
"""


def catalogue(*texts: str | tuple[str, str], english: dict[str, str | tuple[str, str]] | None = None) -> Catalog:
    """A catalogue of these texts, with this English."""
    made = Catalog(locale="en")
    for text in texts:
        key = text if isinstance(text, str) else text[0]
        made.add(text, string=(english or {}).get(key))
    return made


def found_in(folder: Path, name: str, source: str) -> list[tuple[str | tuple[str, ...], str | None]]:
    file = folder / name
    file.write_text(source, encoding="utf-8")
    return list(texts_of(file))


def test_texts_are_found_in_python(tmp_path):
    assert found_in(tmp_path, "views.py", PYTHON) == [
        ("Overblik", None),
        (("%(count)s barn", "%(count)s børn"), None),
        ("mar", "forkortet"),
    ]


def test_texts_are_found_in_templates_whatever_their_indentation(tmp_path):
    assert found_in(tmp_path, "page.html", TEMPLATE) == [
        ("Åbn", None),
        (("%(shown)s af %(other)s", "%(shown)s af alle %(other)s"), None),
    ]


@pytest.mark.parametrize(
    ("danish", "english", "objection"),
    [
        ("Hej", "", "no English"),
        ("Hej %(name)s", "Hello %(nmae)s", "placeholders differ"),
        ("Hej {name}", "Hello", "placeholders differ"),
        ("<b>Hej</b>", "<b>Hello", "tags differ"),
        ("Hej %s", "Hello %s", "without a name"),
    ],
)
def test_what_is_wrong_is_objected_to(danish, english, objection):
    told = list(objections(catalogue(danish), catalogue(danish, english={danish: english})))
    assert len(told) == 1
    assert objection in told[0]


def test_a_singular_may_leave_out_the_number_and_a_plural_may_not():
    text = ("%(count)s barn", "%(count)s børn")
    good = catalogue(text, english={text[0]: ("one child", "%(count)s children")})
    bad = catalogue(text, english={text[0]: ("%(count)s child", "children")})
    assert list(objections(catalogue(text), good)) == []
    assert "placeholders differ" in next(objections(catalogue(text), bad))


def test_what_the_code_no_longer_says_is_objected_to_and_left_out():
    old = catalogue("Hej", "Farvel", english={"Hej": "Hello", "Farvel": "Goodbye"})
    assert "no longer in the code" in next(objections(catalogue("Hej"), old))
    assert [message.id for message in updated(catalogue("Hej"), old) if message.id] == ["Hej"]


def test_missing_english_is_listed_and_filled():
    text = ("%(count)s dag", "%(count)s dage")
    made = catalogue("Hej", text)
    assert missing(made) == {"Hej": "", "%(count)s dag": ["", ""]}
    assert fill(made, {"Hej": "Hello", "%(count)s dag": ["%(count)s day", "%(count)s days"]}) == 2
    assert missing(made) == {}


def test_the_file_holds_no_line_numbers_and_no_dates(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.messages.CATALOGUE", tmp_path / "django.po")
    made = Catalog(locale="en")
    made.add("Hej", string="Hello", locations=[("landsby/web/home/views.py", 0)])
    write(made)
    text = (tmp_path / "django.po").read_text()
    assert "#: landsby/web/home/views.py\n" in text
    assert "Date" not in text


def test_a_text_said_by_a_name_that_the_collector_does_not_know_is_found():
    lines = "from django.utils.translation import gettext as _\nfrom django.utils.translation import gettext as _now\n"
    assert list(unseen(lines)) == ["from django.utils.translation import gettext as _now"]
