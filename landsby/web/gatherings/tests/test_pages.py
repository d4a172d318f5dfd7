"""The pages of a gathering, as somebody goes through them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from landsby.web.activities.models import Activity
from landsby.web.gatherings.actions import close_evaluation, give_opinion, sign_up
from landsby.web.gatherings.models import Agreement, Lesson, Opinion, Turnout
from landsby.web.gatherings.tests.factories import (
    a_coming_gathering,
    a_festival_event,
    a_gathering,
    a_pair_that_met,
    fill_gathering,
)
from landsby.web.gatherings.told import Planned

pytestmark = pytest.mark.django_db


def page(client, name: str, *args, **query) -> str:
    answer = client.get(reverse(f"gatherings:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_leader_plans_an_agenda_with_sign_up(blueprint, world, cast, operator, sign_in):
    met = a_coming_gathering(blueprint, world, operator, planned=Planned(), hosts=(world.daycare,))
    client, url = sign_in(cast.pedagogue), reverse("gatherings:plan", args=[met.pk])
    told = {
        "takes_sign_up": "on",
        "capacity": "12",
        "sign_up_ends_on": str(met.starts_on),
        "competences": "knots",
        "at_1": "14:30",
        "point_1": "Velkommen",
        "lead_1": world.daycare.pk,
        "point_2": "Kaffe",
        "link_title_1": "Tegning",
        "link_url_1": "https://havneby.example/tegning",
    }
    assert client.post(url, told).status_code == 302
    seen = page(client, "detail", met.pk)
    for words in ("14.30", "Velkommen", "Kaffe", "Tegning", "12 pladser tilbage", "At binde knob"):
        assert words in seen


def test_a_point_without_words_and_a_late_deadline_are_sent_back(blueprint, world, cast, operator, sign_in):
    met = a_coming_gathering(blueprint, world, operator, planned=Planned())
    late = met.starts_on + timedelta(days=1)
    answer = sign_in(cast.secretariat).post(
        reverse("gatherings:plan", args=[met.pk]), {"at_1": "10:00", "sign_up_ends_on": str(late), "link_title_1": "X"}
    )
    seen = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Skriv, hvad punktet handler om", "Fristen ligger efter mødet", "Indsæt linket", str(late)):
        assert words in seen


def test_somebody_from_an_institution_signs_it_up(blueprint, world, cast, operator, sign_in):
    met = a_coming_gathering(blueprint, world, operator, hosts=(world.school,))
    client, url = sign_in(cast.pedagogue), reverse("gatherings:sign_up", args=[met.pk])
    told = {"actor": world.daycare.pk, "people_1": "2", "profession_1": "skipper", "people_2": "1"}
    answer = client.post(url, told, follow=True)
    assert "Muslingen er meldt til med 3 personer." in answer.content.decode()
    assert Turnout.objects.all().signed_up() == 3
    # The numbers stand in the form when one comes back.
    assert 'value="2"' in page(client, "sign_up", met.pk)


def test_a_full_gathering_says_so_at_the_form_and_loses_nothing(blueprint, world, cast, operator, sign_in):
    met = a_coming_gathering(blueprint, world, operator, planned=Planned(takes_sign_up=True, capacity=1))
    url = reverse("gatherings:sign_up", args=[met.pk])
    answer = sign_in(cast.pedagogue).post(url, {"actor": world.daycare.pk, "people_1": "2"})
    assert answer.status_code == 422
    assert "Der er kun 1 plads tilbage" in answer.content.decode()
    assert 'value="2"' in answer.content.decode()


def test_nobody_signs_up_another_institution(blueprint, world, cast, operator, sign_in):
    met = a_coming_gathering(blueprint, world, operator)
    url = reverse("gatherings:sign_up", args=[met.pk])
    answer = sign_in(cast.pedagogue).post(url, {"actor": world.school.pk, "people_1": "2"})
    assert answer.status_code == 422
    assert not Turnout.objects.exists()


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("secretariat", {"Muslingen", "Kajskolen", "Havneby Sejlklub", "Bakkehuset", "Bugtskolen"}),
        ("project_leader", {"Muslingen", "Kajskolen", "Havneby Sejlklub", "Bakkehuset"}),
        ("pedagogue", {"Muslingen"}),
    ],
)
def test_one_signs_up_whoever_one_registers_for(blueprint, world, cast, operator, sign_in, who, offered):
    met = a_coming_gathering(blueprint, world, operator)
    form = sign_in(getattr(cast, who)).get(reverse("gatherings:sign_up", args=[met.pk])).context["form"]
    assert {name for key, name in form.fields["actor"].choices if key} == offered


def test_what_takes_sign_ups_for_all_is_seen_by_all_around(blueprint, world, cast, operator, sign_in):
    everywhere = {"community": None, "hosts": ()}
    open_to_all = a_coming_gathering(blueprint, world, operator, municipality=None, title="For alle", **everywhere)
    a_coming_gathering(blueprint, world, operator, municipality=None, title="For få", planned=Planned(), **everywhere)
    a_coming_gathering(blueprint, world, operator, municipality=world.south, title="Mod syd", **everywhere)
    seen = page(sign_in(cast.pedagogue), "list", world.programme.slug)
    assert ("For alle" in seen, "For få" in seen, "Mod syd" in seen) == (True, False, False)
    answer = sign_in(cast.pedagogue).post(
        reverse("gatherings:sign_up", args=[open_to_all.pk]), {"actor": world.daycare.pk, "people_1": "1"}
    )
    assert answer.status_code == 302


def test_the_roll_is_called_on_one_screen(blueprint, world, cast, operator, sign_in):
    today = timezone.localdate()
    met = a_coming_gathering(
        blueprint, world, operator, starts_on=today, hosts=(world.school,), extra={"agreed": "At ses"}
    )
    sign_up(activity=met, actor=world.daycare, people={"skipper": 2}, by=operator)
    client = sign_in(cast.secretariat)
    seen = page(client, "roll_call", met.pk)
    assert "Muslingen · Skipper" in seen
    told = {
        "came_1": "1",
        "actor_1": world.school.pk,
        "profession_1": "reader",
        "people_1": "2",
        "besides_volunteers": "3",
    }
    assert client.post(reverse("gatherings:roll_call", args=[met.pk]), told).status_code == 302
    held = Activity.objects.get(pk=met.pk)
    assert (held.status, held.staff, held.volunteers) == ("held", 3, 3)
    assert "Oplæser" in page(client, "detail", met.pk)


def test_an_empty_roll_is_sent_back(blueprint, world, cast, operator, sign_in):
    met = a_gathering(blueprint, world, operator)
    answer = sign_in(cast.secretariat).post(reverse("gatherings:roll_call", args=[met.pk]), {"people_1": "2"})
    assert answer.status_code == 422
    assert "Vælg, hvor de kommer fra" in answer.content.decode()


def test_an_agreement_is_written_down_kept_and_listed(blueprint, world, cast, operator, sign_in):
    met = a_gathering(blueprint, world, operator)
    client = sign_in(cast.secretariat)
    told = {"text": "Vi låner kajakker ud", "actor": world.daycare.pk, "due_on": "2023-06-01"}
    client.post(reverse("gatherings:agree", args=[met.pk]), told)
    late = page(client, "agreements", world.programme.slug, state="late")
    assert "Vi låner kajakker ud" in late
    assert "over tid" in late
    sign_in(cast.pedagogue).post(reverse("gatherings:keep", args=[Agreement.objects.get().pk]))
    assert "Vi låner kajakker ud" in page(client, "agreements", world.programme.slug, state="done")
    assert "Vi låner kajakker ud" not in page(client, "agreements", world.programme.slug, state="open")


def test_answers_are_shown_when_it_is_closed_and_small_ones_never(blueprint, world, cast, operator, sign_in):
    met = a_gathering(blueprint, world, operator, starts_on=timezone.localdate(), counts={"staff": 20})
    client = sign_in(cast.secretariat)
    for _ in range(7):
        client.post(reverse("gatherings:answer", args=[met.pk]), {"use": "yes", "know": "yes", "again": "yes"})
    give_opinion(activity=met, answers={"use": "no", "know": "yes", "again": "yes"}, by=operator)
    assert "vises ikke" not in page(client, "detail", met.pk)
    close_evaluation(activity=met, by=operator)
    seen = page(client, "detail", met.pk)
    # Seven yes and one no are both left out; eight yes are told.
    assert seen.count("vises ikke</span>") == 2
    assert "<dd>8</dd>" in seen
    assert Opinion.objects.get(question="use", answer="no").people == 1


def test_the_shift_is_drawn_from_who_led(blueprint, world, cast, operator, sign_in):
    for year, leader in ((2021, None), (2022, world.daycare), (2023, world.school)):
        leads = (leader,) if leader else ()
        a_gathering(blueprint, world, operator, starts_on=date(year, 5, 3), facilitators=leads)
    client = sign_in(cast.secretariat)
    seen = page(client, "facilitation", world.programme.slug)
    assert "2022" in seen
    assert "1 af 1" in seen
    assert "1 møde</a> siger ikke, hvem der ledte" in seen
    across = page(client, "facilitation", world.programme.slug, municipality=world.south.pk)
    assert "Ingen har skrevet" in across
    led_in_2022 = page(client, "list", world.programme.slug, lead="local", year="2022")
    assert led_in_2022.count("activity-title") == 1


def test_who_has_learnt_what_and_who_is_missing(blueprint, world, cast, operator, sign_in):
    fill_gathering(a_gathering(blueprint, world, operator), world.daycare, operator)
    assert Lesson.objects.get().competence == "knots"
    client = sign_in(cast.secretariat)
    assert "1 af 4 institutioner har været med" in page(client, "competences", world.programme.slug)
    one = page(client, "competence", world.programme.slug, "knots")
    assert "Skipper" in one
    missing = one[one.index("De mangler") : one.index("De har været med")]
    assert ("Kajskolen" in missing, "Muslingen" in missing, "Sejlklub" in missing) == (True, False, False)


def test_a_competence_that_nobody_knows_is_not_found(world, cast, sign_in):
    url = reverse("gatherings:competence", args=[world.programme.slug, "flying"])
    assert sign_in(cast.secretariat).get(url).status_code == 404


def test_the_pairs_that_met_are_listed_with_what_they_did(blueprint, world, cast, operator, sign_in):
    a_pair_that_met(blueprint, world, operator)
    seen = page(sign_in(cast.pedagogue), "first_met", world.programme.slug)
    for words in ("Muslingen", "Havneby Sejlklub", "3 gange siden", "Fortælling på molen"):
        assert words in seen
    assert "Ingen endnu" in page(sign_in(cast.secretariat), "first_met", world.programme.slug, community=world.hill.pk)


def test_a_festival_shows_its_days_and_who_is_new_to_each_other(blueprint, world, cast, operator, sign_in):
    a_pair_that_met(blueprint, world, operator)
    a_festival_event(
        blueprint, world, operator, starts_on=date(2024, 6, 3), hosts=(world.daycare, world.club, world.school)
    )
    first = page(sign_in(cast.pedagogue), "festival", world.quay.pk, 2023)
    assert "<b>Havneby Sejlklub</b> og Muslingen" in " ".join(first.split())
    second = page(sign_in(cast.pedagogue), "festival", world.quay.pk, 2024)
    new = " ".join(second[second.index("Har ikke arbejdet sammen før") :].split())
    assert "<b>Kajskolen</b> og Muslingen" in new
    assert "<b>Havneby Sejlklub</b> og Kajskolen" in new
    assert "Sejlklub</b> og Muslingen" not in new


def test_a_festival_is_built_from_last_years(blueprint, world, cast, operator, sign_in):
    a_festival_event(blueprint, world, operator, starts_on=date(2023, 6, 5), title="Sørøverdag")
    client, url = sign_in(cast.secretariat), reverse("gatherings:festival_build", args=[world.quay.pk, 2024])
    form = client.get(url, {"again": "1"}).context["form"]
    told = {field.html_name: field.value() or "" for field in form}
    assert (told["on_1"], told["title_1"]) == (date(2024, 6, 3), "Sørøverdag")
    told |= {"on_2": "2024-06-05", "title_2": "Sang på molen", "host_2": world.school.pk, "with_2": world.club.pk}
    assert client.post(url, told).status_code == 302
    # Sent twice it is stored once.
    client.post(url, told)
    planned = Activity.objects.filter(starts_on__year=2024)
    assert sorted(planned.values_list("title", flat=True)) == ["Sang på molen", "Sørøverdag"]
    assert "Sang på molen" in page(client, "festival", world.quay.pk, 2024)


def test_a_row_of_a_festival_that_is_half_told_is_sent_back(world, cast, sign_in):
    url = reverse("gatherings:festival_build", args=[world.quay.pk, 2024])
    told = {"client_key": "5a0e7f0c-6f0b-4d0e-9b6b-3d1f4c8f7a21", "title_1": "Sang", "on_1": "2023-06-05"}
    answer = sign_in(cast.secretariat).post(url, told)
    assert answer.status_code == 422
    assert "Dagen ligger ikke i 2024" in answer.content.decode()
    assert "Vælg en vært" in answer.content.decode()


def test_a_meetings_page_as_an_activity_points_to_what_more_there_is(blueprint, world, cast, operator, sign_in):
    met, crabs = a_gathering(blueprint, world, operator), a_festival_event(blueprint, world, operator)
    way = "Se tilmelding, dagsorden og aftaler"
    client = sign_in(cast.pedagogue)
    told = [client.get(reverse("activities:detail", args=[one.pk])).content.decode() for one in (met, crabs)]
    assert [way in seen for seen in told] == [True, False]


def test_other_activities_are_no_gatherings(blueprint, world, cast, operator, sign_in):
    crabs = a_festival_event(blueprint, world, operator)
    assert sign_in(cast.secretariat).get(reverse("gatherings:detail", args=[crabs.pk])).status_code == 404
