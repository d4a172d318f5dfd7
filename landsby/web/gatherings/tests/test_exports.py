"""Lists of gatherings and agreements as files: what is shown, row by row, for those who may take it out."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from landsby.web.gatherings.tests.factories import a_gathering, an_agreement
from landsby.web.kit.models import Act, AuditEntry

pytestmark = pytest.mark.django_db

MEETINGS, AGREEMENTS = "/p/havneby/gatherings/export/", "/p/havneby/gatherings/agreements/export/"


@pytest.fixture
def agreed(blueprint, world, operator):
    """Two meetings, one with an agreement that is late."""
    met = a_gathering(blueprint, world, operator, title="Fra kajen")
    a_gathering(blueprint, world, operator, title="Fra bugten", community=world.bay, municipality=world.south)
    return an_agreement(met, operator, actor=world.daycare, due_on=timezone.localdate() - timedelta(days=1))


def lines(response) -> list[list[str]]:
    text = b"".join(response).decode("utf-8-sig")
    return [line.split(";") for line in text.splitlines()]


def test_meetings_are_taken_out_as_the_list_shows_them(agreed, world, cast, sign_in):
    client = sign_in(cast.secretariat)
    chosen = f"?community={world.quay.pk}"
    shown = client.get(f"/p/havneby/gatherings/{chosen}").context["listing"]
    told = lines(client.get(f"{MEETINGS}csv/{chosen}"))
    assert told[0] == [str(column.title) for column in shown.columns]
    assert [line[1] for line in told[1:]] == [row.title for row in shown.page] == ["Fra kajen"]
    assert AuditEntry.objects.of_acts(Act.EXPORTED).get().detail == {"rows": 1}


def test_agreements_are_taken_out_with_how_far_they_are(agreed, cast, sign_in):
    answer = sign_in(cast.secretariat).get(f"{AGREEMENTS}xlsx/?state=late")
    sheet = load_workbook(BytesIO(answer.content)).active
    heads, row = [[cell.value for cell in line] for line in sheet.iter_rows()]
    told = dict(zip(heads, row, strict=True))
    assert (told["Hvad"], told["Hvem"], told["Hvor langt"]) == (agreed.text, "Muslingen", "over tid")
    assert told["Gjort den"] is None


def test_who_may_not_take_data_out_is_not_offered_it(agreed, cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert client.get(f"{MEETINGS}csv/").status_code == 403
    assert "export/csv" not in client.get("/p/havneby/gatherings/").text
    assert "export/csv" in sign_in(cast.secretariat).get("/p/havneby/gatherings/").text
