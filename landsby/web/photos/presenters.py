"""What is known of one photo, in the reader's words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from landsby.web.kit.dates import short_day
from landsby.web.kit.policy import data_policy
from landsby.web.photos.consent import Consent
from landsby.web.photos.models import Photo


def consent_in_words(photo: Photo) -> str:
    """What is known of those on it, and since when."""
    if photo.consent == Consent.GIVEN and photo.consent_noted_on:
        day = short_day(photo.consent_noted_on)
        if photo.consent_noted_by:
            return _("Alle har sagt ja. Noteret af %(who)s den %(day)s.") % {"who": photo.consent_noted_by, "day": day}
        return _("Alle har sagt ja. Noteret den %(day)s.") % {"day": day}
    if photo.is_clear:
        return str(photo.get_consent_display())
    kept = str(data_policy().expiring()["unclear_photos"].keep)
    told = _("Ikke afklaret endnu, så kun stedet ser det. Uden et ja bliver det slettet efter %(kept)s.")
    return told % {"kept": kept}
