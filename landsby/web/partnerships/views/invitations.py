"""Invitations: the link for whoever invites, and the page that it leads to."""

from __future__ import annotations

from typing import Any

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from landsby.web.accounts.models import User
from landsby.web.kit.pace import is_too_often
from landsby.web.kit.post import send
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships import actions
from landsby.web.partnerships.access import Standing, has_account, invitation_for, invitation_with, is_upheld
from landsby.web.partnerships.forms import ArrivalForm
from landsby.web.partnerships.models import Invitation
from landsby.web.partnerships.rules import problems_of_accepting
from landsby.web.partnerships.second_factor import ask_or_let_go

HOUR = 3600
LETTERS_TO_ONE = 3
LETTERS_BY_ONE = 100
"""So many letters go in an hour to one address, and on one person's word."""


def link_page(request: HttpRequest, standing: Standing, invitation: Invitation, token: str) -> HttpResponse:
    """The one page that shows a link: it is kept nowhere, so there is no address to come back to it by."""
    link = request.build_absolute_uri(reverse("partnerships:invitation", args=[token]))
    letter = {"invitation": invitation, "programme": standing.programme, "link": link}
    sent = _may_be_written(invitation, standing.user) and _write(invitation, letter)
    context = {**letter, "standing": standing, "sent": sent}
    return render(request, "partnerships/invitations/link.html", context)


def _write(invitation: Invitation, letter: dict[str, Any]) -> bool:
    """Send the letter in the language that was chosen for it, and say whether it went off."""
    with override(invitation.language):
        return send(to=invitation.email, template="partnerships/letters/invitation.txt", context=letter)


def _may_be_written(invitation: Invitation, by: User) -> bool:
    """Whether one more letter may go: nobody's post box is filled. The link can be copied all the same."""
    to_one = is_too_often(f"invitation-to:{invitation.email}", most=LETTERS_TO_ONE, seconds=HOUR)
    by_one = is_too_often(f"invitations-by:{by.pk}", most=LETTERS_BY_ONE, seconds=HOUR)
    return not (to_one or by_one)


@never_cache
@require_POST
def invitation_renew(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A new link in place of the old."""
    invitation, standing = invitation_for(request.user, slug, pk)
    token = actions.renew_invitation(invitation=invitation, by=standing.user)
    return link_page(request, standing, invitation, token)


@require_POST
def invitation_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a link no longer work."""
    invitation, standing = invitation_for(request.user, slug, pk)
    actions.withdraw_invitation(invitation=invitation, by=standing.user)
    messages.success(request, _("Invitationen til %(name)s er trukket tilbage.") % {"name": invitation.name})
    return redirect("partnerships:people", slug)


@sensitive_post_parameters()
@never_cache
@login_not_required
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where a link leads: into an account that is there already, or a new one, and so to the role."""
    held = invitation_with(token)
    if held is None:
        return render(request, "partnerships/invitations/closed.html", {"problems": ()}, status=404)
    problems = tuple(problems_of_accepting(held, upheld=is_upheld(held)))
    if problems:
        return render(request, "partnerships/invitations/closed.html", {"problems": problems}, status=410)
    if isinstance(request.user, User):
        return _to_a_member(request, held, request.user)
    return _to_a_visitor(request, held)


def _to_a_member(request: HttpRequest, held: Invitation, user: User) -> HttpResponse:
    """Somebody who is signed in says yes with a button. It says as whom, so that no other sign-in answers for them."""
    if request.POST.get("as") != str(user.pk):
        context = {"invitation": held, "is_theirs": held.is_for(user), "has_account": has_account(held)}
        status = 200 if request.method == "GET" else 422
        return render(request, "partnerships/invitations/accept.html", context, status=status)
    try:
        actions.accept_invitation(invitation=held, by=user)
    except Blocked as refusal:
        return render(request, "partnerships/invitations/closed.html", {"problems": refusal.problems}, status=410)
    ask_or_let_go(request=request, user=user)
    messages.success(request, _("Velkommen. Du er nu %(role)s.") % {"role": held.role})
    return redirect("home:programme", held.role.programme.slug)


def _to_a_visitor(request: HttpRequest, held: Invitation) -> HttpResponse:
    """Somebody who is not signed in signs in, or chooses a password and is."""
    context = {"invitation": held, "has_account": has_account(held), "sign_ons": settings.SIGN_ONS.values()}
    if context["has_account"]:
        return render(request, "partnerships/invitations/arrive.html", context)
    form = ArrivalForm(request.POST or None, invitation=held)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            user = actions.come_by_invitation(
                invitation=held,
                name=told["name"],
                language=get_language() or settings.LANGUAGE_CODE,
                password=told["password"],
                by=held.invited_by,
            )
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            messages.success(request, _("Velkommen. Du er nu %(role)s.") % {"role": held.role})
            return _sign_in(request, held, user)
    context["form"] = form
    return render(request, "partnerships/invitations/arrive.html", context, status=422 if form.errors else 200)


def _sign_in(request: HttpRequest, held: Invitation, user: User) -> HttpResponse:
    """Let somebody who has just come go on to the programme."""
    inside = reverse("home:programme", args=[held.role.programme.slug])
    answer: HttpResponse = perform_login(request, user, email_verification="none", redirect_url=inside)
    return answer
