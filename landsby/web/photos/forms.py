"""What is asked about a photo: the file, who is on it, and what is to be seen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form
from landsby.web.photos.cleaning import Picture, Unusable, cleaned
from landsby.web.photos.consent import Consent
from landsby.web.photos.models import Photo
from landsby.web.photos.rules import problem_of_file

TAKEN = "image/jpeg,image/png,image/webp"
"""What the browser offers; a telephone then offers its camera, too, and turns its own format into one of these."""


class SayingForm(Form):
    """What is said of a photo that is there."""

    consent = forms.ChoiceField(
        label=_("Hvem er på billedet?"),
        choices=Consent,
        widget=forms.RadioSelect,
        initial=Consent.UNCLEAR,
        help_text=_(
            "Er det ikke afklaret, ser kun du og de steder, der er med, billedet. Så kan I spørge i ro og mag."
        ),
    )
    text = forms.CharField(
        label=_("Hvad kan man se?"),
        max_length=200,
        required=False,
        help_text=_("Til dem, der får siden læst højt. Skriv ingen navne: »Børn leder efter krabber på stranden«."),
    )

    @staticmethod
    def initial_of(photo: Photo) -> dict[str, Any]:
        """What stands in the form of a stored photo."""
        return {"consent": photo.consent, "text": photo.text}


class AddingForm(SayingForm):
    """A new photo. Only the file can be wrong, so that nothing else has to be typed twice.

    Attributes:
        picture: what came of the file, once the form is clean.
    """

    file = forms.FileField(
        label=_("Billede"),
        max_length=None,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": TAKEN, "class": "form-input"}),
        help_text=_("Sted, tid og alt andet, som kameraet har gemt i filen, bliver slettet, før billedet bliver gemt."),
        error_messages={
            "required": _("Tag et billede, eller vælg et."),
            "missing": _("Tag et billede, eller vælg et."),
        },
    )
    field_order = ["file", "consent", "text"]
    picture: Picture

    def clean_file(self) -> None:
        """Read the file as a picture; the file itself is not kept."""
        try:
            self.picture = cleaned(self.cleaned_data["file"].read())
        except Unusable as refusal:
            problem = problem_of_file(refusal.why)
            raise ValidationError(str(problem.text), code=problem.code) from refusal
