"""What somebody may import figures of, and their own imports under way."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from landsby.blueprint import codelist
from landsby.blueprint.kinds import Indicator
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.indicators.importing.known import Amounts, Key, Known, KnownCommunity
from landsby.web.indicators.models import FigureDraft, FigureDraftQuerySet, Observation
from landsby.web.indicators.models.at_area import place_key
from landsby.web.indicators.models.observation import CELL
from landsby.web.partnerships.access import Standing, Visitor, municipalities_within, programme_for
from landsby.web.partnerships.imports.municipalities import Municipalities
from landsby.web.partnerships.models import Community, Programme, Right


def drafts_of(standing: Standing) -> FigureDraftQuerySet:
    """A person's own imports of figures under way in a programme, without their tables."""
    return FigureDraft.objects.of_owner(standing.programme, standing.user).without_table()


def draft_for(user: Visitor, slug: str, pk: int) -> tuple[FigureDraft, Indicator, Standing]:
    """An import of figures that the user has begun and may still finish, and the indicator that it is of.

    Raises:
        Http404: to a stranger, for what is another's, applied, given up or forgotten, and where the programme no
            longer looks at the indicator.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=Right.MANAGE_INDICATORS)
    draft = FigureDraft.objects.of_owner(programme, standing.user).filter(pk=pk).first()
    if draft is None:
        raise Http404
    blueprint = blueprint_of(programme)
    found = NamesOfToday(programme, blueprint).of("indicators", draft.indicator)
    if found is None:
        raise Http404
    return draft, blueprint.indicators[found], standing


def known_for(standing: Standing, indicator: Indicator) -> Known:
    """What a file with figures is checked against: four queries, however much there is."""
    programme = standing.programme
    ours = dict(programme.municipalities.values_list("code", "name"))
    writable = municipalities_within(standing, Right.MANAGE_INDICATORS).values_list("code", flat=True)
    official = [(entry.id, entry.title.da) for entry in codelist("municipalities").values()]
    figures, waiting, shown = _told(programme, indicator)
    return Known(
        indicator=indicator,
        today=timezone.localdate(),
        municipalities=Municipalities.of(ours.items(), official),
        ours=frozenset(ours),
        writable=frozenset(writable),
        writes_country=standing.reach(Right.MANAGE_INDICATORS).everywhere,
        communities=tuple(
            KnownCommunity(one.pk, one.name, one.municipality.code) for one in Community.objects.of(programme)
        ),
        figures=figures,
        waiting=waiting,
        shown=shown,
    )


def _told(
    programme: Programme, indicator: Indicator
) -> tuple[dict[Key, Amounts], dict[Key, Amounts], dict[Key, list[Amounts]]]:
    """The figures that are told, those that wait, and everything that was ever told."""
    held: dict[bool, dict[Key, Amounts]] = {False: {}, True: {}}
    shown: dict[Key, list[Amounts]] = {}
    rows = Observation.objects.of(programme).about([indicator.id]).in_turn()
    for waits, replaced_at, community, code, period, stratum, *said in rows.values_list("waits", "replaced_at", *CELL):
        key, amounts = (place_key(community, code), period, stratum), Amounts(*said)
        if replaced_at is None:
            held[waits][key] = amounts
        if not waits:
            shown.setdefault(key, []).append(amounts)
    return held[False], held[True], shown
