"""The names of the parts that several kinds of definition share; Danish and English."""

from __future__ import annotations

from collections.abc import Mapping

PARTS: Mapping[str, tuple[str, str]] = {
    "Ages": ("Alder", "Ages"),
    "Choice": ("Svar at vælge", "An answer to choose"),
    "OwnField": ("Spørgsmål", "A question"),
    "Point": ("Punkt", "A point"),
    "Rhythm": ("Hvor tit", "How often"),
}
"""By the name of the model."""
