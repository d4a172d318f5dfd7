"""What cannot be right in a design, beside the shape of its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from landsby.blueprint.document import Document, Way, written_way
from landsby.blueprint.fault import Fault
from landsby.blueprint.text import Text
from landsby.evaluation.recipe import MOST_STORED, YES_OR_NO

Words = tuple[Text, Text]

TWICE: Words = (
    Text(da="»{name}« står to gange.", en="“{name}” stands twice."),
    Text(da="Behold den ene.", en="Keep one of them."),
)
REVERSED: Words = (
    Text(da="Vinduet slutter, før det begynder.", en="The window ends before it begins."),
    Text(da="Byt om på first og last.", en="Exchange first and last."),
)
NO_BEFORE: Words = (
    Text(
        da="{area} begynder i {starts}, og vinduet har ingen tid før det.",
        en="{area} starts in {starts}, with no period before.",
    ),
    Text(da="Begynd vinduet tidligere, eller udelad området.", en="Begin the window earlier, or leave the area out."),
)
TREATED_IN_POOL: Words = (
    Text(
        da="{area} har en indsats og kan ikke være sammenligning.", en="{area} is treated and cannot be a comparison."
    ),
    Text(da="Fjern det fra sammenligningen.", en="Remove it from the comparison."),
)
LIMITS: Words = (
    Text(da="low skal være mindre end high.", en="low must be less than high."),
    Text(da="Skriv den mindste og den største mulige værdi.", en="Write the least and the greatest possible value."),
)
TOO_LARGE: Words = (
    Text(da="Grænserne og decimalerne giver for store tal.", en="The limits and the decimals make too large numbers."),
    Text(da="Brug færre decimaler eller en større enhed.", en="Use fewer decimals, or a larger unit."),
)
NO_UNIT: Words = (
    Text(
        da="»{name}« har ingen enhed, og er det ja og nej, går det fra 0 til 1 uden decimaler.",
        en="“{name}” has no unit, and if it is yes and no, it goes from 0 to 1 without decimals.",
    ),
    Text(
        da="Skriv enheden i unit, eller fjern low, high og decimals.",
        en="Write its unit in unit, or remove low, high and decimals.",
    ),
)
NO_PRIMARY: Words = (
    Text(da="Intet udfald er det vigtigste.", en="No outcome is the primary one."),
    Text(da="Skriv role: primary ved det, der skal afgøre sagen.", en="Write role: primary at what shall decide."),
)
NO_CLUSTER: Words = (
    Text(
        da="Stød rammer en større enhed, men ingen kolonne siger hvilken.",
        en="Shocks strike a larger unit, but no column says which.",
    ),
    Text(da="Skriv cluster: under columns.", en="Write cluster: below columns."),
)
NO_COVARIATES: Words = (
    Text(da="Der matches på covariates, men der er ingen.", en="Matching is on covariates, but there are none."),
    Text(da="Tilføj covariates, eller fjern ordet.", en="Add covariates, or remove the word."),
)
NO_STRATA: Words = (
    Text(
        da="En undergruppe kræver, at børnene er delt i grupper.",
        en="A subgroup needs children to be divided into strata.",
    ),
    Text(da="Skriv strata: under columns.", en="Write strata: below columns."),
)


def faults_of(design: dict[str, Any], document: Document) -> Iterator[Fault]:
    """The faults of a design given as data, at their lines."""
    for way, words, values in _doubts(design):
        message, cure = words
        yield Fault(
            document.file, document.line_of(way), written_way(way), message.filled(**values), cure.filled(**values)
        )


Doubt = tuple[Way, Words, dict[str, object]]


def _doubts(design: dict[str, Any]) -> Iterator[Doubt]:
    if design["window"]["first"] > design["window"]["last"]:
        yield ("window", "last"), REVERSED, {}
    yield from _twice(design, "outcomes", "id")
    yield from _twice(design, "treated", "area")
    yield from _doubts_of_treated(design)
    for field in ("outcomes", "covariates"):
        yield from _doubts_of_variables(design, field)
    yield from _doubts_of_units(design)
    if all(outcome["role"] != "primary" for outcome in design["outcomes"]):
        yield ("outcomes", 0), NO_PRIMARY, {}
    if design["inference"]["shocks"] == "cluster" and design["columns"]["cluster"] is None:
        yield ("inference", "shocks"), NO_CLUSTER, {}
    if "covariates" in design["comparison"]["match_on"] and not design["covariates"]:
        yield ("comparison", "match_on"), NO_COVARIATES, {}
    if design["subgroups"] and not design["columns"]["strata"]:
        yield ("subgroups",), NO_STRATA, {}


def _twice(design: dict[str, Any], field: str, key: str) -> Iterator[Doubt]:
    counts = Counter(each[key] for each in design[field])
    for place, each in enumerate(design[field]):
        if counts[each[key]] > 1:
            yield (field, place, key), TWICE, {"name": each[key]}


def _doubts_of_treated(design: dict[str, Any]) -> Iterator[Doubt]:
    pool = {area: place for place, area in enumerate(design["comparison"]["areas"])}
    for place, each in enumerate(design["treated"]):
        if each["starts"] - design["anticipation"] <= design["window"]["first"]:
            yield ("treated", place, "starts"), NO_BEFORE, each
        if each["area"] in pool:
            yield ("comparison", "areas", pool[each["area"]]), TREATED_IN_POOL, each


def _doubts_of_units(design: dict[str, Any]) -> Iterator[Doubt]:
    for place, each in enumerate(design["outcomes"]):
        if each["unit"] is None and (each["low"], each["high"], each["decimals"]) != YES_OR_NO:
            yield ("outcomes", place, "id"), NO_UNIT, {"name": each["id"]}


def _doubts_of_variables(design: dict[str, Any], field: str) -> Iterator[Doubt]:
    for place, each in enumerate(design[field]):
        if each["low"] >= each["high"]:
            yield (field, place, "low"), LIMITS, {}
        elif max(abs(each["low"]), abs(each["high"])) * 10 ** each["decimals"] >= MOST_STORED - 1:
            yield (field, place, "decimals"), TOO_LARGE, {}
