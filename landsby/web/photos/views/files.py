"""The pictures themselves: nothing but these two views reads the folder that they lie in."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.http import require_GET

from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.photos.access import Found, photo_for


@require_GET
def large(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture as it is shown alone."""
    found = photo_for(request.user, pk)
    return _answer(request, found, found.photo.large)


@require_GET
def small(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture as it is shown among others."""
    found = photo_for(request.user, pk)
    return _answer(request, found, found.photo.small)


def _answer(request: HttpRequest, found: Found, file: FieldFile) -> HttpResponseBase:
    """The file, for this person's browser only, which asks again each time: what is withdrawn is gone at once.

    That people were looked at is noted when the picture is sent, not when the browser has it already.

    Raises:
        Http404: when the file is not where it should be.
    """
    etag = f'"{file.name}"'
    known = parse_etags(request.headers.get("If-None-Match", ""))
    try:
        response = (
            HttpResponseNotModified() if etag in known else FileResponse(file.open("rb"), content_type="image/jpeg")
        )
    except FileNotFoundError as error:
        raise Http404 from error
    if found.photo.shows_people and etag not in known:
        record(by=found.standing.user, act=Act.READ, thing=found.photo, programme=found.standing.programme.slug)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
