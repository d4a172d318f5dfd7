"""One view, one template, named partials: a view lists the partials that it offers, others are refused."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def render_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    partials: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render the page, or for htmx the one partial that it names in ``?partial=``.

    Raises:
        BadRequest: when the view does not offer that partial.
    """
    wanted = request.GET.get("partial") or request.POST.get("partial") or ""
    is_part = bool(getattr(request, "htmx", False)) and wanted != ""
    if is_part and wanted not in partials:
        raise BadRequest(f"this page has no part named {wanted!r}")
    name = f"{template}#{wanted}" if is_part else template
    response = render(request, name, context, status=status)
    response["Vary"] = "HX-Request"
    return response
