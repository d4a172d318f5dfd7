"""A picture as it is kept: drawn anew from its pixels, so that nothing else of the file comes along.

Where it was taken, when, with which telephone, who is named in it and what stands behind the last
pixel are left out because nothing of the file is copied, not because a list of fields is taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from io import BytesIO

from PIL import ExifTags, Image

MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""More pixels than those of a good telephone are a slip, or meant to fill the memory."""

LARGE, SMALL = 1600, 480
"""The longest side of what is shown alone, and among others; in pixels."""

_QUALITY = 82
_READ = ("JPEG", "PNG", "WEBP")
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By the orientation that a camera writes (Exif 2.32, tag 0x0112)."""


class Why(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    HEAVY = "heavy"
    HEIC = "heic"
    OTHER = "other"
    LARGE = "large"
    BROKEN = "broken"


class Unusable(Exception):
    """A file that no picture comes of."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True)
class Picture:
    """A cleaned picture: two JPEG files without metadata, and the size of the larger in pixels."""

    large: bytes
    small: bytes
    width: int
    height: int

    @property
    def digest(self) -> str:
        """What the same picture is known by, however often it is sent; 64 hexadecimal digits."""
        return sha256(self.large).hexdigest()


def kind_of(head: bytes) -> str:
    """What the first bytes of a file say that it is: "jpeg", "png", "webp", "heic", or "" for anything else.

    Neither the file's name nor what the browser calls it is asked.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return "heic" if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS else ""


def cleaned(data: bytes) -> Picture:
    """The picture in a file of JPEG, PNG or WebP, the right way up, without anything but its pixels.

    An animation becomes its first picture; what is transparent becomes white.

    Raises:
        Unusable: saying why.
    """
    if not data:
        raise Unusable(Why.EMPTY)
    if len(data) > MOST_BYTES:
        raise Unusable(Why.HEAVY)
    kind = kind_of(data[:16])
    if kind in ("heic", ""):
        raise Unusable(Why.HEIC if kind else Why.OTHER)
    try:
        return _drawn_anew(data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unusable(Why.LARGE) from error
    except Unusable:
        raise
    except Exception as error:
        # A decoder that meets bytes which somebody made up may fail in any way there is.
        raise Unusable(Why.BROKEN) from error


def _drawn_anew(data: bytes) -> Picture:
    with Image.open(BytesIO(data), formats=_READ) as image:
        # Asked before anything is unpacked: a small file may claim to be larger than the memory.
        if image.width * image.height > MOST_PIXELS:
            raise Unusable(Why.LARGE)
        turn = _turn_of(image)
        large = _pixels_of(image)
    if turn is not None:
        large = large.transpose(turn)
    small = large.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Picture(_jpeg(large), _jpeg(small), large.width, large.height)


def _turn_of(image: Image.Image) -> Image.Transpose | None:
    """How a camera that was held another way says that its picture is to be turned; None where it says nothing."""
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:
        # What is said about a picture may be broken where the picture is not.
        return None


def _pixels_of(image: Image.Image) -> Image.Image:
    """A new picture of the same pixels on white, no larger than is shown; it knows nothing of where they came from."""
    image.draft("RGB", (2 * LARGE, 2 * LARGE))
    if image.mode not in ("RGB", "RGBA", "L"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS)
    fresh = Image.new("RGB", image.size, "white")
    fresh.paste(image, mask=image if image.mode == "RGBA" else None)
    return fresh


def _jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return file.getvalue()
