"""The main menu says where one is, on every page of a programme."""

from __future__ import annotations

import pytest

from landsby.web.activities.tests.factories import an_activity


def here(response):
    """The label of the entry that the page stands under."""
    return [str(entry["label"]) for entry in response.context["menu"] if entry["here"]]


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/p/havneby/", "Forside"),
        ("/p/havneby/activities/", "Aktiviteter"),
        ("/p/havneby/activities/new/", "Aktiviteter"),
        ("/activities/{activity}/", "Aktiviteter"),
        ("/p/havneby/picture/", "Billedet"),
        ("/p/havneby/import/", "Steder"),
        ("/p/havneby/policies/", "Indsatser"),
        ("/communities/{quay}/", "Steder"),
        ("/actors/{school}/", "Aktører"),
        ("/p/havneby/people/", "Adgang"),
        ("/p/havneby/log/", "Log"),
    ],
)
def test_one_entry_is_here(blueprint, world, cast, sign_in, path, label):
    activity = an_activity(blueprint, world, cast.secretariat)
    address = path.format(activity=activity.pk, quay=world.quay.pk, school=world.school.pk)
    assert here(sign_in(cast.secretariat).get(address)) == [label]


def test_what_one_may_not_do_is_not_in_the_menu(cast, sign_in):
    labels = [str(entry["label"]) for entry in sign_in(cast.pedagogue).get("/p/havneby/").context["menu"]]
    assert labels == [
        *("Forside", "Indsatser", "Aktiviteter", "Forløb", "Møder", "Planer", "Åbningstider", "Årshjul"),
        *("Billedet", "Indikatorer", "Evaluering", "Steder", "Aktører", "Program"),
    ]
