"""What each thing that a column can tell is called where one chooses among headings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from landsby.web.indicators.importing.columns import Told

LABELS = {
    Told.MUNICIPALITY: _("Kommune eller hele landet"),
    Told.COMMUNITY: _("Lokalområde"),
    Told.PERIOD: _("Periode"),
    Told.STRATUM: _("Gruppe"),
    Told.NUMERATOR: _("Tæller"),
    Told.DENOMINATOR: _("Nævner"),
    Told.VALUE: _("Selve tallet"),
    Told.SPREAD: _("Standardafvigelse"),
    Told.AMOUNT: _("Tallene står i"),
}
HINTS = {
    Told.MUNICIPALITY: _("Navn eller kode. 851 og 0851 er den samme."),
    Told.STRATUM: _("Hvis tallene er delt op, fx på køn eller klassetrin."),
    Told.SPREAD: _("Så kan vi sige, hvor sikkert gennemsnittet er."),
    Told.AMOUNT: _("Udfyldes kun, når tæller og nævner står i hver sin række."),
}
