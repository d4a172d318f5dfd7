"""What must hold before something is declared, deviated from or withdrawn, in words that one can act on."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Problem, Severity
from landsby.web.kit.small_cells import SMALL

MOST_CHARACTERS = 100_000


def problems_of_text(text: str) -> Iterator[Problem]:
    """A draft holds something, and not a whole book."""
    if not text.strip():
        yield _blocker("nothing_said", _("Skriv designet, eller begynd forfra med hjælp."), "text")
    if len(text) > MOST_CHARACTERS:
        yield _blocker("too_long", _("Designet er længere, end et design kan være. Er det den rigtige fil?"), "text")


def problems_of_declaring(*, is_sound: bool, is_seen: bool, is_declared_already: bool) -> Iterator[Problem]:
    """Only what is sound, and what somebody has read as it stands, is declared, and once.

    Args:
        is_sound: whether the design can be read without faults.
        is_seen: whether the text is the one that the page shows.
        is_declared_already: whether the same design stands declared in the programme.
    """
    if not is_sound:
        yield _blocker("faulty", _("Designet har fejl. Ret dem først; de står på siden."))
    if not is_seen:
        text = _("Det, der står her, er ikke gemt og tjekket endnu. Gem og tjek det, og erklær det så.")
        yield _blocker("changed", text)
    if is_declared_already:
        text = _(
            "Netop det design er allerede erklæret. Du finder det på listen. Ret kladden, hvis den skal sige andet."
        )
        yield _blocker("declared_already", text)


def problems_of_telling(told: dict[str, str]) -> Iterator[Problem]:
    """What is deviated from is said, and why.

    Args:
        told: the texts by the name of their field.
    """
    words = {"what": _("Skriv, hvad der gøres anderledes."), "why": _("Skriv hvorfor. Det er det, læserne spørger om.")}
    for name, text in told.items():
        if not text.strip():
            yield _blocker("nothing_said", words[name], name)


def problem_of_withdrawn() -> Problem:
    """Nothing more is told of a design that has been withdrawn."""
    return _blocker("withdrawn", _("Designet er trukket tilbage. Erklær et nyt i stedet."))


def _blocker(code: str, text: str, field: str = "") -> Problem:
    return Problem(code, Severity.BLOCKER, text, field)


def problems_of_cells(*, is_of_recipe: bool, holds_numbers: bool, fewest: int, rows: int) -> Iterator[Problem]:
    """Cells of the design's own recipe come in, and nothing that is about single children.

    Args:
        is_of_recipe: whether they were made by the recipe of the design.
        holds_numbers: whether anything in them looks like a CPR number.
        fewest: how many children the smallest cell is about.
        rows: how many rows are behind them.
    """
    if holds_numbers:
        text = _("Filen rummer noget, der ligner CPR-numre. Den er ikke gemt. Lav cellerne efter område og år.")
        yield _blocker("holds_numbers", text, "file")
    elif 0 < fewest < SMALL:
        text = _(
            "Filen rummer celler om kun ét eller to børn, og dem tager Landsby ikke imod. Lav cellerne efter større "
            "områder eller færre grupper, eller udelad de små med --fewest."
        )
        yield _blocker("single_children", text, "file")
    if not rows:
        yield _blocker("no_rows", _("Filen rummer ingen rækker i designets år. Er det den rigtige fil?"), "file")
    if not is_of_recipe:
        text = _("Filen er lavet efter en anden opskrift. Hent designfilen her på siden, og lav cellerne efter den.")
        yield _blocker("other_recipe", text, "file")


def problems_of_running(*, files: int, is_withdrawn: bool, holders_twice: bool) -> Iterator[Problem]:
    """A run has data, each holder's once, and a design that is followed."""
    if is_withdrawn:
        yield problem_of_withdrawn()
    if not files:
        yield _blocker("no_files", _("Vælg mindst én cellefil. Er der ingen, så indlæs en først."), "cells")
    if holders_twice:
        text = _("To filer er fra samme dataejer og ville tælle de samme børn to gange. Vælg den ene.")
        yield _blocker("holder_twice", text, "cells")


def problem_of_same_children(one: str, other: str) -> Problem:
    """No child is counted twice, whatever two files call its place.

    Args:
        one, other: the names of the files.
    """
    words = _(
        "%(one)s og %(other)s rummer de samme børn: Antal og summer er ens til sidste ciffer, år for år. Vælg den ene "
        "af dem."
    )
    return _blocker("same_children", words % {"one": one, "other": other}, "cells")
