"""Tables of zoekgebieden: every row made anew from the published figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from zicht.audit.page.about import About, Family
from zicht.audit.page.cells import place_of
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found, unstarred
from zicht.audit.page.grid import ROWS, Table
from zicht.audit.page.search import PLURAL, inside, names, sentences, unknown
from zicht.audit.search import YES, Limit, Signs, Sought
from zicht.model.address import area_folder, indicator_folder, slug
from zicht.model.area import Area, Level
from zicht.model.dutch import number

_TOLD = "what is said of signals is not what the published figures make of it"
_CELL = "a cell about signals is not what the published figures make of it"
_FIRST = {"Wijk": Level.WIJK, "Buurt": Level.BUURT}
_KNOWN = {"th": {("scope", "row")}, "td": {("class", "n")}}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a cell should hold: its text, the folder that it links to, the value it sorts by."""

    text: str
    link: str = ""
    sort: str = ""


def search_findings(table: Table) -> Iterator[Found]:
    """Yield the rows of a table of zoekgebieden that differ from what the figures make."""
    wanted = _wanted(table)
    if wanted is None or len(wanted) != len(table.rows):
        yield Found("the rows of zoekgebieden", place_of(table.element), ROWS)
        return
    for row, cells in zip(table.rows, wanted, strict=True):
        elements = list(row)
        if len(elements) != len(cells):
            yield Found("a row of zoekgebieden", place_of(row), ROWS)
            continue
        for element, cell in zip(elements, cells, strict=True):
            if not _good(element, cell, table.about.folder):
                yield Found("a cell of zoekgebieden", place_of(element), _CELL)


def told_findings(page: HtmlElement, about: About, facts: Facts) -> Iterator[Found]:
    """Yield a section about zoekgebieden that does not say what it should, in that order."""
    if about.family not in {Family.GEMEENTE, Family.WIJK}:
        return
    right = [(each.title, sentences(each, about, facts)) for each in facts.sought]
    right = [pair for pair in right if pair[1] or about.family is Family.WIJK]
    sections = page.find_class("zoekgebieden")
    told = [pair for section in sections for pair in _parts(section)]
    if told != right:
        place = place_of(sections[0]) if sections else "the page"
        yield Found(f"what is said of signals in {about.code}", place, _TOLD)


def _parts(section: HtmlElement) -> Iterator[tuple[str, list[str]]]:
    """Yield each combination of a section by its heading, with the sentences under it.

    What a reader may take along is no sentence about signals.
    """
    title, told = "", list[str]()
    for element in section:
        if element.tag == "h3":
            if title:
                yield title, told
            title, told = unstarred(element.text_content()), []
        elif title and element.get("class") != "deel":
            told += [unstarred(each.text_content()) for each in element.iter("p")]
    if title:
        yield title, told


def _wanted(table: Table) -> Sequence[Sequence[Wanted]] | None:
    """Return the rows of a table, told by its family, its header and its caption."""
    facts, about, first = table.facts, table.about, table.heads[0]
    for sought in facts.sought:
        if about.family is Family.SEARCH and about.key == sought.key:
            made = {"Signaal": _limits, "Gemeente": _gemeenten}.get(first)
            return None if made is None else list(made(sought, facts))
        titled = table.caption.endswith(f" waar genoeg signalen samenkomen: {sought.title}")
        if first in _FIRST and titled:
            areas = inside(about.code, _FIRST[first], facts)
            return list(_lines(sought, areas, facts))
    return None


def _lines(sought: Sought, areas: Sequence[Area], facts: Facts) -> Iterator[Sequence[Wanted]]:
    """Yield the regions with enough signals: most first, then by name."""
    signs = [(area, sought.signs[area.code]) for area in areas if area.code in sought.signs]
    enough = [pair for pair in signs if pair[1].verdict == YES]
    for area, own in sorted(enough, key=lambda pair: (-pair[1].met, pair[0].name, pair[0].code)):
        yield [*_placed(area, facts), *_told(own, facts)]


def _placed(area: Area, facts: Facts) -> Iterator[Wanted]:
    if area.level is Level.WIJK:
        yield Wanted(area.name, link=area_folder(area))
        return
    wijk = facts.division.parents(area.code)[-1]
    yield Wanted(area.name)
    yield Wanted(wijk.name, link=area_folder(wijk))


def _told(signs: Signs, facts: Facts) -> Iterator[Wanted]:
    yield Wanted(f"{signs.met} van de {signs.signals}")
    yield Wanted(names(signs.those(YES), facts))
    yield Wanted(unknown(signs, facts))


def _limits(sought: Sought, facts: Facts) -> Iterator[Sequence[Wanted]]:
    for at, (key, least) in enumerate(sought.signals):
        words = facts.wording[key]
        chosen = "" if least is None else "; grens gekozen door de uitgever"
        folder = indicator_folder(words.theme, key)
        cells = [Wanted(f"{words.title} {words.unit}{chosen}", link=folder)]
        for limits in sought.limits.values():
            cells += _limit(limits[at], words.decimals)
        yield cells


def _limit(limit: Limit | None, decimals: int) -> Sequence[Wanted]:
    if limit is None:
        return [Wanted("telt niet mee"), Wanted("geen hoogste vijfde te maken")]
    reached, among = (number(each, decimals=0) for each in (limit.reached, limit.among))
    value = number(limit.value, decimals=decimals)
    return [Wanted(f"{value} ({limit.year})"), Wanted(f"{reached} van de {among}")]


def _gemeenten(sought: Sought, facts: Facts) -> Iterator[Sequence[Wanted]]:
    areas = facts.division.of(Level.GEMEENTE)
    for area in sorted(areas, key=lambda a: slug(a.name.removeprefix("'s-").removeprefix("'t "))):
        cells = [Wanted(area.name, link=area_folder(area))]
        for level in (level for level in PLURAL if level in sought.limits):
            signs = [sought.signs[each.code] for each in inside(area.code, level, facts)]
            verdicts = [each.verdict for each in signs]
            known = [verdicts.count(word) for word in (YES, "niet te zeggen")]
            tally = [len(verdicts), *known]
            cells += [Wanted(number(n, decimals=0), sort=str(n)) for n in tally]
        yield cells


def _good(element: HtmlElement, wanted: Wanted, own: str) -> bool:
    """Tell whether a cell holds the text, the link and the value that it should, and no more.

    `own` is the folder of the page itself.
    """
    told = {(name, value) for name, value in element.attrib.items() if name != "data-v"}
    if unstarred(element.text_content()) != unstarred(wanted.text):
        return False
    if element.get("data-v", "") != wanted.sort or told - _KNOWN.get(str(element.tag), set()):
        return False
    links = [inner.get("href", "") for inner in element.iter("a")]
    plain = all(inner.tag in {"a", "small"} for inner in element.iterdescendants())
    bare = all(set(inner.attrib) <= {"href"} for inner in element.iterdescendants())
    ends = [own if link == "./" else link.lstrip("./") for link in links]
    return (
        plain
        and bare
        and len(links) == bool(wanted.link)
        and all(wanted.link.endswith(end) and end for end in ends)
    )
