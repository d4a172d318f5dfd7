"""A run and a look ahead as files: result.json, tables as CSV, and pictures as SVG with their tables beside them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from landsby.analysis.pictures.patience import patience_pictures
from landsby.analysis.pictures.picture import Picture
from landsby.analysis.pictures.runs import pictures_of
from landsby.analysis.pictures.svg import as_svg
from landsby.analysis.runs.result import Result
from landsby.analysis.runs.running import as_json
from landsby.analysis.runs.telling import plain
from landsby.blueprint.text import Language
from landsby.evaluation.designs.design import Design
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.powering import Patience
from landsby.evaluation.power.patience import Known

PICTURES = "pictures"
"""The folder of pictures and their tables."""


def write_result(result: Result, out: Path, lang: Language) -> None:
    """Write result.json, estimates.csv, and the pictures with their tables."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "result.json").write_text(as_json(result), encoding="utf-8")
    data = result.to_data()
    names = [field.name for field in fields(Estimate)]
    _write_table(out / "estimates.csv", names, ([each[name] for name in names] for each in data["estimates"]))
    for outcome in data["outcomes"]:
        write_pictures(pictures_of(outcome, data["balance"], periods=result.design.periods), out / PICTURES, lang)


def write_patience(found: Patience, design: Design, out: Path, lang: Language) -> None:
    """Write result.json, and the pictures "when can we know?" with their tables."""
    out.mkdir(parents=True, exist_ok=True)
    data = patience_data(found, design)
    text = json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True)
    (out / "result.json").write_text(f"{text}\n", encoding="utf-8")
    write_pictures(patience_pictures(data, design.primary.to_data(), design.periods), out / PICTURES, lang)
    table = patience_table(data)
    _write_table(out / "ways.csv", table[0], table[1:])


def patience_data(found: Patience, design: Design) -> dict[str, Any]:
    """A look ahead as JSON-able data."""
    return {
        "design": {"id": design.id, "title": plain(design.title), "sha256": design.content_hash},
        "outcome": found.outcome,
        "smallest_that_matters": found.smallest_that_matters,
        "least_power": design.too_early.least_power,
        "since": found.since,
        "noise": plain(found.noise),
        "statistic": found.given.statistic,
        "because": plain(found.given.because),
        "known": [_known(each) for each in found.known],
        "ways": [
            {
                "areas": way.areas,
                "units": way.units,
                "compared_areas": way.compared_areas,
                "compared_units": way.compared_units,
                "is_declared": way.is_declared,
                "since": way.since,
                "known": [{"last": each.last, "smallest": plain(each.smallest)} for each in way.known],
            }
            for way in found.ways
        ],
    }


def _known(each: Known) -> dict[str, Any]:
    power = zip(each.effects.tolist(), each.power.tolist(), strict=True)
    return {
        "last": each.last,
        "smallest": plain(each.smallest),
        "power": [{"effect": effect, "share": share} for effect, share in power],
        "draws": each.draws,
    }


def patience_table(data: dict[str, Any]) -> list[list[Any]]:
    """The smallest effect that is found by numbers of places (a line each) and last period, headings first."""
    lasts = sorted({each["last"] for way in data["ways"] for each in way["known"]})
    lines = []
    for way in data["ways"]:
        by_last = {each["last"]: each["smallest"] for each in way["known"]}
        places = [way[name] for name in ("areas", "units", "compared_areas", "compared_units")]
        lines.append([*places, way["since"], *(by_last.get(last) for last in lasts)])
    return [["areas", "units", "compared_areas", "compared_units", "since", *lasts], *lines]


def write_pictures(pictures: Iterable[Picture], folder: Path, lang: Language) -> None:
    """Write each picture as SVG, and what it says as CSV."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        (folder / f"{picture.name}.svg").write_text(as_svg(picture, lang), encoding="utf-8")
        _write_table(folder / f"{picture.name}.csv", picture.headings(lang), picture.rows(lang))


def _write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(rows)
