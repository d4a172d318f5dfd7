"""Reading a community's outline from GeoJSON, and saying what is wrong with one that cannot be used."""

from __future__ import annotations

import json
from typing import Any

import shapely
from django.utils.translation import gettext as _
from shapely.errors import GEOSException
from shapely.geometry import mapping, shape
from shapely.validation import explain_validity

from landsby.web.kit.problems import Blocked, Problem, Severity

MOST_CHARACTERS = 5_000_000
MOST_POINTS = 50_000
DECIMALS = 6
"""A tenth of a metre, which is more than an outline is good for."""


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
    if shapely.get_num_coordinates(area) > MOST_POINTS:
        wrong = _("Omridset har flere end %(most)s punkter.") % {"most": MOST_POINTS}
        raise _refused("too_many_points", wrong, _("Forenkl det i dit kortprogram."))
    if not area.is_valid:
        wrong = _("Omridset krydser sig selv (%(where)s).") % {"where": explain_validity(area)[:120]}
        raise _refused("crosses_itself", wrong, _("Ret det i dit kortprogram."))


def _refused(code: str, wrong: str, cure: str) -> Blocked:
    return Blocked([Problem(f"outline_{code}", Severity.BLOCKER, f"{wrong} {cure}", "outline")])
