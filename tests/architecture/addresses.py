"""Every address of the product, and something to fill it in with: one thing here, and one elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

HERE, THERE = "here", "there"
OF_A_PLACE = frozenset(f"wheel:{name}" for name in ("year", "printed", "entry_new", "reach", "take_back", "deviate"))
"""The addresses that are asked about a place in their query."""


@dataclass(frozen=True)
class Address:
    """One named address.

    Attributes:
        name: such as ``activities:detail``.
        route: such as ``activities/<int:pk>/``.
    """

    name: str
    route: str

    @property
    def noun(self) -> str:
        """The word of the route that stands before the primary key: what the key belongs to."""
        words = self.route.split("/")
        return words[words.index("<int:pk>") - 1]

    @property
    def parameters(self) -> list[str]:
        """The names of what is filled in."""
        return re.findall(r"<(?:\w+:)?(\w+)>", self.route)

    @property
    def places(self) -> tuple[str, ...]:
        """An address of one thing or of one place is asked for here and elsewhere; the others stand in no place."""
        return (HERE, THERE) if "pk" in self.parameters or self.name in OF_A_PLACE else ("",)


def addresses() -> list[Address]:
    """All addresses, in the order of the contents page."""
    return list(_below(get_resolver().url_patterns, prefix="", route=""))


def _below(patterns: list[URLPattern | URLResolver], *, prefix: str, route: str) -> Iterator[Address]:
    for pattern in patterns:
        here = f"{route}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _below(pattern.url_patterns, prefix=inner, route=here)
        else:
            yield Address(f"{prefix}{pattern.name}", here)


def url_of(address: Address, place: str, things: SimpleNamespace) -> str:
    """The address, filled in.

    Args:
        place: one of the address's places.
        things: the programme's `slug`, words for other parameters, and per place a dictionary from noun to key;
            `words_of` single addresses, and what each is `asked` at its places.
    """
    at_hand = {**things.words, **things.words_of.get(address.name, {}), **(getattr(things, place) if place else {})}
    wanted = {name: address.noun if name == "pk" else name for name in address.parameters}
    for noun in wanted.values():
        if noun not in at_hand:
            pytest.fail(f"{address.route}: the fixture `things` has nothing for {noun}")
    given = {name: at_hand[noun] for name, noun in wanted.items()}
    query = things.asked.get(address.name, {}).get(place, "")
    return reverse(address.name, kwargs=given) + (f"?{query}" if query else "")
