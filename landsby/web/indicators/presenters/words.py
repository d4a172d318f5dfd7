"""How figures, their intervals and their changes are said."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.figures import Figure
from landsby.web.indicators.lines import Line
from landsby.web.indicators.periods import number_at, period_name, place_of, span_name, years_as_places
from landsby.web.indicators.windows import YEARS, Change, Verdict, Window

_DECIMALS = {"share": 1, "rate": 1, "mean": 2, "count": 0}


def amount(value: float, indicator: Indicator) -> str:
    """A number of an indicator, with the decimals that it deserves and a per cent sign where it is a share."""
    decimals = _DECIMALS[indicator.form]
    if indicator.form == "count" and value != round(value):
        decimals = 1
    told = number_format(round(value, decimals), decimals, use_l10n=True, force_grouping=True)
    return f"{told} %" if indicator.form == "share" else told


def interval(figure: Figure, indicator: Indicator) -> str:
    """The interval in words; that there is none, where there is none."""
    if figure.interval is None:
        return _("usikkerheden kendes ikke")
    low, high = (amount(end, indicator).removesuffix(" %") for end in figure.interval)
    return _("%(low)s til %(high)s") % {"low": low, "high": high}


def with_interval(figure: Figure | None, indicator: Indicator) -> str:
    """A figure and how sure it is, in one cell of a table."""
    if figure is None:
        return _("skjult, for få")
    return f"{amount(figure.value, indicator)} ({interval(figure, indicator)})"


def window_name(window: Window, indicator: Indicator) -> str:
    """What people call three years."""
    return span_name(window.first, window.last, indicator.period)


def verdict_in_words(verdict: Verdict, indicator: Indicator) -> str:
    """What can be said of a change, in one or two sentences."""
    told = {"before": "", "after": ""}
    for name, window in (("before", verdict.before), ("after", verdict.after)):
        if window is not None and window.figure is not None:
            told[name] = f"{amount(window.figure.value, indicator)} ({window_name(window, indicator)})"
    sentences = {
        Change.ROSE: _("Steget fra %(before)s til %(after)s. Det er mere, end tilfældet plejer at give."),
        Change.FELL: _("Faldet fra %(before)s til %(after)s. Det er mere, end tilfældet plejer at give."),
        Change.NONE_SEEN: _("Ingen sikker ændring fra %(before)s til %(after)s."),
        Change.TOO_EARLY: _("Det er for tidligt at sige, om noget har ændret sig: Det kræver to gange tre hele år."),
        Change.BROKEN: _(
            "De seneste år kan ikke sammenlignes med dem før, for der blev talt på en anden måde undervejs."
        ),
        Change.UNSURE: _("Det kan ikke siges, om noget har ændret sig, for usikkerheden kendes ikke."),
    }
    sentence = sentences[verdict.change] % told
    hoped = {True: _("Det er den vej, I håber på."), False: _("Det er ikke den vej, I håber på.")}
    return f"{sentence} {hoped[verdict.is_hoped_for]}" if verdict.is_hoped_for is not None else sentence


def still_to_come(line: Line, indicator: Indicator) -> str:
    """Which of the latest figures do not count yet, for their three years are not whole; nothing where all do."""
    if not line.windows or not line.points or line.points[-1].period <= line.windows[-1].last:
        return ""
    kind = indicator.period
    after = place_of(line.windows[-1].last, kind) + 1
    first, last = number_at(after, kind), number_at(after + years_as_places(YEARS, kind) - 1, kind)
    told = {"last": period_name(line.windows[-1].last, kind), "span": span_name(first, last, kind)}
    return _("Tal efter %(last)s er ikke med i det. De kommer med, når der er tal for hele %(span)s.") % told


def change_between(verdict: Verdict, indicator: Indicator) -> str:
    """What can be said of a change, and which three years are held against which, for a card."""
    told, before, after = change_in_short(verdict), verdict.before, verdict.after
    if before is None or after is None:
        return told
    said = {"before": window_name(before, indicator), "after": window_name(after, indicator), "change": told}
    return _("%(change)s (%(before)s til %(after)s)") % said


def change_in_short(verdict: Verdict) -> str:
    """The same in two or three words, for a list."""
    return {
        Change.ROSE: _("steget"),
        Change.FELL: _("faldet"),
        Change.NONE_SEEN: _("ingen sikker ændring"),
        Change.TOO_EARLY: _("for tidligt at sige"),
        Change.BROKEN: _("kan ikke ses: talt på en ny måde"),
        Change.UNSURE: _("kan ikke afgøres"),
    }[verdict.change]


def when(period: int, indicator: Indicator) -> str:
    """What people call a period of an indicator."""
    return period_name(period, indicator.period)
