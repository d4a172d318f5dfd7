"""Faults to plant in the orchard, where definitions have parts and lead to each other."""

from __future__ import annotations

from landsby.blueprint.tests.plant import Plant

PRUNING, VISIT, SCALE = "activity_kinds/pruning.yaml", "offers/seed_visit.yaml", "scales/sunshine.yaml"
FORM, DIARY, BOARD = "instruments/soil_test.yaml", "instruments/diary.yaml", "boards/hedge_board.yaml"
PLAN, CARE, KIT = "plan_templates/bed_plan.yaml", "plan_templates/care_plan.yaml", "materials/spade_kit.yaml"
DUG, FLOWERS, HEIGHT = "theory_nodes/digging_done.yaml", "theory_nodes/flowers.yaml", "indicators/height.yaml"

# ruff: noqa: E501  # a table reads best with one fault on each line
# fmt: off
PARTS = [
    Plant("no language in a criterion", VISIT, "{da: Jorden er tør., en: The soil is dry.}", "{en: The soil is dry.}", 10, "criteria.1.text.da", "på dansk", "in Danish"),
    Plant("no language in an idea", PLAN, "{da: Bønner., en: Beans.}", "{da: Bønner.}", 13, "sections.1.ideas.1.text.en", "på engelsk", "in English"),
    Plant("no language in a break", HEIGHT, "{da: Ny tommestok., en: A new ruler.}", "Ny tommestok", 13, "breaks.1.what", "kun ét sted", "only once"),
    Plant("unquoted no as an answer's id", FORM, "id: none", "id: no", 19, "items.2.choices.2.id", '"no"', "yes or no"),
    Plant("unquoted no as an answer", FORM, "{da: Ingen, en: None}", "{da: nej, en: no}", 20, "items.2.choices.2.title.en", '"no"', "yes or no"),
    Plant("unknown field of an arrow", DUG, "assumptions: [rain_comes]", "assumption: [rain_comes]", 10, "leads_to.1.assumption", "»assumptions«", "“assumptions”"),
    Plant("missing text of a promise", "agreement_templates/lending.yaml", "    text: {da: Vi afleverer., en: We return things.}\n", "", 9, "promises.1.text", "mangler", "is missing"),
    Plant("unknown language", KIT, "[da, so]", "[da, dansk]", 6, "languages.2", "sprogkode", "language code"),
    Plant("scale of one step", SCALE, "  - value: 2\n    title: {da: Fuld sol, en: Full sun}\n", "", 5, "steps", "mindst 2", "at least 2"),
    Plant("promise in years", "agreement_templates/lending.yaml", "signed_by:", "years: 51\nsigned_by:", 7, "years", "største er 50", "greatest is 50"),
    Plant("unknown sort of offer", VISIT, "form: visit", "form: visits", 5, "form", "»visit«", "“visit”"),
]

