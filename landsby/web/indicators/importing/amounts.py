"""From the numbers of a row to a figure that can be, or to why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.columns import COUNTS, FigureColumns, Told
from landsby.web.indicators.importing.known import Amounts
from landsby.web.indicators.importing.rows import ToldRow
from landsby.web.indicators.rules import limits_of
from landsby.web.partnerships.imports.findings import Finding, blocker, warning

_SIXTH = Decimal("0.000001")
_ROUNDED = Decimal("0.06")
"""So far a percentage with one decimal can lie from what its numerator and denominator say."""

_MOST = Decimal(10) ** 11


def unit_doubts(rows: Sequence[ToldRow], indicator: Indicator, columns: FigureColumns) -> Iterator[Finding]:
    """Whether it cannot be told if shares stand in per cent or as parts of one."""
    values = [row.numbers[Told.VALUE] for row in rows if Told.VALUE in row.numbers]
    if indicator.form == "share" and not columns.value_is and values and 0 < max(values) <= 1:
        wrong = _("Ingen af tallene er større end 1. Det kan være procent, og det kan være dele af en hel.")
        cure = _("Gå tilbage til Kolonner, og vælg, om tallene er i procent eller fra 0 til 1.")
        yield blocker("unit", wrong, cure, column=columns.columns.get(Told.VALUE, ""))


def amounts_of(
    rows: Sequence[ToldRow], indicator: Indicator, columns: FigureColumns
) -> tuple[Amounts | None, list[Finding]]:
    """The figure that some rows of one place and period come to, and what there is to say of it.

    Args:
        rows: one, or several that are to be added together.
    """
    found = [finding for row in rows for finding in _doubts_of_row(row, indicator, columns)]
    if any(finding.blocks for finding in found):
        return None, found
    each = [_amounts(row, indicator, columns) for row in rows]
    told = [amounts for amounts in each if amounts is not None]
    if len(told) < len(rows):
        wrong = _("Rækken siger ikke nok til at kende tallet.")
        return None, [*found, blocker("too_little", wrong, _needed(indicator), row=rows[0].row)]
    if len(told) == 1:
        return told[0], found
    weighed = told if indicator.form == "count" else [amounts for amounts in told if amounts.denominator]
    if not weighed:
        wrong = _("Rækkerne kan ikke lægges sammen, når det ikke står, hvor mange de gælder.")
        cure = _("Vælg en kolonne med antallet, fx elever eller svar.")
        return None, [*found, blocker("no_weight", wrong, cure, row=rows[0].row)]
    if len(weighed) < len(told):
        found += _left_out([row.row for row, amounts in zip(rows, told, strict=True) if not amounts.denominator])
    return _added(weighed, indicator), found


def _left_out(numbers: Iterable[int]) -> Iterator[Finding]:
    for number in numbers:
        wrong = _("Der står ikke, hvor mange rækken gælder. Den er ikke lagt med.")
        yield warning("unweighed", wrong, _("Udfyld antallet, hvis den skal med."), row=number)


def _doubts_of_row(row: ToldRow, indicator: Indicator, columns: FigureColumns) -> Iterator[Finding]:
    """What cannot be, in one row."""
    numbers = row.numbers
    for told, number in numbers.items():
        if number < 0 and (told != Told.VALUE or indicator.form != "mean"):
            yield blocker("negative", _("Tallet er mindre end 0."), _("Ret det, eller slet rækken."), **row.where(told))
        elif abs(number) >= _MOST:
            yield blocker("too_great", _("Tallet er for stort."), _("Ret det."), **row.where(told))
        elif number != round(number) and (told in COUNTS or (told == Told.VALUE and indicator.form == "count")):
            wrong = _("Der står %(number)s, men et antal er et helt tal.") % {"number": _shown(number)}
            cure = _("Ret det, eller vælg en anden kolonne: Er det en andel eller et gennemsnit, er det selve tallet.")
            yield blocker("not_whole", wrong, cure, **row.where(told))
    numerator, among = numbers.get(Told.NUMERATOR), numbers.get(Told.DENOMINATOR)
    if among == 0 and indicator.form != "count":
        cure = _("Slet rækken. Hvor der ikke er nogen, er der heller intet tal.")
        yield blocker("nobody", _("Der tælles blandt 0."), cure, **row.where(Told.DENOMINATOR))
    if indicator.form == "share" and numerator is not None and among is not None and numerator > among:
        wrong = _("Der er talt %(counted)s blandt %(among)s.") % {"counted": numerator, "among": among}
        cure = _("Se efter, om tæller og nævner er byttet om.")
        yield blocker("more_than_all", wrong, cure, **row.where(Told.NUMERATOR))
    yield from _doubts_of_value(row, indicator, columns)


def _doubts_of_value(row: ToldRow, indicator: Indicator, columns: FigureColumns) -> Iterator[Finding]:
    value = _in_unit(row, indicator, columns)
    if value is None:
        return
    least, most = limits_of(indicator)
    if (least is not None and value < least) or (most is not None and value > most):
        wrong = _("%(value)s ligger uden for %(least)s til %(most)s.")
        told = {"value": _shown(value), "least": "…" if least is None else least, "most": "…" if most is None else most}
        cure = _("Ret tallet, eller vælg en anden kolonne eller enhed.")
        yield blocker("outside", wrong % told, cure, **row.where(Told.VALUE))
        return
    worked_out = _worked_out(row, indicator)
    if worked_out is not None and abs(worked_out - value) > _ROUNDED:
        wrong = _("Der står %(value)s, men tæller og nævner giver %(other)s.")
        told = {"value": _shown(value), "other": _shown(worked_out)}
        yield warning("disagrees", wrong % told, _("Vi bruger tæller og nævner."), **row.where(Told.VALUE))


def _amounts(row: ToldRow, indicator: Indicator, columns: FigureColumns) -> Amounts | None:
    """The figure of one row; None where it does not say enough."""
    numbers = row.numbers
    numerator, among = numbers.get(Told.NUMERATOR), numbers.get(Told.DENOMINATOR)
    value = _in_unit(row, indicator, columns)
    match indicator.form:
        case "count":
            count = numerator if numerator is not None else value
            return None if count is None else Amounts(_six(count), _six(count))
        case "mean":
            return None if value is None else Amounts(_six(value), None, _kept(among), _kept(numbers.get(Told.SPREAD)))
    worked_out = _worked_out(row, indicator)
    if worked_out is not None:
        return Amounts(_six(worked_out), _kept(numerator), _kept(among))
    if value is None:
        return None
    counted = None if among is None else value * among / _per(indicator)
    return Amounts(_six(value), _kept(counted), _kept(among))


def _worked_out(row: ToldRow, indicator: Indicator) -> Decimal | None:
    numerator, among = row.numbers.get(Told.NUMERATOR), row.numbers.get(Told.DENOMINATOR)
    if indicator.form not in ("share", "rate") or numerator is None or not among:
        return None
    return numerator / among * _per(indicator)


def _in_unit(row: ToldRow, indicator: Indicator, columns: FigureColumns) -> Decimal | None:
    value = row.numbers.get(Told.VALUE)
    if value is not None and indicator.form == "share" and columns.value_is == "fraction":
        return value * 100
    return value


def _per(indicator: Indicator) -> int:
    return 100 if indicator.form == "share" else 1000


def _added(each: Sequence[Amounts], indicator: Indicator) -> Amounts:
    """Several figures as one, each counting by its people; how means spread among several is not known."""
    if indicator.form == "count":
        count = _six(_sum(amounts.value for amounts in each))
        return Amounts(count, count)
    among = _six(_sum(amounts.denominator for amounts in each))
    if indicator.form == "mean":
        whole = _sum((amounts.denominator or 0) * amounts.value for amounts in each)
        return Amounts(_six(whole / among), None, among)
    numerator = _six(_sum(amounts.numerator for amounts in each))
    return Amounts(_six(numerator / among * _per(indicator)), numerator, among)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _needed(indicator: Indicator) -> str:
    if indicator.form in ("share", "rate"):
        return _("Udfyld både tæller og nævner, eller selve tallet.")
    return _("Udfyld tallet, eller slet rækken.")


def _shown(number: Decimal) -> str:
    return format(number.quantize(Decimal("0.01")).normalize(), "f").replace(".", ",")


def _six(number: Decimal) -> Decimal:
    """The number with the decimals that are kept."""
    return number.quantize(_SIXTH)


def _kept(number: Decimal | None) -> Decimal | None:
    return None if number is None else _six(number)
