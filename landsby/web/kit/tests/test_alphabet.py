"""What is searched for is found in any case, and names stand in Danish order, on every database."""

from __future__ import annotations

import pytest

from landsby.web.kit.alphabet import Alphabetical, alphabet_key
from landsby.web.kit.models import Act, AuditEntry

IN_ORDER = ["abe", "Bo", "Ole", "zebra", "Æbelø", "ærø", "Øster Å", "Åben eng", "ål"]


def note(*labels, author="Drift"):
    for label in labels:
        AuditEntry.objects.create(author=author, act=Act.CHANGED, thing="kit.auditentry", label=label)


def labels(entries):
    return [entry.label for entry in entries]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("åben", ["Åben eng"]),
        ("ÅBEN", ["Åben eng"]),
        ("ærø", ["Ærø"]),
        ("RØ", ["Ærø"]),
        ("100 %", ["100 % (a_b) \\ c"]),
        ("a_b", ["100 % (a_b) \\ c"]),
        ("\\ c", ["100 % (a_b) \\ c"]),
        ("to\nlinjer", ["To\nLinjer"]),
        ("aben", []),
        ("%", ["100 % (a_b) \\ c"]),
        (".*", []),
    ],
)
def test_case_does_not_hide_what_is_searched_for(words, found):
    note("Åben eng", "Ærø", "100 % (a_b) \\ c", "To\nLinjer", "axb")
    assert labels(AuditEntry.objects.mentioning(words)) == found


@pytest.mark.django_db
def test_people_are_found_whatever_the_case():
    note("x", author="Åse Ærlig")
    assert AuditEntry.objects.by_author("åse").count() == 1


@pytest.mark.django_db
def test_names_that_differ_in_case_only_are_the_same_name():
    note("Ærø Øst")
    assert AuditEntry.objects.filter(label__iexact="ærø øst").exists()
    assert not AuditEntry.objects.filter(label__iexact="ærø ø").exists()


@pytest.mark.django_db
def test_the_last_letters_of_the_alphabet_stand_last():
    note(*reversed(IN_ORDER))
    assert labels(AuditEntry.objects.order_by(Alphabetical("label"))) == IN_ORDER
    assert labels(AuditEntry.objects.order_by(Alphabetical("label").desc())) == IN_ORDER[::-1]


@pytest.mark.django_db
def test_every_database_sorts_as_the_key_does():
    names = [*IN_ORDER, "Aabenraa", "Aarhus", "Århus", "Aalborg", "Götz", "Gør", "Goa", "É", "2. klasse", "(uden)"]
    note(*names)
    assert labels(AuditEntry.objects.order_by(Alphabetical("label"), "pk")) == sorted(names, key=alphabet_key)