SENSE = [
    Plant("rates at the same time", PRUNING, "ended_on: 2021-12-31", "ended_on: 2022-01-01", 7, "rates", "samme tid", "same time"),
    Plant("rate that never ends before the next", PRUNING, "    ended_on: 2021-12-31\n", "", 7, "rates", "ended_on", "ended_on"),
    Plant("rate ends before it starts", PRUNING, "ended_on: 2021", "ended_on: 2019", 10, "rates.1.ended_on", "før", "before"),
    Plant("criterion ends before it starts", VISIT, "ended_on: 2021", "ended_on: 2019", 12, "criteria.1.ended_on", "før", "before"),
    Plant("criteria of an offer to all", VISIT, "to: selected", "to: all", 8, "criteria", "ingen kriterier", "no criteria"),
    Plant("months reversed", VISIT, "first: -3", "first: 13", 7, "ages.last", "(12)", "(13)"),
    Plant("ages reversed", "audiences/neighbours.yaml", "first: -1", "first: 7", 6, "ages.last", "Byt dem om", "Swap them"),
    Plant("years reversed", DUG, "first_year: 1", "first_year: 3", 12, "horizon.last_year", "(2)", "(3)"),
    Plant("scale that does not rise", SCALE, "value: 2", "value: 1", 5, "steps", "skal stige", "must rise"),
    Plant("question without its scale", FORM, "    scale: sunshine\n", "", 9, "items.1.scale", "hvilken skala", "which scale"),
    Plant("scale of a text", DIARY, "type: text", "type: text, scale: sunshine", 7, "items.1.scale", "type er scale", "type is scale"),
    Plant("choices of a scale", FORM, "type: choice", "type: yes_no", 16, "items.2.choices", "choice", "choice"),
    Plant("groups of a community", FORM, "about: actor", "about: community", 6, "groups", "about er actor", "about is actor"),
    Plant("score of words", DIARY, "items:", "scoring: sum\nitems:", 6, "scoring", "regne med", "count with"),
    Plant("focus on more than there are", CARE, "at_a_time: 1", "at_a_time: 3", 9, "focus.at_a_time", "kun 2", "only 2"),
    Plant("plan of nothing", CARE, "focus:\n  principles: [tidiness, patience]\n  at_a_time: 1\n", "", 1, "sections", "hverken afsnit", "neither sections"),
    Plant("two chairs", BOARD, "number: 3", "chairs: true", 7, "seats", "formandskabet", "chair the board"),
    Plant("a day and months", "milestones/harvest.yaml", "after_months: 9", "after_months: 9\ndue_on: 2020-09-01", 6, "due_on", "kun den ene", "only one"),
    Plant("neither day nor months", "milestones/harvest.yaml", "after_months: 9\n", "", 1, "due_on", "after_months", "after_months"),
    Plant("contents of a poster", KIT, "form: kit", "form: poster", 7, "contents", "kit", "kit"),
    Plant("divided twice by age", HEIGHT, "[community, age]", "[age, age]", 10, "by", "mere end én gang", "more than once"),
    Plant("part of nobody", HEIGHT, "form: mean", "form: share", 1, "denominator", "blandt hvem", "among whom"),
    Plant("scale upside down", HEIGHT, "better: higher", "better: higher\nmin: 5\nmax: 1", 10, "max", "(1)", "(5)"),
    Plant("former id still in use", "principles/patience.yaml", "[waiting]", "[tidiness]", 5, "formerly.1", "»tidiness«", "“tidiness”"),
    Plant("arrow twice", DUG, "to: flowers", "to: bees", 8, "leads_to", "»bees«", "“bees”"),
    Plant("arrow into another theory", FLOWERS, "to: bees", "to: mould", 8, "leads_to.1.to", "(decay)", "(decay)"),
    Plant("lane of another theory", "theory_nodes/mould.yaml", "stage: outcome", "stage: outcome\nlane: shade", 7, "lane", "(growth)", "(growth)"),
    Plant("arrow that points backwards", DUG, "to: flowers", "to: watering", 9, "leads_to.1.to", "baglæns", "backwards"),
]

REFERENCES = [
    Plant("unknown end of an arrow", DUG, "to: flowers", "to: flowerz", 9, "leads_to.1.to", "»flowers«", "“flowers”"),
    Plant("unknown assumption of an arrow", DUG, "[rain_comes]", "[rain_came]", 10, "leads_to.1.assumptions.1", "»rain_comes«", "“rain_comes”"),
    Plant("unknown scale of a question", FORM, "scale: sunshine", "scale: moonlight", 12, "items.1.scale", "scales", "scales"),
    Plant("unknown principle in focus", CARE, "[tidiness, patience]", "[tidiness, patiens]", 8, "focus.principles.2", "»patience«", "“patience”"),
    Plant("unknown goal of a section", PLAN, "[mud]", "[mudd]", 10, "sections.1.goals.1", "»mud«", "“mud”"),
    Plant("unknown role of a seat", BOARD, "role: gardener", "role: gardner", 10, "seats.1.role", "»gardener«", "“gardener”"),
    Plant("unknown group of foods", "foods/radish.yaml", "greens", "sweets", 5, "group", "food_groups", "food_groups"),
    Plant("unknown theory", "theory_lanes/shade.yaml", "growth", "grovth", 5, "theory", "»growth«", "“growth”"),
    Plant("theory nodes in a ring", "theory_nodes/bees.yaml", "stage: outcome", "stage: outcome\nleads_to: [{to: flowers}]", 7, "leads_to.1.to", "bees → flowers → bees", "comes back to itself"),
    Plant("indicators in a ring", HEIGHT, "better: higher", "better: higher\nfollows: later_height", 9, "follows", "height → later_height → height", "comes back to itself"),
    Plant("recipes in a ring", "recipes/green_soup.yaml", "steps:", "adapted_from: nettle_soup\nsteps:", 5, "adapted_from", "green_soup → nettle_soup", "comes back to itself"),
    Plant("initiatives in a ring", "initiatives/hedge.yaml", "depth: roots", "depth: roots\nparent: twig", 7, "parent", "hedge → twig → hedge", "comes back to itself"),
]
# fmt: on

ORCHARD_PLANTS = [*PARTS, *SENSE, *REFERENCES]
