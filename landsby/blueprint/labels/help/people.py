"""What help says about those who take part, and about plans and years; English and Danish."""

from __future__ import annotations

PEOPLE: tuple[tuple[str, str], ...] = (
    ("Who they are.", "Hvem de er."),
    ("The ages of the children, for children and for families.", "Børnenes alder, når det er børn eller familier."),
    (
        "What a membership of this role is tied to; the rights hold there and in everything within it.",
        "Det, en adgang med rollen er knyttet til. Rettighederne gælder dér og i alt, hvad der hører under.",
    ),
    ("How far up from there the person may read.", "Hvor langt op derfra man må læse."),
    ("What the person may do beyond reading.", "Det, man må ud over at læse."),
    ("What it is for.", "Hvad den er til."),
    (
        "Whether there is one for the programme, or one in each municipality, community or actor.",
        "Om der er én for hele programmet, eller én i hver kommune, hvert lokalområde eller hos hver aktør.",
    ),
    ("How often it meets.", "Hvor tit den mødes."),
    ("Who sits in it.", "Hvem der sidder i den."),
    ("Who sits there.", "Hvem der sidder på pladsen."),
    ("The role in the programme that goes with it.", "Den rolle i programmet, der følger med."),
    (
        "How many such places there are; where `each` is set, for each of those.",
        "Hvor mange pladser der er af den slags. Er `each` udfyldt, så for hver af dem.",
    ),
    (
        "Whether every municipality or community has such a place.",
        "Om hver kommune eller hvert lokalområde har sådan en plads.",
    ),
    ("Whether this place chairs the board.", "Om pladsen har formandskabet."),
    ("Whether this place takes part in decisions.", "Om pladsen er med til at bestemme."),
    ("What it decides or does.", "Det, den bestemmer eller gør."),
    ("What is on the agenda every time.", "Det, der er på dagsordenen hver gang."),
    (
        "Whether it is expected of the whole programme, a municipality, a community or an actor.",
        "Om det ventes af hele programmet, en kommune, et lokalområde eller en aktør.",
    ),
    (
        "The groups of actors that it is expected of, if it is not expected of all.",
        "De grupper af aktører, det ventes af, når det ikke er alle.",
    ),
    ("What sort of agreement it is.", "Hvilken slags aftale det er."),
    (
        "The groups of actors that have one, where there is one in each actor; empty for all.",
        "Hvilke grupper af aktører der har et, når der er ét hos hver aktør. Tomt betyder alle.",
    ),
    (
        "Who promises: each municipality, each actor, or the programme as a whole.",
        "Hvem der lover noget: hver kommune, hver aktør eller hele programmet.",
    ),
    (
        "The groups of actors that it is made with, if not all.",
        "De grupper af aktører, den indgås med, når det ikke er alle.",
    ),
    ("Who signs it.", "Hvem der skriver under."),
    ("How many years it holds; empty when it has no end.", "Hvor mange år den gælder. Udelades, når den ikke slutter."),
    (
        "How long after the signing it must be kept, in months; empty when it holds all along.",
        "Hvor mange måneder efter underskriften løftet skal være holdt. Udelades, når det gælder hele tiden.",
    ),
    ("What is expected of those who sign.", "Det, der ventes af dem, der skriver under."),
    (
        "Whether there is one for the programme, or one in each municipality or community.",
        "Om der er én for hele programmet, eller én i hver kommune eller hvert lokalområde.",
    ),
    (
        "The groups of actors that can apply; empty for all.",
        "De grupper af aktører, der kan søge. Udelades, når det er alle.",
    ),
    ("The most that one application can be granted, in kroner.", "Det meste, én ansøgning kan få, i kroner."),
    ("What it pays for.", "Det, den betaler for."),
    ("What an application answers.", "Det, man svarer på i en ansøgning."),
    ("What is told afterwards.", "Det, man fortæller bagefter."),
    ("How often it is given out.", "Hvor tit den deles ud."),
    ("The phase's first day.", "Fasens første dag."),
    ("The phase's last day.", "Fasens sidste dag."),
    ("The day, for a programme whose years are given.", "Dagen, når programmets år ligger fast."),
    (
        "Months after the programme's start, for a programme that starts when it starts.",
        "Måneder efter programmets start, når programmet begynder, når det begynder.",
    ),
    ("Who reaches it.", "Hvem der når den."),
    (
        "The groups of actors that reach it, at the level actor; empty for all.",
        "De grupper af aktører, der når den, når det er aktører. Udelades, når det er alle.",
    ),
    ("The phase that it belongs to.", "Den fase, den hører til."),
    (
        "When it is gone through: before operation, when a leader is new, when a place joins, before an event.",
        "Hvornår den bruges: før drift, når en leder er ny, når et sted kommer med, før et arrangement.",
    ),
    ("What to tick.", "Det, man sætter hak ved."),
    ("The roles whose holders go through it.", "De roller, der går den igennem."),
    (
        "The groups of actors that it is for; empty for all.",
        "De grupper af aktører, den er for. Udelades, når det er alle.",
    ),
    ("Who makes such a plan.", "Hvem der laver sådan en plan."),
    (
        "The groups of actors that make one, at the level actor.",
        "De grupper af aktører, der laver en, når planen laves af en aktør.",
    ),
    ("How long a plan holds.", "Hvor længe en plan gælder."),
    ("The parts of the plan.", "Planens afsnit."),
    ("Its heading.", "Overskriften."),
    ("A line of help under the heading.", "En linje med hjælp under overskriften."),
    ("The goals that it is about.", "De målsætninger, det handler om."),
    ("Ideas to choose among.", "Idéer at vælge imellem."),
    ("Principles that the plan goes through.", "Principper, som planen går igennem."),
    ("The principles to go through.", "De principper, man går igennem."),
    ("How many are in focus at a time.", "Hvor mange der er i fokus ad gangen."),
    ("Within how many years all of them have been in focus.", "Inden for hvor mange år de alle har været i fokus."),
    ("What is asked about the plan as a whole.", "Det, der spørges om for planen som helhed."),
    ("What is asked when the plan is looked at again.", "Det, der spørges om, når man ser på planen igen."),
    ("How often it is looked at again.", "Hvor tit man ser på den igen."),
)
