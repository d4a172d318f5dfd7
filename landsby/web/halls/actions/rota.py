"""The rota of a season, written on one screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from landsby.web.activities.actions import set_hosts
from landsby.web.activities.models import Activity
from landsby.web.halls.actions.swaps import overtake
from landsby.web.halls.models import Opening, Season
from landsby.web.kit.audit import Author, record
from landsby.web.kit.dates import short_day
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked, Problem, Severity
from landsby.web.partnerships.models import Actor


@dataclass(frozen=True, kw_only=True)
class RotaLine:
    """The hosts of one opening, by primary key: as they were on the screen, and as they are to be."""

    was: tuple[int, ...]
    becomes: tuple[int, ...]


@transaction.atomic
def fill_rota(*, season: Season, lines: Mapping[int, RotaLine], actors: Iterable[Actor], by: Author) -> int:
    """Write the lines that were changed, all of them or none.

    Args:
        lines: by the primary key of the opening.
        actors: everybody who stands in a line.

    Returns:
        How many openings got other hosts.

    Raises:
        Blocked: when somebody else, or a swap, has changed a line since it was shown; nothing is overwritten.
    """
    Season.objects.select_for_update().get(pk=season.pk)
    wanted = {pk: line for pk, line in lines.items() if line.was != line.becomes}
    openings = _held(season, wanted)
    conflicts = [opening for opening in openings if _keys(opening.hosts) != lines[opening.pk].was]
    if conflicts:
        raise Blocked(_conflict(opening) for opening in conflicts)
    known = {actor.pk: actor for actor in actors}
    for opening in openings:
        hosts = [known[key] for key in lines[opening.pk].becomes]
        set_hosts(activity=opening.activity, hosts=hosts, by=by)
    overtake(openings=[opening.pk for opening in openings], by=by)
    record(by=by, act=Act.CHANGED, thing=season, programme=season.programme.slug, detail={"duties": len(openings)})
    return len(openings)


def _held(season: Season, wanted: Iterable[int]) -> Sequence[Opening]:
    """The planned openings among some, their activities' rows held until the end of the transaction."""
    rows = season.openings.planned().filter(pk__in=list(wanted))
    activities = rows.order_by().values_list("activity", flat=True)
    list(Activity.objects.select_for_update().filter(pk__in=list(activities)).order_by("pk"))
    return list(rows.with_activity().in_order())


def _keys(hosts: Iterable[Actor]) -> tuple[int, ...]:
    return tuple(host.pk for host in hosts)


def _conflict(opening: Opening) -> Problem:
    told = {
        "day": short_day(opening.activity.starts_on),
        "hosts": ", ".join(host.name for host in opening.hosts) or _("ingen"),
    }
    text = _("%(day)s er ændret imens af en anden. Vagten har nu: %(hosts)s. Se den igen, og gem.") % told
    return Problem("changed_meanwhile", Severity.BLOCKER, text)
