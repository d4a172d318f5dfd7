"""Reading a community's outline from GeoJSON, and saying what is wrong with one that cannot be used."""

from __future__ import annotations

import json
import re
from typing import Any

import shapely
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from shapely.errors import GEOSException
from shapely.geometry import mapping, shape
from shapely.validation import explain_validity

from landsby.web.kit.problems import Blocked, Problem, Severity

MOST_CHARACTERS = 5_000_000
MOST_POINTS = 50_000
WEST, SOUTH, EAST, NORTH = 7, 54, 16, 58.5
"""Denmark and its nearest surroundings, in degrees."""

DECIMALS = 6
"""A tenth of a metre, which is more than an outline is good for."""

_PLACE = re.compile(r"\[(?P<longitude>-?[\d.]+) (?P<latitude>-?[\d.]+)\]")
"""A point, as GEOS tells where an area is not valid."""


def read_outline(text: str) -> dict[str, Any]:
    """A GeoJSON Polygon or MultiPolygon in WGS 84, with holes kept and heights dropped.

    Args:
        text: a geometry, a feature, or a collection with one feature.

    Raises:
        Blocked: with what is wrong and what to do, for the field ``outline``.
    """
    geometry = _geometry_in(_parsed(text))
    try:
        area = shapely.force_2d(shape(geometry))
    except (GEOSException, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        cure = _("Tegn området igen, og gem det som GeoJSON.")
        raise _refused(
            "broken", _("Punkterne danner ikke et område: Hver ring skal have mindst fire punkter."), cure
        ) from error
    _refuse_unfit(area)
    rounded = shapely.transform(area, lambda points: points.round(DECIMALS))
    # Rounding may let a hair-thin corner cross itself; then the points stay as they were.
    outline: dict[str, Any] = json.loads(json.dumps(mapping(rounded if rounded.is_valid else area)))
    return outline


def _parsed(text: str) -> Any:
    if len(text) > MOST_CHARACTERS:
        raise _refused("too_large", _("Omridset er for stort."), _("Forenkl det i dit kortprogram."))
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        place = {"line": getattr(error, "lineno", 1), "column": getattr(error, "colno", 1)}
        wrong = _("Teksten er ikke GeoJSON: Den går i stykker i linje %(line)s, tegn %(column)s.") % place
        cure = _("Kopiér hele filen, fra den første { til den sidste }.")
        raise _refused("not_json", wrong, cure) from error


def _geometry_in(data: Any) -> dict[str, Any]:
    """The polygon in a geometry, a feature or a collection of one."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "FeatureCollection":
        features = data.get("features") or []
        if len(features) != 1:
            wrong = _("Filen rummer %(count)s områder.") % {"count": len(features)}
            raise _refused("several", wrong, _("Gem det ene område, som er lokalområdet, i sin egen fil."))
        return _geometry_in(features[0])
    if kind == "Feature":
        return _geometry_in(data.get("geometry"))
    if kind in ("Polygon", "MultiPolygon") and isinstance(data.get("coordinates"), list):
        return {"type": kind, "coordinates": data["coordinates"]}
    wrong = _("Omridset skal være en flade (Polygon eller MultiPolygon). Her står %(type)s.")
    raise _refused(
        "no_area", wrong % {"type": str(kind or _("noget andet"))[:40]}, _("Gem området som en flade i GeoJSON.")
    )


def _refuse_unfit(area: Any) -> None:
    """The area is somewhere, in degrees, does not cross itself, and is not absurdly detailed."""
    if area.is_empty:
        raise _refused("empty", _("Omridset har ingen punkter."), _("Tegn området, og gem det som GeoJSON."))
    west, south, east, north = area.bounds
    if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
        wrong = _("Koordinaterne er ikke længde- og breddegrader. De er måske i UTM (meter).")
        raise _refused("not_degrees", wrong, _("Gem filen i WGS 84 (EPSG:4326)."))
    _refuse_far_away(area)
    if shapely.get_num_coordinates(area) > MOST_POINTS:
        wrong = _("Omridset har flere end %(most)s punkter.") % {"most": MOST_POINTS}
        raise _refused("too_many_points", wrong, _("Forenkl det i dit kortprogram."))
    if not area.is_valid:
        raise _refused("crosses_itself", _crossing(area), _("Ret det i dit kortprogram."))


def _crossing(area: Any) -> str:
    """That an area crosses itself, and where, if the place is told."""
    place = _PLACE.search(explain_validity(area))
    if place is None:
        return _("Omridset krydser sig selv.")
    where = {name: number_format(float(value), DECIMALS) for name, value in place.groupdict().items()}
    return _("Omridset krydser sig selv ved længdegrad %(longitude)s, breddegrad %(latitude)s.") % where


def _refuse_far_away(area: Any) -> None:
    """The area lies in or near Denmark; one that would with its axes swapped is told apart."""
    west, south, east, north = area.bounds
    if _lies_near(west, south, east, north):
        return
    if _lies_near(south, west, north, east):
        wrong = _("Omridset ligger langt fra Danmark: Længde- og breddegrad er byttet om.")
        raise _refused("swapped", wrong, _("Gem filen med længdegraden først i hvert punkt."))
    wrong = _("Omridset ligger langt fra Danmark. Længde- og breddegrad er måske byttet om.")
    raise _refused("far_away", wrong, _("Gem filen i WGS 84 (EPSG:4326) med længdegraden først."))


def _lies_near(west: float, south: float, east: float, north: float) -> bool:
    return west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH


def _refused(code: str, wrong: str, cure: str) -> Blocked:
    return Blocked([Problem(f"outline_{code}", Severity.BLOCKER, f"{wrong} {cure}", "outline")])
