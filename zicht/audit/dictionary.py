"""The data dictionary: words that stand on the pages, facts that the other files tell."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path

from zicht.audit.exact import differences, is_exact, mapping, parsed
from zicht.audit.gemeente import BREAKDOWNS, Dossiers, facts_of
from zicht.audit.told import Key, Told
from zicht.model.address import indicator_folder, theme_folder
from zicht.model.disclosure import Disclosure
from zicht.model.figure import State
from zicht.model.published import Published, PublishedFlow

JSON, CSV = "data/woordenboek.json", "data/woordenboek.csv"
_WHAT = "The file may tell more than the pages do."
_PROSE = ("meaning", "definition", "reference", "source", "owner", "caveat")
_TAG = re.compile(r"<[^>]*>")
_HEAD = ("soort", "onderwerp", "sleutel", "titel", "eenheid", "decimalen", "uitleg", "bron")
_UNSAID = "Words that stand on no page, or a number among words without any."

Words = Mapping[str, object]


def read_dictionary(dist: Path) -> Mapping[str, object]:
    """Return what the dictionary says; nothing where there is none.

    Errors: BuildError for a file that is no JSON.
    """
    path = dist / JSON
    return mapping(parsed(path.read_bytes(), JSON), JSON) if path.is_file() else {}


def dictionary_disclosures(
    dist: Path, dossiers: Dossiers, series: Mapping[Key, Told], published: Published
) -> Iterator[Disclosure]:
    """Yield where the dictionary says another thing than the pages and the other files.

    Errors: BuildError for a file that is no JSON.
    """
    told = read_dictionary(dist)
    if not told:
        return
    kept = _Kept(dist)
    right = {
        **dossiers.about,
        "title": kept.on("index.html", told.get("title")),
        "columns": _wordy(told.get("columns")),
        "states": {state.key: _dict(_wordy(told.get("states"))).get(state.key) for state in State},
        "themes": {
            key: kept.on(f"{theme_folder(key)}index.html", title)
            for key, title in _dict(told.get("themes")).items()
        },
        "indicators": {
            key: {
                **facts_of(key, dossiers, series),
                **kept.words(str(said.get("theme")), key, _told(told, "indicators", key)),
            }
            for key, said in dossiers.indicators.items()
        },
        "flows": {
            key: {
                **_flow(published.flows[key]),
                **kept.words(published.flows[key].theme, key, _told(told, "flows", key)),
            }
            for key in _ordered(published.flows, _dict(told.get("flows")))
        },
    }
    for place, how in differences(told, right):
        yield Disclosure(_WHAT, JSON, place, how)
    if not is_exact((dist / JSON).read_bytes(), told):
        yield Disclosure(_WHAT, JSON, "somewhere", "It says a thing twice.")
    yield from _table(dist, told, notice=dossiers.about.get("notice"))


def _dict(told: object) -> Mapping[str, object]:
    return told if isinstance(told, dict) else {}


def _told(told: Words, kind: str, key: str) -> Words:
    return _dict(_dict(told.get(kind)).get(key))


def _ordered(keys: Iterable[str], told: Words) -> list[str]:
    """Return the keys in the order in which they are told, and then those that are not."""
    places = {key: place for place, key in enumerate(told)}
    return sorted(keys, key=lambda key: (places.get(key, len(places)), key))


def _flow(flow: PublishedFlow) -> Words:
    return {"title": flow.title, "theme": flow.theme, "unit": flow.unit}


def _wordy(told: object) -> object:
    """Return words by key as they are where none of them has a digit, else why not."""
    texts = [*_dict(told), *_dict(told).values()]
    fine = all(isinstance(text, str) and not re.search(r"\d", text) for text in texts)
    return told if fine and isinstance(told, dict) else _UNSAID


class _Kept:
    """Lets words stand that a page has."""

    def __init__(self, dist: Path) -> None:
        self._dist = dist
        self._pages: dict[str, str] = {}

    def on(self, page: str, said: object) -> object:
        """Return the words when the page has them, else that it has not."""
        if page not in self._pages:
            path = self._dist / page
            text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
            self._pages[page] = unescape(_TAG.sub("", text))
        return said if isinstance(said, str) and said in self._pages[page] else _UNSAID

    def words(self, theme: str, key: str, told: Words) -> Words:
        """Return what is said of an indicator or a flow where its page says the same."""
        page = f"{indicator_folder(theme, key)}index.html"
        breaks = _dict(told.get("breaks"))
        prose = {name: self.on(page, told.get(name)) for name in _PROSE}
        return {
            "meaning": prose["meaning"],
            "definition": prose["definition"],
            "concept": told.get("concept") is True,
            **{name: prose[name] for name in _PROSE[2:]},
            "breaks": {y: self.on(page, why) for y, why in breaks.items() if self._broken(page, y)},
        }

    def _broken(self, page: str, year: str) -> bool:
        return year in self._pages.get(page, "")


def _table(dist: Path, told: Words, *, notice: object) -> Iterator[Disclosure]:
    """Yield the first line of the table that is not what the JSON makes of it."""
    if not (dist / CSV).is_file():
        return
    sink = io.StringIO()
    table = csv.writer(sink, delimiter=";", lineterminator="\r\n")
    more = [] if notice is None else [notice]
    table.writerow([*_HEAD, *(["let_op"] if more else [])])
    for row in _rows(told):
        table.writerow([*row, *more])
    right = b"\xef\xbb\xbf" + sink.getvalue().encode()
    content = (dist / CSV).read_bytes()
    if content != right:
        lines = zip(content.split(b"\r\n"), right.split(b"\r\n"), strict=False)
        odd = next((n for n, (one, other) in enumerate(lines, start=1) if one != other), 0)
        how = "It is not what data/woordenboek.json makes of it."
        yield Disclosure(_WHAT, CSV, f"line {odd}", how)


def _rows(told: Words) -> Iterator[list[object]]:
    for kind, key in (("kolom", "columns"), ("toestand", "states")):
        for name, meaning in _dict(told.get(key)).items():
            yield [kind, "", name, name, "", "", meaning, ""]
    for key, said in _dict(told.get("indicators")).items():
        one = _dict(said)
        facts = [one.get(name) for name in ("title", "unit", "decimals", "definition", "source")]
        yield ["onderwerp", key, key, *facts]
        for name, breakdown in _dict(one.get(BREAKDOWNS)).items():
            yield ["uitsplitsing", key, name, _dict(breakdown).get("title"), "", "", "", ""]
            for part, title in _dict(_dict(breakdown).get("parts")).items():
                yield ["categorie", key, f"{name}.{part}", title, "", "", "", ""]
    for key, said in _dict(told.get("flows")).items():
        one = _dict(said)
        facts = [one.get(name) for name in ("title", "unit", "definition", "source")]
        yield ["stroom", key, key, *facts[:2], "0", *facts[2:]]
