"""What rooms above know of an initiative, such as its activities: they say so when they are ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from landsby.web.initiatives.models import Initiative
from landsby.web.kit.problems import Sentence
from landsby.web.partnerships.access import Standing


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What one room has about an initiative, as its page shows it.

    Attributes:
        rows: the latest, each in words and with the address of its page.
        count: how many there are.
        url: where all of them are listed.
        nothing: what is missing, where there are none.
        add_url: where one more is made; "" where the reader makes none.
    """

    title: Sentence
    rows: Sequence[tuple[str, str]]
    count: int
    url: str
    nothing: Sentence
    add_url: str = ""


Teller = Callable[[Standing, Initiative], Beside]

_tellers: list[Teller] = []


def tell_beside(teller: Teller) -> None:
    """Called once per room from its `AppConfig.ready`; costs the page a constant number of queries."""
    if teller not in _tellers:
        _tellers.append(teller)


def told_beside(standing: Standing, initiative: Initiative) -> list[Beside]:
    """What the rooms above have about an initiative, in the order in which they came."""
    return [teller(standing, initiative) for teller in _tellers]
