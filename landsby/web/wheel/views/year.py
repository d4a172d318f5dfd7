"""The wheel of a place and a year, on the screen and ready to print."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.numbers import key_in
from landsby.web.kit.partials import render_page
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Place
from landsby.web.plans.access import registers_for
from landsby.web.wheel.access import undated_items_of, wheel_for
from landsby.web.wheel.forms import ChooseForm
from landsby.web.wheel.models.at_place import key_of
from landsby.web.wheel.presenters import WheelPage, marks_of
from landsby.web.wheel.printing import LANGUAGES, printed_wheel

MOST_UNDATED = 12


@require_GET
def year(request: HttpRequest, slug: str) -> HttpResponse:
    """Twelve months with all that a place has in them."""
    place, standing = wheel_for(request.user, slug, request.GET.get("place"))
    page = _page(request, place, standing)
    context = {
        "programme": standing.programme,
        "standing": standing,
        "page": page,
        "form": ChooseForm(standing=standing, chosen=place, year=page.year),
        "key": key_of(place),
        "may_write": registers_for(standing, place),
        "undated": undated_items_of(standing, place, MOST_UNDATED),
    }
    return render_page(request, "wheel/year.html", context)


@require_GET
def printed(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The same wheel as a page to hang up."""
    place, standing = wheel_for(request.user, slug, request.GET.get("place"))
    if language not in LANGUAGES:
        raise Http404
    page = _page(request, place, standing)
    response = HttpResponse(printed_wheel(page, standing.programme, language), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="wheel-{page.year}-{language}.pdf"'
    return response


def _page(request: HttpRequest, place: Place, standing: Standing) -> WheelPage:
    blueprint, today = blueprint_of(standing.programme), timezone.localdate()
    told = key_in(request.GET.get("year"))
    chosen = told if 1900 < told < 2200 else today.year
    return WheelPage(place, blueprint, chosen, marks_of(place, standing, blueprint, chosen), today)
