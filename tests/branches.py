"""A theme of branches and its table, to add to the fictional delivery."""

import csv
import json

import numpy as np

SECTIONS = {
    "A": ("Landbouw, bosbouw en visserij", 0.05, {}),
    "F": ("Bouwnijverheid", 0.2, {"41": "Burgerlijke bouw", "43": "Gespecialiseerde bouw"}),
    "G": ("Handel", 0.3, {"45": "Autohandel", "47": "Detailhandel"}),
    "I": ("Horeca", 0.1, {"55": "Logies", "56": "Eet- en drinkgelegenheden"}),
    "S": ("Overige dienstverlening", 0.35, {"96": "Overige persoonlijke dienstverlening"}),
}
CLASSES = {"56": {"561": "Restaurants", "563": "Cafés"}, "96": {"9602": "Kappers"}}
TOTAL = "T001"
HEAD = '"{}";"{}"\n'


def _tree():
    """Yield code, title, code around it and share of what is around it."""
    for code, (title, share, inside) in SECTIONS.items():
        yield code, title, None, share
        for place, (two, name) in enumerate(inside.items()):
            yield two, name, code, (0.4 if place else 0.6) if len(inside) > 1 else 0.9
            classes = CLASSES.get(two, {})
            yield from ((deep, word, two, 0.5) for deep, word in classes.items())


def parts_of(levels):
    for code, title, around, _ in _tree():
        if len(code) <= levels:
            under = f', under = "{around.lower()}"' if around else ""
            yield f'{{ key = "{code.lower()}", title = "{title}", code = "{code}"{under} }}'


def _indicator(key, title, unit, *, levels, rate):
    parts = ",\n  ".join(parts_of(levels))
    return f"""
[[indicator]]
key = "{key}"
title = "{title}"
meaning = "Zoveel {unit} zijn er."
definition = "Het aantal {unit} op 1 januari. Deze omschrijving is een concept."
unit = "{unit}"
counts = "firms"
decimals = 1
{rate}
protected_by_source = true
source = "Fictieve cijfers"
owner = "CBS"
caveat = "Een branche is geen signaal: het gaat om alle {unit}."
measures = [{{ table = "ZOO901", measure = "{key}", where = {{ Bedrijfstak = "{TOTAL}" }} }}]

[[indicator.breakdown]]
key = "sbi"
title = "Branche"
dimension = "Bedrijfstak"
form = "hierarchy"
parts = [
  {parts},
]
"""


THEME = (
    """key = "branches"
title = "Branches"
summary = "Welke bedrijven zijn er, en waar komt een branche vaker voor?"
order = 9
"""
    + _indicator(
        "vestigingen",
        "Vestigingen",
        "vestigingen",
        levels=4,
        rate='rate = { per = 1000, of = "inwoners", noun = "inwoners" }',
    )
    + _indicator("alleenbestuurders", "Alleenbestuurders", "bestuurders", levels=2, rate="")
)
ROUNDING = 5


def add_branches(delivery, years=(2021, 2022, 2023, 2024)):
    """Write the theme and its table into a delivery that has regions and inhabitants."""
    (delivery / "themes/branches.toml").write_text(THEME, "utf-8")
    folder = delivery / "figures/ZOO901"
    folder.mkdir(parents=True)
    context = delivery / "figures/ZOO001"
    for name in ("WijkenEnBuurtenCodes.csv", "PeriodenCodes.csv"):
        (folder / name).write_bytes((context / name).read_bytes())
    outlines = json.loads((delivery / "areas/gemeenten.geojson").read_text("utf-8"))
    gemeenten = [each["properties"]["statcode"] for each in outlines["features"]]
    (folder / "MeasureCodes.csv").write_text(
        '"Identifier";"Title";"Unit";"Decimals"\n'
        + "".join(f'"{key}";"{key}";"aantal";"0"\n' for key in ("vestigingen", "alleenbestuurders"))
    )
    (folder / "Dimensions.csv").write_text(
        '"Identifier";"Title";"Kind";"MapYear"\n"Bedrijfstak";"Branche";"Dimension";""\n'
        '"WijkenEnBuurten";"Wijken en buurten";"GeoDimension";"2024"\n'
        '"Perioden";"Perioden";"TimeDimension";""\n'
    )
    (folder / "Properties.csv").write_bytes((context / "Properties.csv").read_bytes())
    named = [(TOTAL, "Totaal"), *((code, title) for code, title, _, _ in _tree())]
    (folder / "BedrijfstakCodes.csv").write_text(
        HEAD.format("Identifier", "Title") + "".join(HEAD.format(*one) for one in named), "utf-8"
    )
    rows = list(_rows(gemeenten, [f"{year}JJ00" for year in years]))
    with (folder / "Observations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(
            ("Id", "Measure", "ValueAttribute", "Value", "Bedrijfstak", "WijkenEnBuurten",
             "Perioden")
        )  # fmt: skip
        writer.writerows((n, *row) for n, row in enumerate(rows))


def _rows(gemeenten, periods):
    """Yield measure, attribute, value, branche, region, period: rounded, small ones withheld."""
    chance = np.random.default_rng(7)
    for at, period in enumerate(periods):
        size = chance.lognormal(7.5, 0.9, len(gemeenten)) * (1 + 0.03 * at)
        counts = {TOTAL: size}
        for code, _, around, share in _tree():
            tilt = chance.lognormal(-0.08, 0.4, len(gemeenten))
            counts[code] = np.minimum(counts[around or TOTAL] * share * tilt, size * 0.6)
        for code, found in counts.items():
            told = np.round(found / ROUNDING) * ROUNDING
            yield ("vestigingen", "None", f"{told.sum():.0f}", code, "NL01", period)
            if len(code) <= 2 or code == TOTAL:
                yield ("alleenbestuurders", "None", f"{told.sum() // 9:.0f}", code, "NL01", period)
            for region, value in zip(gemeenten, told, strict=True):
                small = len(code) > 1 and code != TOTAL and value < 2 * ROUNDING
                attribute, number = ("Confidential", "") if small else ("None", f"{value:.0f}")
                yield ("vestigingen", attribute, number, code, region, period)
