"""Pictures for tests, made byte by byte where a camera would write more than the pixels."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from landsby.web.accounts.models import User
from landsby.web.photos.actions import add_photo
from landsby.web.photos.cleaning import Picture, cleaned
from landsby.web.photos.consent import Consent
from landsby.web.photos.models import Photo

SECRETS = (b"Nokia-of-Ane", b"Ane Jensen", b"xmpmeta", b"ICC-SECRET", b"a comment of Ane's", b"behind the last pixel")
"""What the file below holds beside its pixels, and nobody must be sent."""

_RIGHT_ANSWER = 6
"""The camera lay on its side: what is stored left of right is to be shown top to bottom."""


def exif(orientation: int = _RIGHT_ANSWER) -> bytes:
    """A TIFF block as cameras write it: maker, author, orientation, and where it was taken (57° N, 9° 55′ E)."""
    maker, author = b"Nokia-of-Ane\0", b"Ane Jensen\0"
    first = 8 + 2 + 4 * 12 + 4
    gps = first + len(maker) + len(author)
    entries = [
        struct.pack("<HHII", 0x010F, 2, len(maker), first),
        struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0),
        struct.pack("<HHII", 0x013B, 2, len(author), first + len(maker)),
        struct.pack("<HHII", 0x8825, 4, 1, gps),
    ]
    degrees = gps + 2 + 4 * 12 + 4
    where = [
        struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0"),
        struct.pack("<HHII", 2, 5, 3, degrees),
        struct.pack("<HHI4s", 3, 2, 2, b"E\0\0\0"),
        struct.pack("<HHII", 4, 5, 3, degrees + 24),
    ]
    rationals = struct.pack("<12I", 57, 1, 2, 1, 0, 1, 9, 1, 55, 1, 0, 1)
    head = b"II*\0" + struct.pack("<I", 8)
    return (
        head
        + struct.pack("<H", 4)
        + b"".join(entries)
        + bytes(4)
        + maker
        + author
        + struct.pack("<H", 4)
        + b"".join(where)
        + bytes(4)
        + rationals
    )


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def plain(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    """A picture whose left half is red and whose right half is blue, and nothing else."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def talkative() -> bytes:
    """A JPEG as a telephone makes it: position, owner, colour profile, a comment, and a tail after its end."""
    pixels = plain(quality=95)
    told = (
        _segment(0xE1, b"Exif\0\0" + exif())
        + _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Ane Jensen</x:xmpmeta>")
        + _segment(0xE2, b"ICC_PROFILE\0\1\1ICC-SECRET" + bytes(200))
        + _segment(0xFE, b"a comment of Ane's")
    )
    return pixels[:2] + told + pixels[2:] + b"behind the last pixel"


def giant_png(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture larger than the memory."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def sent(data: bytes, name: str = "Ane ved broen.jpg", content_type: str = "image/jpeg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data, content_type)


def a_picture(colour: str = "green") -> Picture:
    """A cleaned picture of one colour; another colour is another picture."""
    file = BytesIO()
    Image.new("RGB", (30, 20), colour).save(file, "PNG")
    return cleaned(file.getvalue())


def a_photo(thing: Any, by: User, *, consent: str = Consent.NOBODY, **told: Any) -> Photo:
    """A stored photo of something."""
    picture = told.pop("picture", None) or a_picture()
    return add_photo(thing=thing, programme=thing.programme, picture=picture, consent=consent, by=by, **told)
