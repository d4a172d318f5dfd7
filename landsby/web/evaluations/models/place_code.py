"""What the registers call the programme's places."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import Line
from landsby.web.partnerships.models import Community, Municipality, Programme


class PlaceCode(models.Model):
    """The code by which data know a community or a municipality.

    Attributes:
        code: as the data write it.
        starts: the first period in which the programme can have had an effect there.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="place_codes")
    municipality = models.ForeignKey(Municipality, models.CASCADE, null=True, related_name="+")
    community = models.ForeignKey(Community, models.CASCADE, null=True, related_name="+")
    code = Line(_("kode i data"), max_length=40)
    starts = models.PositiveSmallIntegerField(_("første år"))

    class Meta:
        verbose_name = _("et steds kode i data")
        constraints = [
            models.UniqueConstraint(fields=["community"], name="one_code_per_community"),
            models.UniqueConstraint(
                fields=["municipality"], condition=models.Q(community=None), name="one_code_per_municipality"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def place(self) -> Community | Municipality | None:
        """The place."""
        return self.community or self.municipality
