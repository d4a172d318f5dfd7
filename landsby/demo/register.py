"""A synthetic national register: invented children at school entry, in which the truth is known.

98 municipalities, about 1,300 school districts, 15 birth cohorts; ten districts in three municipalities have a
programme that begins to work two years after its start. Whole municipalities have good and bad years, which is what
makes so few communities hard to judge. Nothing in it is drawn from anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MUNICIPALITIES, DISTRICTS = 98, 1300
FIRST_BORN, COHORTS, ENTRY_AGE = 2009, 15, 6
FIRST_YEAR, LAST_YEAR = FIRST_BORN + ENTRY_AGE, FIRST_BORN + COHORTS - 1 + ENTRY_AGE
CHILDREN = 1_000_000
TREATED_DISTRICTS = (4, 3, 3)
STARTS = (2020, 2021, 2021)
"""Districts of each of the three municipalities, and the first year of each."""

TRUE_EFFECT = (0.0, 0.0, -0.01, -0.02, -0.03)
"""What the programme does to the share of overweight children, by years since its start; the last one stays."""

LEVEL = 0.16
MORE_WHERE_CHOSEN = 0.06
"""The places were chosen for much overweight: so much larger is the share there, to begin with."""
BETWEEN_DISTRICTS, MUNICIPALITY_YEARS, DISTRICT_YEARS = 0.035, 0.012, 0.008
"""Standard deviations of the share: between districts, and of the years of municipalities and of districts."""
REMEMBERED = 0.5
"""How much of a year's shock is left in the next."""
MOVING = 0.12

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Country:
    """The places, and how they fare.

    Attributes:
        municipality: (G,) of each district, from 0.
        codes: (G,) codes of districts.
        weight: (G,) share of all children.
        starts: (G,) first year of the programme, 0 where there is none.
        share: (G, T) of overweight children by district and year, the programme's effect included.
    """

    municipality: Ints
    codes: NDArray[np.str_]
    weight: Floats
    starts: Ints
    share: Floats

    @property
    def municipality_codes(self) -> NDArray[np.str_]:
        """(M,) codes of municipalities; none of them exists."""
        return np.array([f"{9001 + number}" for number in range(MUNICIPALITIES)])


def country(seed: int) -> Country:
    """The places of a seed."""
    draw = np.random.default_rng([seed, 1])
    municipality = _municipalities(draw)
    number = np.arange(DISTRICTS) - np.searchsorted(municipality, municipality) + 1
    codes = np.array([f"{9001 + m}-{n:02d}" for m, n in zip(municipality, number, strict=True)])
    weight = draw.lognormal(0, 0.4, DISTRICTS)
    level = np.clip(draw.normal(LEVEL, BETWEEN_DISTRICTS, DISTRICTS), 0.05, 0.35)
    starts = _starts(draw, municipality)
    level = np.where(starts > 0, np.clip(level + MORE_WHERE_CHOSEN, 0.05, 0.35), level)
    years = np.arange(FIRST_YEAR, LAST_YEAR + 1)
    shocks = _remembered(draw, MUNICIPALITIES, MUNICIPALITY_YEARS)[municipality]
    shocks += _remembered(draw, DISTRICTS, DISTRICT_YEARS)
    share = level[:, None] + 0.001 * (years - FIRST_YEAR)[None, :] + shocks + effect(starts, years)
    return Country(municipality, codes, weight / weight.sum(), starts, np.clip(share, 0.01, 0.6))


def _municipalities(draw: np.random.Generator) -> Ints:
    """(G,) the municipality of each district, in order: at least four districts in each."""
    size = draw.lognormal(0, 0.7, MUNICIPALITIES)
    more = draw.choice(MUNICIPALITIES, DISTRICTS - 4 * MUNICIPALITIES, p=size / size.sum())
    return np.sort(np.concatenate([np.arange(MUNICIPALITIES).repeat(4), more]))


def effect(starts: Ints, years: Ints) -> Floats:
    """(G, T) what the programme does to the share of overweight children."""
    since = years[None, :] - starts[:, None]
    known = np.array(TRUE_EFFECT)
    worked = (starts[:, None] > 0) & (since >= 0)
    return np.where(worked, known[np.clip(since, 0, len(known) - 1)], 0.0)


def _starts(draw: np.random.Generator, municipality: Ints) -> Ints:
    """Ten districts in three municipalities that are neither the smallest nor the largest."""
    count = np.bincount(municipality, minlength=MUNICIPALITIES)
    chosen = draw.choice(np.flatnonzero((count >= 8) & (count <= 20)), len(STARTS), replace=False)
    starts = np.zeros(len(municipality), dtype=np.int64)
    for place, districts, start in zip(chosen, TREATED_DISTRICTS, STARTS, strict=True):
        starts[draw.choice(np.flatnonzero(municipality == place), districts, replace=False)] = start
    return starts


def _remembered(draw: np.random.Generator, places: int, spread: float) -> Floats:
    """(places, T) shocks that fade from year to year."""
    shocks = draw.normal(0, spread, (places, COHORTS))
    for year in range(1, COHORTS):
        shocks[:, year] = REMEMBERED * shocks[:, year - 1] + np.sqrt(1 - REMEMBERED**2) * shocks[:, year]
    return shocks


def register(seed: int = 1, children: int = CHILDREN, until: int = LAST_YEAR) -> dict[str, Any]:
    """One row for each child at school entry, as columns.

    Args:
        seed: the same seed gives the same register.
        children: over all cohorts.
        until: the last year that has been measured.
    """
    places = country(seed)
    draw = np.random.default_rng([seed, 2])
    district = draw.choice(DISTRICTS, children, p=places.weight)
    cohort = draw.integers(0, COHORTS, children)
    girl = draw.random(children) < 0.487
    mother_age = np.round(draw.normal(30.5, 4.8, children).clip(16, 52), 1)
    chance = places.share[district, cohort] - 0.002 * (mother_age - 30.5) + np.where(girl, 0.01, -0.01)
    overweight = draw.random(children) < chance
    height = np.round(draw.normal(1.19, 0.052, children) - 0.008 * girl, 3)
    now = np.where(draw.random(children) < MOVING, draw.integers(0, DISTRICTS, children), district)
    measured = cohort + FIRST_YEAR <= until
    columns = {
        "child": _pseudonyms(children),
        "area": _coded(district, places.codes),
        "area_now": _coded(now, places.codes),
        "municipality": _coded(places.municipality[district], places.municipality_codes),
        "born": (cohort + FIRST_BORN).astype(np.int16),
        "year": (cohort + FIRST_YEAR).astype(np.int16),
        "sex": _coded(girl.astype(np.int64), np.array(["boy", "girl"])),
        "mother_age": mother_age,
        "height": height,
        "overweight": overweight,
    }
    return {name: _only(column, measured) for name, column in columns.items()}


def _only(column: Any, measured: NDArray[np.bool_]) -> Any:
    """The rows that have been measured."""
    return column[measured] if isinstance(column, np.ndarray) else column.filter(measured)


def _pseudonyms(children: int) -> Ints:
    """Different large numbers in no order: multiplying by an odd number goes through all of 2^62 without repeating."""
    return (np.arange(1, children + 1, dtype=np.int64) * 2_862_933_555_777_941_757) & (2**62 - 1)


def _coded(place: Ints, codes: NDArray[np.str_]) -> Any:
    """Codes as an Arrow dictionary: each text is there once."""
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(pa.array(place.astype(np.int16)), pa.array(codes))
