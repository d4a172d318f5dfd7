"""No definition raises a finger: the tone is joy, play and community."""

from __future__ import annotations

import re

import pytest

from landsby.blueprint import codelist
from landsby.blueprint.texts import texts_in
from tests.definitions.test_all_load import shipped_definitions

RAISED_FINGERS = re.compile(
    r"overvægt|undervægt|\bvægt|kalorie|\bbmi\b|fedme|\bfed|\btyk|slank|diagnos|syg(?:dom|elig)|usund|"
    r"risiko|problembarn|udsat|sårbar|svag|forkert|skal huske|"
    r"overweight|underweight|\bweight|calori|obes|\bfat\b|slim|diagnos|disease|unhealthy|"
    r"at risk|vulnerable|disadvantaged|\bwrong\b",
    re.IGNORECASE,
)


def all_texts() -> list[str]:
    texts = [text for definition in shipped_definitions() for _way, text in texts_in(definition)]
    entries = [*codelist("actor_groups").values(), *codelist("actor_kinds").values()]
    texts += [text for entry in entries for _way, text in texts_in(entry)]
    return [said for text in texts for said in (text.da, text.en)]


def test_no_text_raises_a_finger():
    assert [said for said in all_texts() if RAISED_FINGERS.search(said)] == []


@pytest.mark.parametrize("planted", ["Børn med overvægt", "Count the calories", "Sårbare familier", "Usund mad"])
def test_a_planted_finger_is_seen(planted):
    assert RAISED_FINGERS.search(planted)


@pytest.mark.parametrize("harmless", ["Med forældrenes samtykke", "Et stykke af vejen", "Det styrker os"])
def test_other_words_are_left_in_peace(harmless):
    assert not RAISED_FINGERS.search(harmless)


def test_a_text_is_read_at_a_glance():
    """A sentence of more than thirty words is two."""
    sentences = [sentence for said in all_texts() for sentence in re.split(r"[.?!] ", said)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 30] == []
