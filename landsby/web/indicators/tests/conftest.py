"""What the programme that figures are imported into knows, for an indicator of each form."""

from __future__ import annotations

import pytest

from landsby.web.indicators.tests.factories import known


@pytest.fixture
def share(blueprint):
    """A share."""
    return known(blueprint.indicators["dares_at_seven"])


@pytest.fixture
def mean(blueprint):
    """A mean."""
    return known(blueprint.indicators["joy_of_stories"])
