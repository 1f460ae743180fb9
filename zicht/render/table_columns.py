"""The columns of the tables of figures: what is in each, and what each means."""

COLUMNS = {
    "indicator": ("string", "het onderwerp; zie het woordenboek"),
    "regiocode": ("string", "de code van het gebied"),
    "regionaam": ("string", "de naam van het gebied"),
    "niveau": ("string", "nederland, provincie, gemeente, wijk of buurt"),
    "jaar": ("gYear", "het jaar van het cijfer"),
    "uitsplitsing": ("string", "leeg bij het totaal; anders de uitsplitsing"),
    "categorie": ("string", "leeg bij het totaal; anders de categorie"),
    "waarde": ("decimal", "het cijfer zoals het op de pagina staat; van een categorie het aandeel"),
    "waarde_toestand": ("string", "of er een waarde staat, en zo niet, waarom"),
    "aantal": ("integer", "hoeveel het er zijn, waar de waarde iets anders is dan een aantal"),
    "aantal_toestand": ("string", "of er een aantal staat, en zo niet, waarom; leeg zonder aantal"),
    "voorlopig": ("string", "ja als het cijfer nog kan veranderen, anders nee"),
    "eenheid": ("string", "waar de waarde in telt"),
    "let_op": ("string", "staat er alleen als de cijfers verzonnen zijn"),
}
"""Name, with its kind (of XML Schema) and its meaning; in this order in every table."""
