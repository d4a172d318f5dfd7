"""What every import of a table asks: the file, and which heading tells what. Rooms that import tables build on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import refuse_cpr
from landsby.web.kit.forms import Form
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.imports.reading import MOST_BYTES
from landsby.web.partnerships.imports.table import Table


class TableFileForm(Form):
    """A file with rows; what it holds is `cleaned_data["table"]`.

    Attributes:
        accept: the endings that the browser offers.
        told: which files are taken; ``%(most)s`` is how many megabytes.
        read: the table of a file's bytes; raises `Blocked`.
    """

    accept: ClassVar[str]
    told: ClassVar[Any]
    read: ClassVar[Callable[[bytes], Table]]

    file = forms.FileField(label=_("Fil"), allow_empty_file=True, error_messages={"required": _("Vælg en fil.")})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.widget.attrs |= {"accept": self.accept}
        field.help_text = self.told % {"most": MOST_BYTES // 1024 // 1024}

    def table_of(self, content: bytes) -> Table:
        """The table of a file; raises `Blocked`."""
        return type(self).read(content)

    def clean_file(self) -> UploadedFile:
        """Read the file; what is wrong with it stands at the field."""
        file: UploadedFile = self.cleaned_data["file"]
        refuse_cpr(file.name or "")
        try:
            # One byte more than we take is enough to see that it is too large.
            self.cleaned_data["table"] = self.table_of(file.read(MOST_BYTES + 1))
        except Blocked as refusal:
            problems = [forms.ValidationError(str(p.text), code=p.code) for p in refusal.problems]
            raise forms.ValidationError(problems) from refusal
        return file


class HeadingsForm(Form):
    """Which heading tells what, one menu for each thing that a column may tell."""

    def offer_headings(
        self, table: Table, labels: Mapping[Any, Any], hints: Mapping[Any, Any], chosen: Mapping[Any, str]
    ) -> None:
        """Add a menu of the table's headings for each thing.

        Args:
            labels: what a column may tell, by the name of its field.
            hints: a line beneath some of them.
            chosen: the heading that is thought to tell it.
        """
        choices = [("", _("– bruges ikke –")), *((h, _with_samples(table, h)) for h in table.headings)]
        for each, label in labels.items():
            self.fields[each.value] = forms.ChoiceField(
                label=label,
                required=False,
                choices=choices,
                initial=chosen.get(each, ""),
                help_text=hints.get(each, ""),
            )

    def refuse_repeated(self, told: Mapping[str, Any], things: Iterable[Any]) -> None:
        """No heading may tell two things."""
        chosen = {each: told[each] for each in things if told.get(each)}
        times = Counter(chosen.values())
        for each, heading in chosen.items():
            if times[heading] > 1:
                wrong = _("Kolonnen %(heading)s er valgt flere steder.") % {"heading": heading}
                self.add_error(each.value, wrong)


def _with_samples(table: Table, heading: str) -> str:
    """A heading with what stands under it."""
    samples = ", ".join(table.samples(heading))
    return f"{heading}: {samples[:60]}" if samples else heading
