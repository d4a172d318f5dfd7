"""What the browser keeps for a person on a device, and what it needs to be told for that."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.crypto import salted_hmac

FILES = (
    "kit/dkfds/css/dkfds.min.css",
    "kit/dkfds/js/dkfds.min.js",
    "kit/dkfds/img/all-svg-icons.svg",
    "kit/htmx.js",
    "kit/landsby.css",
    "kit/landsby.js",
    "kit/wordmark.svg",
)
"""The built files that every page is made of. Others are kept when they are first asked for."""

_STORED = "stored_from_page"


def person_on_device(user: AbstractBaseUser | AnonymousUser) -> str:
    """A name for a person that says nothing of who it is; "" for whoever is not signed in.

    What lies on a device is marked with it. It is the same on every device and for as long as the
    installation keeps its secret key.
    """
    if not isinstance(user, AbstractBaseUser):
        return ""
    joined_at = getattr(user, "joined_at", "")
    return salted_hmac("landsby.person-on-device", f"{user.pk} {joined_at}", algorithm="sha256").hexdigest()[:24]


def tell_stored(request: HttpRequest, page_key: object) -> None:
    """Let the next page tell the device that what was typed on the page with this key is stored."""
    if page_key:
        request.session[_STORED] = str(page_key)


def stored_from_page(request: HttpRequest) -> str:
    """The key of the page whose words were stored just before; told once."""
    session = getattr(request, "session", {})
    return str(session.pop(_STORED)) if _STORED in session else ""


def manifest() -> dict[str, Any]:
    """What a phone asks when Landsby is to be installed."""
    return {
        "name": "Landsby",
        "short_name": "Landsby",
        "description": "Fælles hukommelse for partnerskaber om børns trivsel.",
        "lang": "da",
        "dir": "ltr",
        "id": reverse("home:front"),
        "start_url": reverse("home:front"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1f5a4c",
        "icons": [
            _icon("kit/favicon.svg", "any", "image/svg+xml"),
            _icon("kit/icon-192.png", "192x192"),
            _icon("kit/icon-512.png", "512x512"),
            {**_icon("kit/icon-whole-512.png", "512x512"), "purpose": "maskable"},
        ],
    }


def _icon(name: str, sizes: str, kind: str = "image/png") -> dict[str, str]:
    return {"src": static(name), "sizes": sizes, "type": kind}


def worker_script(unsent: str) -> str:
    """The script of the service worker: which files there are, and where the rest of it lies.

    Its text changes when a file does, and then browsers take the new one.

    Args:
        unsent: the address of the page that says what waits on the device.
    """
    worker, assets = static("kit/worker.js"), [static(name) for name in FILES]
    version = sha256("\n".join([worker, *assets]).encode()).hexdigest()[:12]
    told = {"version": version, "assets": assets, "statics": settings.STATIC_URL, "unsent": unsent}
    return f"self.LANDSBY = {json.dumps(told)};\nimportScripts({json.dumps(worker)});\n"
