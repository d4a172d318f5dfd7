"""Doubts about a photo: a file that no picture comes of, and more of them than anybody looks at."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Problem, Severity
from landsby.web.photos.cleaning import MOST_BYTES, MOST_PIXELS, Why

MOST_PHOTOS = 30
"""So many photos of one thing; a whole album belongs elsewhere."""


def problem_of_file(why: Why) -> Problem:
    """Why a file is not taken, and what to do instead."""
    texts = {
        Why.EMPTY: _("Filen er tom. Vælg billedet igen."),
        Why.HEAVY: _("Billedet fylder mere end %(megabytes)s MB. Vælg et mindre, eller gem det i en mindre størrelse.")
        % {"megabytes": MOST_BYTES // 1024**2},
        Why.HEIC: _(
            "Billedet er gemt i Apples format HEIC, som ikke alle kan se. Gem det som JPEG og vælg det igen. "
            "På en iPhone: Indstillinger → Kamera → Formater → Mest kompatibel."
        ),
        Why.OTHER: _("Filen er ikke et billede, vi kan vise. Vælg et billede i JPEG, PNG eller WebP."),
        Why.LARGE: _("Billedet har mere end %(million)s millioner punkter. Gem det i en mindre størrelse og prøv igen.")
        % {"million": MOST_PIXELS // 1_000_000},
        Why.BROKEN: _("Billedet kan ikke læses; filen er måske kun kommet halvt. Vælg det igen, eller vælg et andet."),
    }
    return Problem(f"picture_{why}", Severity.BLOCKER, texts[why], field="file")


def problems_of_adding(there_already: int) -> Iterator[Problem]:
    """Whether there is room for one more.

    Args:
        there_already: how many photos the thing has.
    """
    if there_already >= MOST_PHOTOS:
        text = _("Her er allerede %(count)s billeder. Fjern et af dem, før du tilføjer et nyt.")
        yield Problem("too_many_photos", Severity.BLOCKER, text % {"count": MOST_PHOTOS}, field="file")
