"""What was typed, as beginnings of words."""

from __future__ import annotations

import pytest

from landsby.web.kit.search.wording import ALIKE, MOST_WORDS, beginnings, stem


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("børnene", "børn"),
        ("børnenes", "børn"),
        ("aktiviteter", "aktivitet"),
        ("hallen", "hal"),
        ("trives", "triv"),
        ("skolens", "skol"),
        ("legestuerne", "legestu"),
        ("øen", "øen"),
        ("hal", "hal"),
        ("by", "by"),
        ("as", "as"),
        ("krabbefiskeri", "krabbefiskeri"),
        ("hyggelig", "hyg"),
        ("3b", "3b"),
        ("", ""),
    ],
)
def test_a_word_loses_its_ending(word, kept):
    assert stem(word) == kept


def test_what_is_kept_is_always_the_beginning():
    for group in ALIKE:
        for word in group:
            assert word.startswith(stem(word))


def test_words_that_are_alike_find_each_other():
    for group in ALIKE:
        first, *others = (set(beginnings(word)[0]) for word in group)
        assert all(first <= other for other in others), group


def test_a_text_is_its_words_without_signs_and_only_so_many():
    assert beginnings("Rim, & (remser)!") == [["rim"], ["rems"]]
    assert beginnings("  *?\"' ") == []
    assert len(beginnings("ord " * 50)) == MOST_WORDS
