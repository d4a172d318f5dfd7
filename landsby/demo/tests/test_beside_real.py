"""The demo beside a programme of somebody real."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.demo.building import RealProgrammesThere, build_demo, demo_exists
from landsby.demo.people import PERSONAS
from landsby.demo.planning import Size
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from

pytestmark = pytest.mark.django_db


def test_the_demo_does_not_stand_beside_a_real_programme(blueprint, operator):
    start_programme_from(
        blueprint=blueprint, slug="real", name="Et rigtigt", starts_on=date(2022, 1, 1), ends_on=None, by=operator
    )
    with pytest.raises(RealProgrammesThere, match="Et rigtigt"):
        build_demo(seed=1, size=Size.SMALL, tell=lambda _: None)
    assert not demo_exists()
    assert not User.objects.filter(email=PERSONAS[0].email).exists()
