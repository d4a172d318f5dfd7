"""What is left of a file: its pixels, the right way up, and nothing else."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from landsby.web.photos.cleaning import LARGE, SMALL, Unusable, Why, cleaned, kind_of
from landsby.web.photos.tests.factories import SECRETS, exif, giant_png, plain, talkative


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 200 and colour[2] < 60


def test_the_file_that_was_made_for_the_tests_says_where_it_was_taken():
    where = opened(talkative()).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert where[ExifTags.GPS.GPSLatitude] == (57.0, 2.0, 0.0)
    assert all(secret in talkative() for secret in SECRETS)


def test_nothing_but_the_pixels_is_kept():
    picture = cleaned(talkative())
    for data in (picture.large, picture.small):
        assert not [secret for secret in (*SECRETS, b"Exif", b"ICC_PROFILE") if secret in data]
        kept = opened(data)
        assert dict(kept.getexif()) == {}
        assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_a_camera_that_lay_on_its_side_is_righted():
    picture = cleaned(talkative())
    assert (picture.width, picture.height) == (40, 60)
    upright = opened(picture.large)
    assert is_red(upright.getpixel((20, 10)))
    assert not is_red(upright.getpixel((20, 50)))


@pytest.mark.parametrize(("orientation", "red_at"), [(1, (5, 20)), (2, (55, 20)), (3, (55, 20)), (8, (20, 55))])
def test_every_way_of_holding_a_camera(orientation, red_at):
    picture = cleaned(plain(exif=b"Exif\0\0" + exif(orientation), quality=95))
    assert is_red(opened(picture.large).getpixel(red_at))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_formats_become_jpeg_without_their_metadata(kind):
    data = plain(kind, exif=b"Exif\0\0" + exif(), **({"lossless": True} if kind == "WEBP" else {}))
    assert b"Nokia" in data
    picture = cleaned(data)
    assert kind_of(picture.large) == "jpeg"
    assert b"Nokia" not in picture.large
    assert (picture.width, picture.height) == (40, 60)


def test_a_large_picture_becomes_as_large_as_is_shown():
    picture = cleaned(plain(size=(4000, 1000)))
    assert (picture.width, picture.height) == (LARGE, LARGE // 4)
    assert opened(picture.small).size == (SMALL, SMALL // 4)


def test_what_is_transparent_becomes_white():
    file = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(file, "PNG")
    assert opened(cleaned(file.getvalue()).large).getpixel((5, 5)) == (255, 255, 255)


def test_other_ways_to_write_colours_are_read():
    for mode in ("L", "P", "1", "LA", "CMYK"):
        file = BytesIO()
        Image.new(mode, (10, 10)).save(file, "JPEG" if mode == "CMYK" else "PNG")
        assert opened(cleaned(file.getvalue()).large).mode == "RGB"


def test_the_same_picture_is_known_again():
    assert cleaned(talkative()).digest == cleaned(talkative()).digest != cleaned(plain()).digest


HEIC = b"\0\0\0\x18ftypheic" + bytes(40)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY),
        (b"\xff\xd8\xff" + bytes(16 * 1024 * 1024), Why.HEAVY),
        (HEIC, Why.HEIC),
        (b"GIF89a" + bytes(40), Why.OTHER),
        (b"<svg onload='alert(1)'>", Why.OTHER),
        (b"<html>", Why.OTHER),
        (giant_png(9_000, 9_000), Why.LARGE),
        (giant_png(60_000, 60_000), Why.LARGE),
        (giant_png(50, 50), Why.BROKEN),
        (b"\xff\xd8\xff\xe0", Why.BROKEN),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Why.BROKEN),
    ],
)
def test_what_no_picture_comes_of_says_why(data, why):
    with pytest.raises(Unusable) as refused:
        cleaned(data)
    assert refused.value.why == why


def test_no_cut_and_no_changed_byte_makes_it_fail_in_any_other_way():
    whole = talkative()
    broken = [whole[:cut] for cut in range(3, len(whole), 61)]
    broken += [whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in range(3, 700, 7)]
    assert {_outcome(data) for data in broken} <= {"", Why.BROKEN, Why.LARGE}


def _outcome(data: bytes) -> str:
    try:
        cleaned(data)
    except Unusable as refused:
        return refused.why
    return ""


def test_an_orientation_that_is_broken_leaves_the_picture_as_it_lies():
    broken = exif().replace(b"II*\0", b"II*\xff")
    picture = cleaned(plain(exif=b"Exif\0\0" + broken))
    assert (picture.width, picture.height) == (60, 40)
