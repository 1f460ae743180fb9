"""Invented names of wijken and buurten that could stand on a Dutch map."""

from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np

from zicht.demo.kinds import Kind

STEMS = (
    "Molen Kerk Linden Berken Eiken Beuken Wilgen Kastanje Vogel Bloemen Rozen Tulpen Heide Duin "
    "Water Haven Brug Slot Kasteel Klooster Abdij Nieuw Hoog Laag Groen Gouden Zilver Koper "
    "Zonne Sterren Wind Regenboog Prinsen Konings Graven Ridder Burgemeester Schilders Dichters "
    "Componisten Zeehelden Uitvinders Vissers Wevers Smeden Bakkers Spoor Stations Markt Raadhuis "
    "Schans Vesting Poort Wal Singel Rivier Beek Bron Meer Plas Polder Akker Weide Boomgaard "
    "Kersen Appel Peren Leeuwerik Merel Reiger Ooievaar Zwanen Eenden Hazen Vossen Coöperatie "
    "Zeeën Reünie Oranje Europa Indië Azië Australië Hanze Gilde Turf Veen"
)
ENDS = "wijk buurt hof veld kwartier park dijk hoek kamp land dal berg horst stede zicht rode"
OWN = (
    "'t Zand",
    "'t Hooge Land",
    "De Drieën",
    "'s-Gravenhoek",
    "'s-Herenhof",
    "Oud-België",
    "Klein Curaçao",
    "Groot Azië",
    "Zeeën van Groen",
    "De Hoven",
    "De Hoge Hoed",
    "Het Rietland",
    "Sint-Jansveld",
    "Onder de Bogen",
    "Tweeëntwintig Morgen",
    "Op 't Veld",
    "Caféplein en omgeving",
    "Bij de Sluis",
    "In 't Wout",
    "d'Oude Haven",
)
CENTRES = ("Centrum", "Binnenstad", "Oude Kern", "Dorpskern", "Stadshart")
POINTS = ("Noord", "Oost", "Zuid", "West", "Noordoost", "Zuidoost", "Zuidwest", "Noordwest")
BEFORE = ("Oud", "Nieuw", "Groot", "Klein")
WORK = ("Bedrijventerrein", "Bedrijvenpark", "Industrieterrein", "Kantorenpark")
OUTSIDE = ("Buitengebied", "Verspreide huizen", "Landelijk gebied")
FIRST = {
    Kind.CENTRUM: (*CENTRES, *(f"Centrum-{point}" for point in POINTS)),
    Kind.BUITEN: (*OUTSIDE, *(f"Buitengebied {point}" for point in POINTS)),
}


class Names:
    """The names of one gemeente: each is given once, in an order that chance fixed."""

    def __init__(self, chance: np.random.Generator) -> None:
        """Shuffle the plain names; those of OWN stand in it four times, so that they turn up."""
        plain = [stem + end for stem in STEMS.split() for end in ENDS.split()] + list(OWN) * 4
        self._plain = _plain([plain[i] for i in chance.permutation(len(plain))])
        self._given: set[str] = set()

    def name(self, kind: Kind) -> str:
        """Return a name that this gemeente has not used yet, fitting the kind of place."""
        if kind is Kind.WERKEN:
            return self._give([f"{WORK[len(self._given) % len(WORK)]} {next(self._plain)}"])
        return self._give(FIRST.get(kind, ()))

    def _give(self, first: Iterable[str]) -> str:
        """Return the first name that is still free: of these, else of the plain ones."""
        name = next(name for name in chain(first, self._plain) if name not in self._given)
        self._given.add(name)
        return name


def _plain(names: list[str]) -> Iterator[str]:
    """Yield the names, then the same with a direction, and so on without end."""
    yield from names
    for before in BEFORE:
        yield from (f"{before}-{name}" for name in names)
    for point in POINTS:
        yield from (f"{name} {point}" for name in names)
    number = 2
    while True:
        yield from (f"{name} {number}" for name in names)
        number += 1
