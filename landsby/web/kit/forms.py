"""Forms as the design system draws them. Rooms inherit `Form` or `ModelForm` from here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.fields import refuse_cpr_in, refuse_unseen
from landsby.web.kit.problems import Problem

_WHEN_EMPTY: tuple[tuple[type[forms.Field] | type[forms.Widget], Any], ...] = (
    (forms.Textarea, _("Skriv et par ord.")),
    (forms.CheckboxSelectMultiple, _("Vælg mindst én.")),
    (forms.SelectMultiple, _("Vælg mindst én.")),
    (forms.RadioSelect, _("Vælg én af dem.")),
    (forms.Select, _("Vælg en på listen.")),
    (forms.BooleanField, _("Sæt et kryds her.")),
    (forms.DateField, _("Vælg en dag.")),
    (forms.TimeField, _("Vælg et klokkeslæt.")),
    (forms.FileField, _("Vælg en fil.")),
    (forms.EmailField, _("Skriv en mailadresse.")),
    (forms.IntegerField, _("Skriv et tal.")),
    (forms.Field, _("Skriv noget her.")),
)
"""What is asked for where a field was left empty, by its widget or its sort, unless it says so in words of its own."""

_CLASS_OF_WIDGET = {
    forms.Select: "form-select",
    forms.Textarea: "form-input",
    forms.CheckboxInput: "form-checkbox",
    forms.FileInput: "form-input",
    forms.widgets.Input: "form-input",
}


class Renderer(TemplatesSetting):
    """Draws forms and fields with the kit's templates."""

    form_template_name = "kit/forms/form.html"
    field_template_name = "kit/forms/field.html"


class DayInput(forms.DateInput):
    """The browser's own date picker; it sends and takes ISO dates."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own time picker."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class Explained(str):
    """A choice with a line beneath it that says what it means."""

    __slots__ = ("hint",)
    hint: str

    def __new__(cls, label: str, hint: str) -> Explained:
        """The label, and what stands beneath."""
        explained = super().__new__(cls, label)
        explained.hint = hint
        return explained


class SelectSeveral(forms.Select):
    """A menu of one choice, for a parameter of the address that may hold several.

    Several that came by a link stand in the menu as one choice of their own, so that they are kept
    when the form is sent again.
    """

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """The ids, whether each came by itself or several in one, separated by commas."""
        told = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [one for value in told for one in value.split(",") if one]

    def format_value(self, value: Any) -> Any:
        """The one line of the menu that is chosen."""
        return [",".join(value or [])]

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """The lines of the menu, with one more for several that were chosen together."""
        lines = super().optgroups(name, value, attrs)
        if "," not in value[0]:
            return lines
        titles = dict(self.choices)
        together = ", ".join(str(titles.get(one, one)) for one in value[0].split(","))
        line = self.create_option(name, value[0], together, selected=True, index=len(lines), attrs=attrs)
        return [*lines, (None, [line], len(lines))]


class _Dressed:
    """Gives every widget the class of its kind, and every typed text the refusal of what is never kept.

    Attributes:
        holding_measures: the fields whose digits are measures, such as coordinates, and whose text
            is not kept as it was typed; a number in them is no CPR number.
    """

    fields: dict[str, forms.Field]
    holding_measures: ClassVar[frozenset[str]] = frozenset()

    def dress(self) -> None:
        """Dress fields that were added after the form was made."""
        for name, field in self.fields.items():
            _dress_widget(field)
            _ask_kindly(field)
            # A password is kept as a hash only; whatever it is, it must be possible to sign in with it.
            if isinstance(field, forms.CharField) and not isinstance(field.widget, forms.PasswordInput):
                refused = [refuse_unseen] if name in self.holding_measures else [refuse_cpr_in, refuse_unseen]
                field.validators += [validator for validator in refused if validator not in field.validators]

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Show blocking problems at their fields, or above the form where the field is not on it."""
        for problem in problems:
            if problem.blocks:
                field = problem.field if problem.field in self.fields else None
                error = forms.ValidationError(str(problem.text), code=problem.code)
                self.add_error(field, error)  # type: ignore[attr-defined]  # the mixin stands before a form


class Form(_Dressed, forms.Form):
    """A form that stands for no single row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dress()


class ModelForm(_Dressed, forms.ModelForm):
    """A form for one row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dress()


def ask_for_one_of_several(field: forms.Field) -> None:
    """Let a field that may be left empty not be told as one that can: it, or another beside it, is needed.

    `kit/forms/field.html` and `kit.folds` read it.
    """
    field.is_one_of_several = True  # type: ignore[attr-defined]  # a word of our own on Django's field


def _ask_kindly(field: forms.Field) -> None:
    """Say what to do about a field that was left empty, where Django would only call it required."""
    if field.error_messages.get("required") is forms.Field.default_error_messages["required"]:
        fitting = (text for sort, text in _WHEN_EMPTY if isinstance(field, sort) or isinstance(field.widget, sort))
        field.error_messages["required"] = next(fitting)


def _dress_widget(field: forms.Field) -> None:
    """Use the browser's pickers, and the class that the design system styles the widget by."""
    if isinstance(field, forms.DateField) and type(field.widget) is forms.DateInput:
        field.widget = DayInput(field.widget.attrs)
    if isinstance(field, forms.TimeField) and type(field.widget) is forms.TimeInput:
        field.widget = ClockInput(field.widget.attrs)
    if "class" in field.widget.attrs or isinstance(field.widget, forms.HiddenInput):
        return
    for widget, css in _CLASS_OF_WIDGET.items():
        if isinstance(field.widget, widget):
            field.widget.attrs["class"] = css
            return
