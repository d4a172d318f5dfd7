"""The rest of the made-up garden: one sound definition of each kind that the garden itself leaves out.

Each begins with the same four lines, so that what is its own begins on line 5.
"""

from __future__ import annotations

from collections.abc import Mapping


def _named(id_: str, da: str, en: str) -> str:
    return f"id: {id_}\ntitle: {{da: {da}, en: {en}}}\norigin: ours\nsource: Haven\n"


_PLAIN = {
    "elements": ("compost", "Kompost", "Compost"),
    "depths": ("roots", "Rødder", "Roots"),
    "protective_factors": ("shelter", "Læ", "Shelter"),
    "topics": ("worms", "Orme", "Worms"),
    "professions": ("botanist", "Botaniker", "Botanist"),
    "skills": ("balance", "Balance på grene", "Balance"),
    "food_groups": ("greens", "Grønt", "Greens"),
    "messages": ("everything_grows", "Alt gror", "Everything grows"),
    "advice": ("wait", "Vent", "Wait"),
    "theories": ("growth", "Vækst", "Growth"),
}

ORCHARD: Mapping[str, str] = {
    **{f"{folder}/{names[0]}.yaml": _named(*names) for folder, names in _PLAIN.items()},
    "theories/decay.yaml": _named("decay", "Forfald", "Decay"),
    "audiences/neighbours.yaml": _named("neighbours", "Naboer", "Neighbours")
    + "people: families\nages: {first: -1, last: 6}\n",
    "principles/tidiness.yaml": _named("tidiness", "Orden", "Tidiness")
    + """\
practice:
  - id: sweep
    text:
      da: Vi fejer sammen.
      en: We sweep together.
goals: [wonder]
""",
    "principles/patience.yaml": _named("patience", "Tålmod", "Patience") + "formerly: [waiting]\n",
    "initiatives/hedge.yaml": _named("hedge", "Hæk", "Hedge")
    + "elements: [compost]\ndepth: roots\nready_when: [tools_away]\neffort: 2\n",
    "initiatives/twig.yaml": _named("twig", "Kvist", "Twig") + "parent: hedge\n",
    "activity_kinds/pruning.yaml": _named("pruning", "Beskæring", "Pruning")
    + """\
form: single
counts: [staff]
rates:
  - kr: 180
    starts_on: 2020-01-01
    ended_on: 2021-12-31
    source: Haveudvalget
  - kr: 190
    starts_on: 2022-01-01
    source: Haveudvalget
""",
    "offers/seed_visit.yaml": _named("seed_visit", "Frøbesøg", "Seed visit")
    + """\
form: visit
to: selected
ages: {first: -3, last: 12}
criteria:
  - id: dry_soil
    text: {da: Jorden er tør., en: The soil is dry.}
    starts_on: 2020-01-01
    ended_on: 2021-12-31
""",
    "competences/grafting.yaml": _named("grafting", "Podning", "Grafting") + "professions: [botanist]\n",
    "plan_templates/bed_plan.yaml": _named("bed_plan", "Plan for bedet", "Plan for the bed")
    + """\
level: actor
period: half_year
sections:
  - id: plants
    title: {da: Planter, en: Plants}
    goals: [mud]
    ideas:
      - id: beans
        text: {da: Bønner., en: Beans.}
""",
    "plan_templates/care_plan.yaml": _named("care_plan", "Plan for pleje", "Plan for care")
    + """\
level: actor
period: school_year
focus:
  principles: [tidiness, patience]
  at_a_time: 1
""",
    "milestones/harvest.yaml": _named("harvest", "Høst", "Harvest") + "after_months: 9\nlevel: programme\n",
    "checklists/tools_away.yaml": _named("tools_away", "Redskaber på plads", "Tools away")
    + "use: operation\npoints:\n  - id: rake\n    text: {da: Riven hænger., en: The rake hangs.}\n",
    "scales/sunshine.yaml": _named("sunshine", "Solskin", "Sunshine")
    + """\
steps:
  - value: 1
    title: {da: Skygge, en: Shade}
  - value: 2
    title: {da: Fuld sol, en: Full sun}
""",
    "instruments/soil_test.yaml": _named("soil_test", "Jordprøve", "Soil test")
    + """\
about: actor
groups: [school]
scoring: mean
items:
  - id: sun
    type: scale
    label: {da: "Hvor meget sol?", en: "How much sun?"}
    scale: sunshine
  - id: slugs
    type: choice
    label: {da: "Er der snegle?", en: "Are there slugs?"}
    choices:
      - id: some
        title: {da: Nogle, en: Some}
      - id: none
        title: {da: Ingen, en: None}
""",
    "instruments/diary.yaml": _named("diary", "Dagbog", "Diary")
    + "about: programme\nitems:\n  - {id: day, type: text, label: {da: Vejret i dag, en: Weather today}}\n",
    "guides/bed_talk.yaml": _named("bed_talk", "Snak ved bedet", "Talk by the bed")
    + "form: conversation\nquestions:\n  - id: first\n    text: {da: Fortæl., en: Tell us.}\n",
    "exercises/hopping.yaml": _named("hopping", "Hop", "Hopping")
    + "skills: [balance]\nhow: {da: Hop mellem stenene., en: Hop between the stones.}\n",
    "foods/radish.yaml": _named("radish", "Radise", "Radish") + "group: greens\n",
    "recipes/green_soup.yaml": _named("green_soup", "Grøn suppe", "Green soup")
    + "steps:\n  - id: pick\n    text: {da: Pluk alt., en: Pick everything.}\n",
    "recipes/nettle_soup.yaml": _named("nettle_soup", "Brændenældesuppe", "Nettle soup")
    + "adapted_from: green_soup\nsteps:\n  - id: pick\n    text: {da: Pluk nælder., en: Pick nettles.}\n",
    "materials/spade_kit.yaml": _named("spade_kit", "Kasse med spader", "Box of spades")
    + "form: kit\nlanguages: [da, so]\ncontents:\n  - {id: spade, title: {da: Spade, en: A spade}, number: 4}\n",
    "boards/hedge_board.yaml": _named("hedge_board", "Hækrådet", "The hedge board")
    + """\
form: advisory
level: programme
seats:
  - id: chair
    title: {da: Formand, en: Chair}
    role: gardener
    chairs: true
  - id: member
    title: {da: Medlem, en: Member}
    number: 3
""",
    "expectations/gloves.yaml": _named("gloves", "Handsker", "Gloves") + "level: actor\nroles: [gardener]\n",
    "agreement_templates/lending.yaml": _named("lending", "Låneaftale", "Agreement to lend")
    + """\
form: co_operation
level: actor
signed_by: {da: Lederen, en: The leader}
promises:
  - id: return
    text: {da: Vi afleverer., en: We return things.}
""",
    "funds/seed_money.yaml": _named("seed_money", "Frøpenge", "Seed money") + "level: programme\nmost_kr: 5000\n",
    "theory_lanes/shade.yaml": _named("shade", "Skygge", "Shade") + "theory: growth\n",
    "theory_nodes/digging_done.yaml": _named("digging_done", "Der er gravet", "Digging is done")
    + """\
theory: growth
stage: output
lane: shade
leads_to:
  - to: flowers
    assumptions: [rain_comes]
  - to: bees
horizon: {first_year: 1, last_year: 2}
indicators: [height]
""",
    "theory_nodes/flowers.yaml": _named("flowers", "Blomster", "Flowers")
    + "theory: growth\nstage: outcome\nleads_to:\n  - to: bees\n",
    "theory_nodes/bees.yaml": _named("bees", "Bier", "Bees") + "theory: growth\nstage: outcome\n",
    "theory_nodes/watering.yaml": _named("watering", "Der bliver vandet", "Watering")
    + "theory: growth\nstage: input\n",
    "theory_nodes/mould.yaml": _named("mould", "Skimmel", "Mould") + "theory: decay\nstage: outcome\n",
    "assumptions/rain_comes.yaml": _named("rain_comes", "Det regner", "Rain comes") + "indicators: [height]\n",
    "indicators/height.yaml": _named("height", "Højde", "Height")
    + """\
form: mean
unit: {da: centimeter, en: centimetres}
numerator: {da: Planternes højde., en: The plants' height.}
better: higher
period: half_year
by: [community, age]
breaks:
  - starts_on: 2021-06-01
    what: {da: Ny tommestok., en: A new ruler.}
""",
    "indicators/later_height.yaml": _named("later_height", "Senere højde", "Later height")
    + """\
form: mean
unit: {da: centimeter, en: centimetres}
numerator: {da: Træernes højde., en: The trees' height.}
better: neither
period: calendar_year
follows: height
""",
}
