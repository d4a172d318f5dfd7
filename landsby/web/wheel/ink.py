"""The wheel as an SVG image for paper, where no stylesheet reaches."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from landsby.web.kit.paper import typefaces
from landsby.web.wheel.drawing import Shape
from landsby.web.wheel.marks import Band
from landsby.web.wheel.presenters import WheelPage

GREEN, PAPER_LINE, DARK, WHITE = "#1f5a4c", "#7d8f8a", "#12312a", "#ffffff"
SHADES = {
    Band.ACTIVITIES: ("#f6f4ef", "#dcebe5", "#b5d4c9", "#86b9a8"),
    Band.PLANS: ("#f6f4ef", "#fbeccb", "#f4d68f", "#e5b94f"),
    Band.TOGETHER: ("#f6f4ef", "#dde7f3", "#b7cde6", "#8bacd3"),
}
"""Each band from nothing to much. Its place tells it apart, too, for those who do not see colours."""


def in_ink(page: WheelPage) -> str:
    """The drawing, with its names and counts, as the text of an SVG file."""
    size = str(page.size)
    box = {"viewBox": f"0 0 {size} {size}", "width": size, "height": size, "font-family": ", ".join(typefaces())}
    image = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **box})
    for month in page.months:
        SubElement(image, "path", {"d": month.label.path, "fill": GREEN})
        _write(image, month.short, month.label, WHITE)
        for cell in month.cells:
            outline = {"stroke": PAPER_LINE, "stroke-width": "0.5", "fill": SHADES[cell.band][cell.shade]}
            SubElement(image, "path", {"d": cell.shape.path, **outline})
            if cell.count:
                _write(image, str(cell.count), cell.shape, DARK)
    _write(image, str(page.year), Shape("", page.middle, page.middle + 6), GREEN, size=30)
    return tostring(image, encoding="unicode")


def _write(image: Element, text: str, where: Shape, colour: str, *, size: int = 12) -> None:
    """A text in the middle of a shape."""
    at = {"x": str(where.x), "y": str(where.y + 4), "text-anchor": "middle", "font-size": str(size), "fill": colour}
    SubElement(image, "text", at).text = text
