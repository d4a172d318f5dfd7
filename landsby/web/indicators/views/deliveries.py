"""The files that figures came in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landsby.web.indicators.access import delivery_for, indicator_for, taking_back
from landsby.web.indicators.actions import take_back_delivery
from landsby.web.indicators.forms import TakeBackForm
from landsby.web.kit.partials import render_page
from landsby.web.kit.problems import Blocked


@require_http_methods(["GET", "POST"])
def delivery_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a file was wrong, so that its figures count no longer."""
    delivery, standing = delivery_for(request.user, pk)
    indicator, _standing = indicator_for(request.user, standing.programme.slug, delivery.indicator)
    if delivery.taken_back_at is not None:
        messages.success(request, _("Filen er taget tilbage. Det står ved tallene hvorfor."))
        return redirect("indicators:detail", standing.programme.slug, indicator.id)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_back_delivery(delivery=delivery, why=form.cleaned_data["why_taken_back"], by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Filen er taget tilbage. Dens tal tæller ikke længere."))
            return redirect("indicators:detail", standing.programme.slug, indicator.id)
    context = {
        "programme": standing.programme,
        "standing": standing,
        "delivery": delivery,
        "indicator": indicator,
        "effect": taking_back(delivery),
        "form": form,
    }
    return render_page(request, "indicators/take_back.html", context, status=422 if form.errors else 200)
