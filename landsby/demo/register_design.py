"""The declared design that goes with the synthetic register, and writing the two beside each other."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from landsby.demo.register import CHILDREN, FIRST_YEAR, LAST_YEAR, country, register

DESIGN = """\
# The declared design of the invented programme, for the synthetic register beside it.
id: overweight_at_school_entry
title:
  da: Overvægt ved skolestart i ti lokalsamfund
  en: Overweight at school entry in ten communities
question:
  da: Er færre børn overvægtige ved skolestart, end de ville have været uden programmet?
  en: Are fewer children overweight at school entry than would have been without the programme?
population:
  da: Alle børn ved skolestart. De tæller i det skoledistrikt, de blev født i, også hvis de er flyttet.
  en: All children at school entry. They count in the school district of birth, even when they have moved.
columns:
  area: area
  period: year
  person: child
  cluster: municipality
  area_now: area_now
window: {{first: {first}, last: {last}}}
outcomes:
  - id: overweight
    title: {{da: Overvægt, en: Overweight}}
    column: overweight
    role: primary
    better: lower
    smallest_effect: 0.02
  - id: height
    title: {{da: Højde, en: Height}}
    column: height
    unit: m
    low: 0.8
    high: 1.6
    decimals: 3
    role: placebo
treated:
{treated}
selection:
  how:
    da: Kommunerne valgte lokalsamfund med få ressourcer, meget overvægt og stærke foreninger.
    en: The municipalities chose communities of few means, much overweight and strong associations.
  by: [overweight]
comparison:
  matching: mahalanobis
  match_on: [level, last]
  for_each: 10
  why:
    da: Andre skoledistrikter har de samme år, skoler og sundhedsplejersker, men ikke programmet.
    en: Other school districts have the same years, schools and health visitors, but not the programme.
  exclude:
    - areas: [{neighbours}]
      because:
        da: De ligger i samme kommuner og kan låne af programmet.
        en: They lie in the same municipalities and may borrow from the programme.
estimators: [group_time, event_study, two_way]
inference:
  shocks: cluster
  procedures: [exchange, ferman_pinto, cr3, wild_bootstrap]
looks:
  - period: 2022
    what:
      da: Vi ser, om data kan bruges. Virkningen kan ikke ses endnu.
      en: We see whether the data can be used. The effect cannot be seen yet.
  - period: 2026
    what:
      da: Den første læsning af virkningen.
      en: The first reading of the effect.
too_early:
  periods_after_start: 4
  onset: [0, 0, 0.33, 0.67, 1]
  why:
    da: Børn skal have mødt programmet i nogle år, før det kan ses ved skolestart.
    en: Children must have met the programme for some years before it can show at school entry.
"""


def design_text(seed: int = 1) -> str:
    """The design as the text of its file."""
    places = country(seed)
    treated = [
        f'  - {{area: "{code}", starts: {start}}}'
        for code, start in zip(places.codes, places.starts, strict=True)
        if start
    ]
    with_programme = set(places.municipality[places.starts > 0].tolist())
    beside = [
        f'"{code}"'
        for code, start, municipality in zip(places.codes, places.starts, places.municipality, strict=True)
        if not start and municipality in with_programme
    ]
    return DESIGN.format(first=FIRST_YEAR, last=LAST_YEAR, treated="\n".join(treated), neighbours=", ".join(beside))


def write_register(path: Path, *, seed: int = 1, children: int = CHILDREN, until: int = LAST_YEAR) -> tuple[Path, int]:
    """Write the register as Parquet and its design beside it; gives back the design's path and the number of rows."""
    table = pa.table(register(seed, children, until))
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path)
    design = path.with_suffix(".design.yaml")
    design.write_text(design_text(seed), encoding="utf-8")
    return design, len(table)
