"""The words that templates build with; loaded everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString

from landsby.web.kit import dates
from landsby.web.kit.navigation import ProfileLink, entries_for
from landsby.web.kit.navigation import profile_links as registered_links
from landsby.web.kit.text import Text
from landsby.web.kit.text import say as say_text

register = template.Library()


@register.filter
def say(text: Text | str | None) -> str:
    """A bilingual text in the reader's language."""
    return say_text(text)


@register.filter
def number(value: float | str | None) -> str:
    """A number with the language's separators; nothing is a dash, and what is told in words already is itself."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return value
    return formats.number_format(value, use_l10n=True, force_grouping=True).replace("-", "−")


@register.filter
def lead(label: object) -> str:
    """A label before what is said about it: with a colon, unless it ends in a mark of its own."""
    text = str(label)
    return text if text.endswith((":", "?", "!", ".")) else f"{text}:"


@register.filter
def day(value: date | None) -> str:
    """A day, short: »3. maj 2023«."""
    return dates.short_day(value) if value else ""


@register.filter
def long_day(value: date | None) -> str:
    """A day with its weekday: »onsdag den 3. maj 2023«."""
    return dates.long_day(value) if value else ""


@register.filter
def to_day(first: date, last: date) -> str:
    """The days from a first to a last: »1. juli – 31. december 2024«."""
    return dates.days_between(first, last)


@register.filter
def clock(value: time | None) -> str:
    """A time of day: »9.30«; nothing where there is none."""
    return dates.clock(value) if value else ""


@register.filter
def month(value: date) -> str:
    """A month: »maj 2023«."""
    return dates.month_and_year(value)


@register.filter
def leaf(value: date) -> tuple[str, str]:
    """A day as the two lines of a leaf of the calendar."""
    return dates.day_on_a_leaf(value)


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The value that a mapping has for a key, or None."""
    return mapping.get(key)


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """An icon of the design system's sprite, hidden from screen readers: the text beside it speaks."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        css,
        static("kit/dkfds/img/all-svg-icons.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> list[dict[str, Any]]:
    """The main menu of the programme that the page is about."""
    request: HttpRequest = context["request"]
    return entries_for(request, context.get("programme"), context.get("standing"))


@register.simple_tag
def profile_links() -> tuple[ProfileLink, ...]:
    """The ways on from one's profile that rooms have added."""
    return registered_links()
