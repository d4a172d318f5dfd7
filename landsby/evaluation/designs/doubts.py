"""What cannot be right in a design, beside the shape of its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from landsby.blueprint.document import Document, Way, written_way
from landsby.blueprint.fault import Fault
from landsby.blueprint.text import Text
from landsby.evaluation.designs.recipe import MOST_STORED, YES_OR_NO

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
TREATED_EXCLUDED: Words = (
    Text(
        da="{area} har en indsats og står også blandt dem, der holdes ude.",
        en="{area} is treated, and stands among those that are kept out, too.",
    ),
    Text(da="Slet det ét af stederne.", en="Remove it from one of the two."),
)
NOT_YET: Words = (
    Text(
        da="{area} begynder i {starts}, og vinduet slutter i {last}.",
        en="{area} starts in {starts}, and the window ends in {last}.",
    ),
    Text(da="Lad vinduet slutte senere, eller udelad området.", en="End the window later, or leave the area out."),
)
LOOK_OUTSIDE: Words = (
    Text(
        da="{period} ligger uden for vinduet, {first} til {last}.",
        en="{period} lies outside the window, {first} to {last}.",
    ),
    Text(da="Ret perioden, eller flyt vinduet.", en="Correct the period, or move the window."),
)
NO_SUCH_OUTCOME: Words = (
    Text(da="Intet udfald hedder »{name}«.", en="No outcome is called “{name}”."),
    Text(da="Skriv id fra et af udfaldene.", en="Write the id of one of the outcomes."),
)
LIMITS: Words = (
    Text(da="low skal være mindre end high.", en="low must be less than high."),
    Text(da="Skriv den mindste og den største mulige værdi.", en="Write the least and the greatest possible value."),
)
TOO_LARGE: Words = (
    Text(da="Grænserne og decimalerne giver for store tal.", en="The limits and the decimals make too large numbers."),
    Text(da="Brug færre decimaler eller en større enhed.", en="Use fewer decimals, or a larger unit."),
)
NOT_ABOVE_NOUGHT: Words = (
    Text(
        da="Den mindste virkning, der betyder noget, er {smallest_effect}.",
        en="The smallest effect that matters is {smallest_effect}.",
    ),
    Text(
        da="Skriv den uden minus og over 0. Feltet better siger, hvilken vej der er god.",
        en="Write it without a minus and above 0. The field better says which way is good.",
    ),
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
        da="Gode og dårlige år rammer en større enhed, men ingen kolonne siger hvilken.",
        en="Shocks strike a larger unit, but no column says which.",
    ),
    Text(da="Skriv cluster: under columns.", en="Write cluster: below columns."),
)
NO_GROUP_TIME: Words = (
    Text(
        da="influence siger, hvor sikker group_time er, og den er ikke blandt designets estimators.",
        en="influence says how sure group_time is, which is not among the estimators of the design.",
    ),
    Text(da="Tilføj group_time under estimators, eller fjern influence.", en="Add group_time, or remove influence."),
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
    for field, key in (("outcomes", "id"), ("treated", "area"), ("subgroups", "id"), ("looks", "period")):
        yield from _twice(design, field, key)
    yield from _doubts_of_names(design)
    yield from _doubts_of_looks(design)
    yield from _doubts_of_treated(design)
    for field in ("outcomes", "covariates"):
        yield from _doubts_of_variables(design, field)
    yield from _doubts_of_units(design)
    yield from _doubts_of_what_is_lacking(design)


def _doubts_of_what_is_lacking(design: dict[str, Any]) -> Iterator[Doubt]:
    columns, inference, matched = design["columns"], design["inference"], design["comparison"]["match_on"]
    of_groups = "influence" in inference["procedures"] and "group_time" not in design["estimators"]
    lacking = (
        (all(each["role"] != "primary" for each in design["outcomes"]), ("outcomes", 0), NO_PRIMARY),
        (inference["shocks"] == "cluster" and columns["cluster"] is None, ("inference", "shocks"), NO_CLUSTER),
        (of_groups, ("inference", "procedures"), NO_GROUP_TIME),
        ("covariates" in matched and not design["covariates"], ("comparison", "match_on"), NO_COVARIATES),
        (bool(design["subgroups"] and not columns["strata"]), ("subgroups",), NO_STRATA),
    )
    yield from ((way, words, {}) for is_lacking, way, words in lacking if is_lacking)


def _twice(design: dict[str, Any], field: str, key: str) -> Iterator[Doubt]:
    counts = Counter(each[key] for each in design[field])
    for place, each in enumerate(design[field]):
        if counts[each[key]] > 1:
            yield (field, place, key), TWICE, {"name": each[key]}


def _doubts_of_names(design: dict[str, Any]) -> Iterator[Doubt]:
    known = [each["id"] for each in design["outcomes"]]
    for place, each in enumerate(design["covariates"]):
        if each["id"] in known:
            yield ("covariates", place, "id"), TWICE, {"name": each["id"]}
        known.append(each["id"])
    for place, name in enumerate((design.get("selection") or {}).get("by", ())):
        if all(name != each["id"] for each in design["outcomes"]):
            yield ("selection", "by", place), NO_SUCH_OUTCOME, {"name": name}


def _doubts_of_looks(design: dict[str, Any]) -> Iterator[Doubt]:
    window = design["window"]
    for place, look in enumerate(design["looks"]):
        if not window["first"] <= look["period"] <= window["last"]:
            yield ("looks", place, "period"), LOOK_OUTSIDE, {**look, **window}


def _doubts_of_treated(design: dict[str, Any]) -> Iterator[Doubt]:
    pool = {area: place for place, area in enumerate(design["comparison"]["areas"])}
    for place, each in enumerate(design["treated"]):
        if each["starts"] - design["anticipation"] <= design["window"]["first"]:
            yield ("treated", place, "starts"), NO_BEFORE, each
        if each["starts"] > design["window"]["last"]:
            yield ("treated", place, "starts"), NOT_YET, {**each, **design["window"]}
        if each["area"] in pool:
            yield ("comparison", "areas", pool[each["area"]]), TREATED_IN_POOL, each
    treated = {each["area"]: each for each in design["treated"]}
    for place, group in enumerate(design["comparison"]["exclude"]):
        for at, area in enumerate(group["areas"]):
            if area in treated:
                yield ("comparison", "exclude", place, "areas", at), TREATED_EXCLUDED, treated[area]


def _doubts_of_units(design: dict[str, Any]) -> Iterator[Doubt]:
    for place, each in enumerate(design["outcomes"]):
        if each["unit"] is None and (each["low"], each["high"], each["decimals"]) != YES_OR_NO:
            yield ("outcomes", place, "id"), NO_UNIT, {"name": each["id"]}
        if each["smallest_effect"] is not None and each["smallest_effect"] <= 0:
            yield ("outcomes", place, "smallest_effect"), NOT_ABOVE_NOUGHT, each


def _doubts_of_variables(design: dict[str, Any], field: str) -> Iterator[Doubt]:
    for place, each in enumerate(design[field]):
        if each["low"] >= each["high"]:
            yield (field, place, "low"), LIMITS, {}
        elif max(abs(each["low"]), abs(each["high"])) * 10 ** each["decimals"] >= MOST_STORED - 1:
            yield (field, place, "decimals"), TOO_LARGE, {}
