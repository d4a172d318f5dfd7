"""»Kalender i din telefon«: one's links to calendars, and the calendar that a link leads to."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from landsby.web.accounts.access import client_of, oneself
from landsby.web.activities.access import feed_for, feed_with, feeds_of
from landsby.web.activities.actions import make_feed, renew_feed, withdraw_feed
from landsby.web.activities.feeds import snapshot_of
from landsby.web.activities.forms import FeedForm
from landsby.web.activities.models import Feed
from landsby.web.kit.pace import is_too_often
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, programme_for, programmes_of

HOUR = 3600
MOST_READINGS = 120
"""So often a link may be fetched in an hour: a telephone, a tablet and a computer that each ask every minute or two."""
MOST_GUESSES = 60
"""So many links that lead nowhere one client may try in an hour."""


@require_GET
def calendars(request: HttpRequest) -> HttpResponse:
    """From one's profile to the links of the programme, or to a choice where one is part of several."""
    programmes = list(programmes_of(oneself(request.user)))
    if len(programmes) == 1:
        return redirect("activities:feeds", programmes[0].slug)
    return render(request, "activities/feeds/choose.html", {"programmes": programmes})


@never_cache
@require_http_methods(["GET", "POST"])
def feeds(request: HttpRequest, slug: str) -> HttpResponse:
    """One's own links, and a form for one more."""
    programme, standing = programme_for(request.user, slug)
    form = FeedForm(request.POST or None, standing=standing)
    if form.is_valid():
        about, community = form.chosen
        try:
            feed, token = make_feed(programme=programme, about=about, community=community, by=standing.user)
        except Blocked as refusal:
            form.add_problems(refusal.problems)
        else:
            return _link_page(request, standing, feed, token)
    context = {"programme": programme, "standing": standing, "form": form, "feeds": feeds_of(standing)}
    return render(request, "activities/feeds/list.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def feed_renew(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A new link in place of the old."""
    feed, standing = feed_for(request.user, slug, pk)
    return _link_page(request, standing, feed, renew_feed(feed=feed, by=standing.user))


@require_POST
def feed_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let a link stop working."""
    feed, standing = feed_for(request.user, slug, pk)
    title = feed.title
    withdraw_feed(feed=feed, by=standing.user)
    messages.success(request, _("Linket til »%(title)s« virker ikke længere.") % {"title": title})
    return redirect("activities:feeds", slug)


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar that a link leads to; whoever has no link is told nothing."""
    found = feed_with(secret)
    if found is None:
        too_often = is_too_often(f"feed-guess:{client_of(request)}", most=MOST_GUESSES, seconds=HOUR)
        return _private(HttpResponse(status=429 if too_often else 404))
    held, standing = found
    if is_too_often(f"feed:{held.pk}", most=MOST_READINGS, seconds=HOUR):
        return _private(HttpResponse(status=429, headers={"Retry-After": str(HOUR)}))
    held.note_reading(timezone.localdate())
    with override(held.owner.language):
        return _private(_file(request, held, standing))


def _file(request: HttpRequest, held: Feed, standing: Standing) -> HttpResponse:
    """The calendar as a file, or word that it is still the one that was fetched before."""
    inside = request.build_absolute_uri(reverse("activities:detail", args=[0]))
    snapshot = snapshot_of(held, standing, timezone.localdate(), lambda pk: inside.replace("/0/", f"/{pk}/"))
    tag = f'"{snapshot.tag}"'
    unchanged = get_conditional_response(request, etag=tag)
    answer = unchanged or HttpResponse(snapshot.body(), content_type="text/calendar; charset=utf-8")
    answer["ETag"] = tag
    answer["Content-Disposition"] = f'inline; filename="{held.programme.slug}.ics"'
    return answer


def _private(answer: HttpResponse) -> HttpResponse:
    """Kept by nobody on the way, handed on by no browser, found by no search."""
    answer["Cache-Control"] = "private, no-cache"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _link_page(request: HttpRequest, standing: Standing, held: Feed, token: str) -> HttpResponse:
    """The one page that shows a link: it is kept nowhere, so there is no address to come back to it by."""
    link = request.build_absolute_uri(reverse("activities:feed", args=[token]))
    context = {
        "programme": standing.programme,
        "standing": standing,
        "feed": held,
        "link": link,
        "subscribe": f"webcal:{link.partition(':')[2]}",
    }
    return render(request, "activities/feeds/link.html", context)
