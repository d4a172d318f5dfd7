"""Which kind of actor a source's own word for it means: a guess, which the one who imports confirms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from landsby.blueprint import CodelistEntry

# What registers call the kinds of the code list, where they do not use its own titles; folded.
WORDS: Mapping[str, str] = {
    "nursery": "vuggestue vuggestuer",
    "kindergarten": "boernehave børnehave naturbørnehave skovbørnehave",
    "integrated_daycare": "aldersintegreret aldersintegreretinstitution integreret integreretinstitution børnehus"
    " dagtilbud daginstitution",
    "family_daycare": "dagpleje dagplejen kommunaldagpleje",
    "special_daycare": "specialdagtilbud specialbørnehave særligtdagtilbud",
    "school": "folkeskole folkeskoler skole kommuneskole kommunalskole grundskole",
    "private_school": "privatskole friskole friogprivatskole friegrundskoler friskoleprivatskole",
    "special_school": "specialskole specialskoleforbørn kommunalspecialskole",
    "boarding_school": "efterskole efterskoler",
    "youth_school": "ungdomsskole ungdomsskoler kommunalungdomsskole",
    "sfo": "sfo skolefritidsordning fritidshjem",
    "club": "klub fritidsklub ungdomsklub juniorklub fritidscenter",
    "association": "forening idrætsforening sportsforening idrætsklub",
    "library": "bibliotek folkebibliotek",
    "sports_hall": "hal idrætshal sportshal",
    "health_visitors": "sundhedspleje",
}


def guessed_kind(value: str, kinds: Mapping[str, CodelistEntry]) -> str:
    """The id of the kind that a value most likely means; "" when nothing is close.

    Args:
        kinds: the code list of kinds, by id.
    """
    word = _folded(value)
    return _own_words(kinds.values()).get(word) or next(
        (kind for kind, words in WORDS.items() if kind in kinds and word in words.split()), ""
    )


def _own_words(kinds: Iterable[CodelistEntry]) -> dict[str, str]:
    """The ids, titles and plurals of the kinds, in both languages."""
    return {
        _folded(word): entry.id
        for entry in kinds
        for text in (entry.title, entry.plural)
        for word in (entry.id, *((text.da, text.en) if text else ()))
    }


def _folded(value: str) -> str:
    return re.sub(r"[\W_]", "", value.casefold())
