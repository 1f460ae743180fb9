"""The words that texts may ask for: all that themes and delivery say, said once."""

import re
from collections.abc import Iterator, Mapping

from zicht.model.address import indicator_folder, search_folder, theme_folder
from zicht.model.atlas import Atlas
from zicht.model.dutch import date_words, number
from zicht.model.rules import DEFAULT, Rules
from zicht.model.search import Search
from zicht.model.theme import Counts, Flow, Form, Indicator, Theme
from zicht.render.method import method_folder, method_place
from zicht.render.particulars import particulars_of, rules_of

_SIGNS = re.compile(r"[\\`*_{}\[\]<>&|#~$^=!+@-]|^\d+(?=[.)])|(?<=^\d)[.)]")


def vocabulary(atlas: Atlas) -> Mapping[str, object]:
    """Return the words for the texts of the explanation, safe to stand anywhere in Markdown.

    By key of an indicator or a flow: titel, betekenis, definitie, eenheid, let_op, bron, link,
    methode. By key of a theme: thema, themalink, themamethode. Besides: themas (with their
    onderwerpen), levering, grens (the thresholds that hold unless a theme says otherwise),
    uitzonderingen (indicators with thresholds of their own), zoekgebieden (their combinations)
    and heeft (which forms of analysis there are).
    """
    all_of = {one.key: one for theme in atlas.themes for one in _subjects(theme)}
    return {
        "titel": {key: escaped(one.title) for key, one in all_of.items()},
        "betekenis": {key: escaped(one.meaning) for key, one in all_of.items()},
        "definitie": {key: escaped(one.definition) for key, one in all_of.items()},
        "eenheid": {key: escaped(one.unit) for key, one in all_of.items()},
        "let_op": {key: escaped(one.caveat) for key, one in all_of.items()},
        "bron": {key: escaped(one.source) for key, one in all_of.items()},
        "link": {key: _page(one) for key, one in all_of.items()},
        "methode": {key: _link(one.title, method_place(one)) for key, one in all_of.items()},
        "thema": {theme.key: escaped(theme.title) for theme in atlas.themes},
        "themalink": {t.key: _link(t.title, theme_folder(t.key)) for t in atlas.themes},
        "themamethode": {t.key: _link(t.title, method_folder(t.key)) for t in atlas.themes},
        "themas": [_theme(atlas, theme) for theme in atlas.themes],
        "levering": _delivery(atlas),
        "grens": _thresholds(DEFAULT),
        "uitzonderingen": list(_exceptions(atlas)),
        "zoekgebieden": [_search(search) for search in atlas.search.values()],
        "heeft": _forms(atlas),
    }


def _subjects(theme: Theme) -> Iterator[Indicator | Flow]:
    yield from theme.indicators
    yield from theme.flows


def escaped(text: str) -> str:
    """Return a text in which no sign is Markdown's or HTML's: a reader sees it word for word."""
    return _SIGNS.sub(lambda sign: "".join(f"&#{ord(one)};" for one in sign[0]), text.strip())


def _link(title: str, address: str) -> str:
    return f"[{escaped(title)}](site:{address})"


def _page(one: Indicator | Flow) -> str:
    return _link(one.title, indicator_folder(one.theme, one.key))


def _theme(atlas: Atlas, theme: Theme) -> Mapping[str, object]:
    return {
        "sleutel": theme.key,
        "titel": escaped(theme.title),
        "samenvatting": escaped(theme.summary),
        "link": _link(theme.title, theme_folder(theme.key)),
        "methode": _link(theme.title, method_folder(theme.key)),
        "onderwerpen": [_subject(atlas, one) for one in _subjects(theme)],
    }


def _subject(atlas: Atlas, one: Indicator | Flow) -> Mapping[str, object]:
    return {
        "sleutel": one.key,
        "titel": escaped(one.title),
        "betekenis": escaped(one.meaning),
        "eenheid": escaped(one.unit),
        "bron": escaped(one.source),
        "eigenaar": escaped(one.owner),
        "peildatum": escaped(one.peildatum),
        "jaren": list(_years(atlas, one)),
        "concept": one.concept,
        "link": _page(one),
        "methode": _link(one.title, method_place(one)),
    }


def _years(atlas: Atlas, one: Indicator | Flow) -> Iterator[str]:
    """Yield the years that were delivered, with the levels that have them."""
    if isinstance(one, Indicator):
        coverage = particulars_of(atlas, atlas.figures[one.key]).coverage
        yield from (f"{years} ({levels})" for levels, years in coverage)


def _delivery(atlas: Atlas) -> Mapping[str, object]:
    told = atlas.delivery
    return {
        "titel": escaped(told.title),
        "uitgave": date_words(told.release),
        "indeling": str(told.division),
        "bron": escaped(told.source),
        "licentie": escaped(told.licence),
        "verzonnen": told.fictional,
        "uitgever": escaped(told.publisher),
        "register": escaped(told.publisher_uri),
        "contact": escaped(told.contact),
    }


def _thresholds(rules: Rules) -> Mapping[str, object]:
    return {
        "aantal": number(rules.fewest, decimals=0),
        "tot": number(rules.fewest - 1, decimals=0),
        "deel": f"{rules.group_share_pct:g}".replace(".", ","),
        "noemer": number(rules.fewest_of, decimals=0),
        "bereik": number(rules.reach, decimals=0),
        "breedte": number(rules.width, decimals=0),
    }


def _search(search: Search) -> Mapping[str, object]:
    told = search.combination
    return {
        "link": _link(told.title, search_folder(told.key)),
        "betekenis": escaped(told.meaning),
        "minstens": number(told.fewest, decimals=0),
        "signalen": [_page(indicator) for indicator in search.indicators],
    }


def _forms(atlas: Atlas) -> Mapping[str, object]:
    """Return which forms of analysis the themes have: a text says nothing of what is not there."""
    indicators = [indicator for theme in atlas.themes for indicator in theme.indicators]
    forms = {one.form for indicator in indicators for one in indicator.breakdowns}
    return {
        "profielen": Form.PROFILE in forms,
        "leeftijden": Form.AGES in forms,
        "branches": bool(atlas.branches),
        "stromen": any(theme.flows for theme in atlas.themes),
        "zoekgebieden": bool(atlas.search),
        "context": any(not theme.ranked for theme in atlas.themes),
    }


def _exceptions(atlas: Atlas) -> Iterator[Mapping[str, object]]:
    """Yield the indicators whose thresholds are not those that hold unless said otherwise."""
    for theme in atlas.themes:
        for indicator in theme.indicators:
            series = indicator.series
            judged = not series.protected_by_source and series.counts is not Counts.COMPUTED
            if judged and _thresholds(series.rules) != _thresholds(DEFAULT):
                yield {
                    "methode": _link(indicator.title, method_place(indicator)),
                    "regels": [escaped(sentence) for sentence in rules_of(indicator)],
                }
