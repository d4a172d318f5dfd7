"""Walking an import through its pages."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from landsby.web.partnerships.models import ImportDraft

URL = "/p/havneby/import/"
SCHOOLS = (
    "id,navn,type,kommune,adresse,postnr,by,lat,lon\n"
    "1,Nordskolen,folkeskole,Nordhavn Kommune,Vej 1,9000,Nord,55.1,10.1\n"
    "2,Sydskolen,folkeskole,902,Vej 2,9001,Syd,55.2,10.2\n"
    "3,Langtvækskolen,folkeskole,Aalborg,Vej 3,9002,Væk,57.0,9.9\n"
)


def upload(client: Client, content: str | bytes, *, name: str = "skoler.csv", url: str = URL) -> Any:
    """Send a file."""
    data = content.encode() if isinstance(content, str) else content
    return client.post(url, {"file": SimpleUploadedFile(name, data)})


def draft_of(response: Any) -> ImportDraft:
    """The draft that an upload began."""
    assert response.status_code == 302, response.context["form"].errors
    return ImportDraft.objects.get(pk=response.url.split("/")[-3])


def as_guessed(response: Any) -> dict[str, Any]:
    """What the form on a page would send, had one only pressed its button."""
    form = response.context["form"]
    return {field.name: field.initial for field in form if field.initial not in (None, "", False)}


def preview(client: Client, content: str | bytes, *, name: str = "skoler.csv", url: str = URL, **columns: Any) -> Any:
    """Walk to the dry run, taking every guess but those given."""
    at = upload(client, content, name=name, url=url).url
    for _step in range(2):
        page = client.get(at)
        if page.status_code == 302:
            at = page.url
            break
        sent = {**as_guessed(page), **(columns if "columns" in at else {})}
        answer = client.post(at, sent)
        assert answer.status_code == 302, answer.context["form"].errors
        at = answer.url
    return client.get(at)


def confirm(client: Client, response: Any) -> Any:
    """Confirm what a dry run shows."""
    context = response.context
    url = f"/p/{context['programme'].slug}/import/{context['draft'].pk}/apply/"
    return client.post(url, {"digest": context["page"].plan.digest})
