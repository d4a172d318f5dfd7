"""How a community was chosen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from landsby.web.partnerships.access import community_for
from landsby.web.partnerships.actions import tell_choice
from landsby.web.partnerships.forms import CommunityChoiceForm
from landsby.web.partnerships.models import Right


@require_http_methods(["GET", "POST"])
def choice_of_community(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell how a community was chosen, for those who will compare it with others."""
    found, standing = community_for(request.user, pk, to=Right.MANAGE_PLACES)
    initial = CommunityChoiceForm.initial_of(getattr(found, "choice", None))
    form = CommunityChoiceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        tell_choice(community=found, **form.cleaned_data, by=standing.user)
        messages.success(request, _("Tak. Det er gemt."))
        return redirect("partnerships:community", pk)
    context = {"programme": found.programme, "standing": standing, "community": found, "form": form}
    return render(request, "partnerships/community_choice.html", context, status=422 if form.errors else 200)
