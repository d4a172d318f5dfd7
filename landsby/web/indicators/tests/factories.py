"""Files with figures, and what they are checked against, for the tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import Indicator
from landsby.web.accounts.models import User
from landsby.web.indicators.actions import ToldTarget, apply_figures, begin_figures, map_figures, set_target
from landsby.web.indicators.importing.checking import checked
from landsby.web.indicators.importing.columns import FigureColumns, guessed_columns
from landsby.web.indicators.importing.known import Amounts, Key, Known, KnownCommunity
from landsby.web.indicators.importing.plan import FigurePlan, PlannedFigure
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.indicators.models import Delivery, FigureDraft
from landsby.web.indicators.models.at_area import place_key
from landsby.web.partnerships.imports.municipalities import Municipalities
from landsby.web.partnerships.models import Community

TODAY = date(2025, 3, 1)
NAMES = (("0101", "København"), ("0147", "Frederiksberg"), ("0901", "Nordhavn"), ("0902", "Sydhavn"))


def known(indicator: Indicator, figures: dict[Key, Amounts] | None = None, **more: object) -> Known:
    """Two municipalities of ours, of which one may be written, two others, and a community in each of ours."""
    told = {
        "indicator": indicator,
        "today": TODAY,
        "municipalities": Municipalities.of(NAMES),
        "ours": frozenset({"0901", "0902"}),
        "writable": frozenset({"0901"}),
        "writes_country": True,
        "communities": (KnownCommunity(7, "Quay", "0901"), KnownCommunity(8, "Bay", "0902")),
        "figures": figures or {},
    }
    return Known(**{**told, **more})  # type: ignore[arg-type]  # each by its own name


def dry_run(content: str | bytes, known: Known, **said: object) -> FigurePlan:
    """What importing a file would do, its columns guessed from their headings."""
    table = read_figures(content.encode() if isinstance(content, str) else content)
    columns = said.pop("columns", None) or guessed_columns(table.headings)
    return checked(table, FigureColumns(columns=columns, **said), known)  # type: ignore[arg-type]  # each by its own name


def left_out(plan: FigurePlan) -> dict[str, int]:
    """How many rows were left out, by why."""
    return dict(Counter(one.why.value for one in plan.left_out))


def codes(plan: FigurePlan) -> list[tuple[str, int]]:
    """What was found, and in which rows."""
    return [(finding.code, finding.row) for finding in sorted(plan.findings, key=lambda one: (one.row, one.code))]


def a_draft(world: SimpleNamespace, by: User, content: str, indicator: str = "dares_at_seven") -> FigureDraft:
    """An uploaded file."""
    return begin_figures(
        programme=world.programme,
        indicator=indicator,
        file_name="tal.csv",
        source="Opdigtet",
        table=read_figures(content.encode()),
        by=by,
    )


def some_figures(
    world: SimpleNamespace,
    blueprint: Blueprint,
    by: User,
    figures: dict[Key, Amounts],
    indicator: str = "dares_at_seven",
    *,
    again: bool = False,
) -> Delivery:
    """Figures that came in a file; where others may have been told before, these take their place."""
    draft = a_draft(world, by, "kommune;skoleår;n\n901;2023/24;1", indicator)
    planned = enumerate(figures.items(), 2)
    plan = FigurePlan([PlannedFigure(row, key, amounts, amounts if again else None) for row, (key, amounts) in planned])
    apply_figures(draft=draft, plan=plan, by=by)
    return Delivery.objects.latest("pk")


def indicators_at(world: SimpleNamespace, community: Community, owner: User, by: User) -> dict[str, int]:
    """A target of a community, and somebody's own file on its way in."""
    told = ToldTarget(place_of(community), Decimal(60), 2029, "Havnerådet", TODAY)
    draft = a_draft(world, owner, f"lokalområde;skoleår;tæller;nævner\n{community.name};2022/23;40;90\n")
    columns = FigureColumns(columns=guessed_columns(["lokalområde", "skoleår", "tæller", "nævner"]))
    return {
        "targets": set_target(programme=world.programme, indicator="dares_at_seven", told=told, by=by).pk,
        "files": map_figures(draft=draft, columns=columns, by=owner).pk,
    }


def years_of(communities: Iterable[Community], *, part: int = 40, among: int = 90) -> dict[Key, Amounts]:
    """Some school years of some communities."""
    amounts = Amounts(Decimal(part * 100) / among, Decimal(part), Decimal(among))
    return {(place_of(one), year, ""): amounts for one in communities for year in range(2018, 2024)}


def place_of(community: Community) -> str:
    """What cells call a community."""
    return place_key(community.pk, "")
