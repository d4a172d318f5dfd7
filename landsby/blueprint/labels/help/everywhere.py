"""What help says about fields that many definitions have; English and Danish."""

from __future__ import annotations

EVERYWHERE: tuple[tuple[str, str], ...] = (
    (
        "The name that records keep. It is the file's name, and it never changes.",
        "Det navn, registreringerne husker. Det er filens navn, og det ændrer sig aldrig.",
    ),
    ("What people call it.", "Det, folk kalder det."),
    ("What it is, in a few plain sentences.", "Hvad det er, i få enkle sætninger."),
    (
        "Whether it stands in the programme's own sources, in the literature, or is our own.",
        "Om det står i programmets egne kilder, i litteraturen, eller er vores eget.",
    ),
    ("A short reference to where it is from.", "En kort henvisning til, hvor det kommer fra."),
    (
        "The version, in quotes; it changes with every change that programmes should hear of.",
        "Versionen i citationstegn. Den ændres, hver gang programmerne skal høre om noget nyt.",
    ),
    (
        "The first day of the programme that it was written for, if it was written for one.",
        "Første dag i det program, den er skrevet til, hvis den er skrevet til ét.",
    ),
    ("The last day of that programme.", "Sidste dag i det program."),
    (
        "What those who take part want to reach together, in their own words.",
        "Det, deltagerne vil nå sammen, med deres egne ord.",
    ),
    ("Who keeps the blueprint, for those who would ask.", "Hvem der passer programskabelonen, så man kan spørge."),
    (
        "Its place in lists; equal numbers are put in the order of their ids.",
        "Pladsen i lister. Ens tal stilles i rækkefølge efter id.",
    ),
    (
        "The ids that it had in earlier versions, so that records made under them are found again.",
        "De id'er, det havde i tidligere versioner, så gamle registreringer kan findes igen.",
    ),
    (
        "The first day it is used; empty if it has always been.",
        "Første dag, det bruges. Udelades, hvis det altid har været brugt.",
    ),
    (
        "The last day it was used. Things end; they are not deleted.",
        "Sidste dag, det blev brugt. Ting slutter, de slettes ikke.",
    ),
    ("The goals that it serves.", "De målsætninger, det bidrager til."),
    ("What records keep of it. It never changes.", "Det, registreringerne husker. Det ændrer sig aldrig."),
    ("What it says.", "Hvad der står."),
    ("The tracks that it belongs to.", "De spor, det hører til."),
    ("Whom it is for.", "Hvem det er for."),
    ("What it is.", "Hvad det er."),
    ("What it is called.", "Hvad det hedder."),
    ("What is promised.", "Hvad der loves."),
    ("The roles whose holders see to it.", "De roller, der sørger for det."),
    ("The stretch of time within which it comes back.", "Det stykke tid, som det kommer igen inden for."),
    ("How many times in each stretch.", "Hvor mange gange i hvert stykke tid."),
    ("The youngest, in years; -1 is the pregnancy.", "De yngste i år. -1 er graviditeten."),
    ("The oldest, in years.", "De ældste i år."),
    ("The question.", "Spørgsmålet."),
    ("A line of help under the question.", "En linje med hjælp under spørgsmålet."),
    ("What the answer is stored under. It never changes.", "Det navn, svaret gemmes under. Det ændrer sig aldrig."),
    ("What kind of answer it takes.", "Hvilken slags svar der gives."),
    (
        "Whether it must be answered before the activity counts as held.",
        "Om der skal svares, før aktiviteten tæller som afholdt.",
    ),
    ("The least number, for the type number.", "Det mindste tal, når svaret er et tal."),
    ("The greatest number, for the type number.", "Det største tal, når svaret er et tal."),
    ("The answers to choose among, for the type choice.", "De svar, man vælger imellem, når svaret er et valg."),
    (
        "What is stored when it is chosen. It never changes.",
        "Det, der gemmes, når svaret vælges. Det ændrer sig aldrig.",
    ),
)
