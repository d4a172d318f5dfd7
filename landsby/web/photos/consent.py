"""What has been said about the people on a photo."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Consent(models.TextChoices):
    """Who can be seen on a photo, and whether they have said yes. What is not clear is shown to few."""

    NOBODY = "nobody", _("Ingen mennesker")
    UNRECOGNISABLE = "unrecognisable", _("Mennesker, men ingen kan kendes")
    GIVEN = "given", _("Alle har sagt ja. For børn har forældrene sagt ja")
    UNCLEAR = "unclear", _("Det er ikke afklaret endnu")


WITH_PEOPLE = (Consent.GIVEN, Consent.UNCLEAR)
"""What shows people who can be recognised; that somebody looks at it is noted."""
