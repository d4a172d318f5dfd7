"""The pages of offers and sign-ups, as the association and the institutions meet them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from landsby.web.activities.models import Series
from landsby.web.blueprints.referring import uses_in
from landsby.web.courses.actions import close_offer
from landsby.web.courses.models import FrameworkOffer, SignUp, SignUpStatus
from landsby.web.courses.tests.factories import a_sign_up, an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def association(sign_in, cast):
    return sign_in(cast.association)


@pytest.fixture
def daycare(sign_in, cast):
    return sign_in(cast.daycare_leader)


def typed(monday, **told) -> dict[str, object]:
    """A whole form of a new offer."""
    usual = {
        "kind": "sailing_course",
        "title": "Ud at sejle",
        "sessions": "4",
        "most_children": "20",
        "area": "community",
        "transport": "institution",
        "pickup": "Bådehuset",
        "weekday": "0",
        "groups": "1",
        "start_time": "09:30",
        "end_time": "11:00",
        "first_on": monday.isoformat(),
        "last_on": (monday + timedelta(weeks=8)).isoformat(),
    }
    return {**usual, **told}


def test_an_offer_and_a_time_sent_twice_are_one(association, world, monday):
    told = typed(monday, host=world.club.pk)
    pages = {association.post(reverse("courses:new", args=["havneby"]), told).url for _click in range(2)}
    offer = FrameworkOffer.objects.get()
    assert pages == {reverse("courses:offer", args=[offer.pk])}
    for _click in range(2):
        association.post(reverse("courses:window_new", args=[offer.pk]), typed(monday, weekday="2"))
    assert offer.windows.count() == 2


def test_an_association_offers_a_course_with_a_time(association, world, monday):
    page = reverse("courses:new", args=["havneby"])
    told = typed(monday, host=world.club.pk)
    response = association.post(page, told)
    offer = FrameworkOffer.objects.get()
    assert response.headers["Location"] == reverse("courses:offer", args=[offer.pk])
    assert (offer.host, offer.community, offer.sessions) == (world.club, world.quay, 4)
    assert offer.windows.get().groups == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"sessions": "7"}, "Den slags forløb har fra 2 til 6 gange."),
        ({"end_time": "09:00"}, "Sluttidspunktet skal være senere end kl. 9.30."),
        ({"last_on": "2020-01-01"}, "Sidste dag ligger før den første"),
        ({"title": ""}, "Titel"),
    ],
)
def test_a_wrong_offer_keeps_what_was_typed(association, world, monday, told, said):
    response = association.post(reverse("courses:new", args=["havneby"]), typed(monday, host=world.club.pk, **told))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert "Bådehuset" in response.content.decode()
    assert not FrameworkOffer.objects.exists()


def test_nobody_offers_for_another_association(daycare, world, monday):
    response = daycare.post(reverse("courses:new", args=["havneby"]), typed(monday, host=world.club.pk))
    assert response.status_code == 422


def test_a_daycare_signs_up_with_five_answers(daycare, offer, window, world):
    page = reverse("courses:sign_up", args=[offer.pk])
    form = daycare.get(page).context["form"]
    assert (form["institution"].is_hidden, form["window"].value()) == (True, str(window.pk))
    told = {"window": window.pk, "institution": world.daycare.pk, "children": "12", "contact": "Karen"}
    response = daycare.post(page, told, follow=True)
    signed = SignUp.objects.get()
    assert response.redirect_chain[-1][0] == reverse("courses:signed_up", args=[signed.pk])
    assert "I har pladsen" in response.content.decode()
    assert "Bådehuset" in response.content.decode()
    assert signed.series.sessions.count() == 4


def test_a_full_time_is_refused_in_words_and_can_be_waited_for(daycare, offer, window, world, cast):
    a_sign_up(window, world.school, cast.school_leader)
    page = reverse("courses:sign_up", args=[offer.pk])
    told = {"window": window.pk, "institution": world.daycare.pk, "children": "12", "contact": "Karen"}
    refused = daycare.post(page, told)
    assert refused.status_code == 422
    assert "Der er ikke flere pladser" in refused.content.decode()
    waits = daycare.post(page, {**told, "may_wait": "on"}, follow=True)
    assert "I står på ventelisten" in waits.content.decode()
    assert Series.objects.count() == 1


def test_the_association_sees_everybody_and_others_their_own(association, daycare, offer, window, world, cast):
    a_sign_up(window, world.school, cast.school_leader)
    waiting = a_sign_up(window, world.daycare, cast.daycare_leader, may_wait=True)
    page = reverse("courses:offer", args=[offer.pk])
    to_host, to_daycare = (client.get(page) for client in (association, daycare))
    assert {one.institution for one in to_host.context["sign_ups"]} == {world.school, world.daycare}
    assert to_daycare.context["sign_ups"] == [waiting]
    assert "Kajskolen" not in to_daycare.content.decode()


def test_taking_a_sign_up_back_asks_why(daycare, offer, window, world, cast):
    signed = a_sign_up(window, world.daycare, cast.daycare_leader)
    page = reverse("courses:withdraw", args=[signed.pk])
    assert daycare.post(page, {}).status_code == 422
    response = daycare.post(page, {"because": "For få børn"}, follow=True)
    assert "4 gange er aflyst" in response.content.decode()
    assert SignUp.objects.get().status == SignUpStatus.WITHDRAWN


def test_the_association_gives_a_free_place_on(association, window, world, cast):
    placed = a_sign_up(window, world.school, cast.school_leader)
    waiting = a_sign_up(window, world.daycare, cast.daycare_leader, may_wait=True)
    page = reverse("courses:place", args=[waiting.pk])
    assert "Der er ikke flere pladser" in association.post(page, follow=True).content.decode()
    association.post(reverse("courses:withdraw", args=[placed.pk]), {"because": "Sygdom"})
    assert "Muslingen har fået pladsen" in association.post(page, follow=True).content.decode()


def test_the_list_shows_open_offers_first_and_none_from_across_the_water(
    daycare, offer, blueprint, world, cast, monday
):
    closed = an_offer(blueprint, world, cast.association, first=monday, title="Gammelt")
    close_offer(offer=closed, by=cast.association)
    an_offer(blueprint, world, cast.secretariat, first=monday, municipality=world.south, community=world.bay)
    page = reverse("courses:list", args=["havneby"])
    assert [card.offer for card in daycare.get(page).context["pages"]] == [offer, closed]
    assert [card.offer for card in daycare.get(page, {"state": "open"}).context["pages"]] == [offer]
    assert [card.offer for card in daycare.get(page, {"q": "gammel"}).context["pages"]] == [closed]
    assert daycare.get(page, {"kind": "no_such"}).context["pages"] == []


def test_an_offer_is_changed_and_given_another_time(association, offer, world, monday):
    told = typed(monday, host=world.club.pk, title="Ud at ro", area="municipality")
    association.post(reverse("courses:change", args=[offer.pk]), told)
    offer.refresh_from_db()
    assert (offer.title, offer.community, offer.municipality) == ("Ud at ro", None, world.north)
    association.post(reverse("courses:window_new", args=[offer.pk]), typed(monday, weekday="3"))
    assert [window.weekday for window in offer.windows.order_by("pk")] == [0, 3]
    association.post(reverse("courses:window_remove", args=[offer.windows.get(weekday=3).pk]))
    assert offer.windows.count() == 1


def test_an_offer_is_told_of_once_as_a_record_of_its_kind(offer, world):
    uses = uses_in(world.programme)[("activity_kinds", "sailing_course")]
    assert [(use.told, use.count) for use in uses] == [("1 rammetilbud", 1)]
