"""Refusals in our own words, where Django would answer with an empty page."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

Answer = Callable[[HttpRequest], HttpResponse]


def explain_refusals(get_response: Answer) -> Answer:
    """Middleware: an address that is not opened in this way says so, and shows the way back."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        allowed = response["Allow"]
        context = {"allowed": allowed.split(", "), "way_back": way_back(request.path)}
        page = render(request, "405.html", context, status=response.status_code)
        page["Allow"] = allowed
        return page

    return answer


def way_back(path: str) -> str:
    """The nearest address above a path: of the thing that a button belongs to, or else the front page."""
    above = path.strip("/").split("/")[:-1]
    while above:
        address = f"/{'/'.join(above)}/"
        if _exists(address):
            return address
        above.pop()
    return reverse("home:front")


def _exists(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
