"""Photos of the demo: drawn landscapes, on which nobody is to be seen."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image, ImageDraw

from landsby.demo.chance import stream
from landsby.demo.ground import Ground
from landsby.web.activities.models import Activity
from landsby.web.photos.actions import add_photo
from landsby.web.photos.cleaning import cleaned
from landsby.web.photos.consent import Consent

SIZE = (1200, 800)
HORIZON = 0.55
"""Where the sky ends, as a share of the height."""

_SKIES = ((176, 208, 230), (205, 220, 228), (240, 214, 180), (150, 188, 214))
_GROUNDS = ((122, 156, 96), (96, 138, 96), (196, 180, 130), (148, 164, 110))
_WORDS = ("Grantræer under en lys himmel", "Udsigt over engen mod skoven", "Skovbrynet, hvor vi mødtes")


def write_photos(ground: Ground, seed: int, *, most: int = 24) -> int:
    """Give the latest activities that were held a photo or two.

    Returns:
        How many photos there are.
    """
    held = Activity.objects.of(ground.programme).held().newest_first()
    latest = held.select_related("created_by", "programme")[: most // 2]
    written = 0
    for activity in latest:
        chance = stream(seed, "photo", activity.title, activity.starts_on)
        for number in range(chance.choice((1, 2))):
            add_photo(
                thing=activity,
                programme=ground.programme,
                picture=cleaned(_landscape(chance)),
                consent=Consent.NOBODY,
                text=_WORDS[(written + number) % len(_WORDS)],
                by=activity.created_by or ground.secretariat,
            )
            written += 1
    return written


def _landscape(chance: random.Random) -> bytes:
    """A sky, a meadow and some firs, as a PNG file."""
    width, height = SIZE
    image = Image.new("RGB", SIZE, chance.choice(_SKIES))
    brush = ImageDraw.Draw(image)
    sun, radius = (chance.randrange(width), chance.randrange(80, 240)), chance.randrange(40, 80)
    brush.circle(sun, radius, fill=(250, 236, 190))
    brush.rectangle((0, round(height * HORIZON), width, height), fill=chance.choice(_GROUNDS))
    for _ in range(chance.randrange(12, 40)):
        x, tall = chance.randrange(width), chance.randrange(80, 320)
        foot = round(height * HORIZON) + chance.randrange(10, 160)
        green = (40 + chance.randrange(40), 90 + chance.randrange(50), 62)
        brush.polygon([(x - tall // 3, foot), (x + tall // 3, foot), (x, foot - tall)], fill=green)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
