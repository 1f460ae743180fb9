"""Sentences of a page: every number in them is looked up, and what is not found is left over."""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from zicht.audit.page import alike, around, branched, countings, notes, phrases, sayings, streams
from zicht.audit.page.found import telling, unstarred
from zicht.audit.page.talk import Talk

_F: Final = r"(-?\d+(?:\.\d{3})*(?:,\d+)?)"
_Y: Final = r"(\d{4})"
_YEAR: Final = re.compile(r"(?<![\d.,])\d{4}(?![\d]|[.,]\d)")
_Holds: TypeAlias = Callable[[re.Match[str], Talk, str], bool]


def unexplained(text: str, talk: Talk) -> str:
    """Return what is left of a text when all that can be explained is taken out.

    Shape:  an empty string when every number was explained.
    """
    text = unstarred(text)
    for pattern, holds in _RULES:
        before = text
        text = pattern.sub(lambda m, h=holds: " " if _holds(h, m, talk) else m[0], text)  # type: ignore[misc]
        if text != before and not telling(text):
            return ""
    for known in talk.said:
        text = text.replace(known, " ")
    text = _YEAR.sub(lambda m: " " if int(m[0]) in talk.years else m[0], text)
    return text.strip() if telling(text) else ""


def _holds(holds: _Holds, found: re.Match[str], talk: Talk) -> bool:
    return any(holds(found, talk, key) for key in talk.keys)


_SIZE = r"(?:minder dan \d\d\.000|[\d.]{6,7} tot [\d.]{6,7}|250\.000) inwoners(?: of meer)?"
_TIMES = rf"(?:{_F} keer zo (?:veel|hoog) als|(?:{_F}% )?(meer|minder|hoger|lager) dan)"
_PLACE = rf"([^()]+) \((?:voorlopig: )?{_F}%?\)"
_THAN = r"(meer|minder) dan [^()]+"
_HAVE = r"(?:hebben een cijfer|met een cijfer(?:; (\d+) niet getoond)?)"
_FIFTH = r"(?:(\w+ \w+(?: \w+)?) van de gemeenten: )?"
_SHARED = r"(?:, gedeeld met (\d+) andere)?"
_GROUP = r"[^\d,;.%]+"
_CROWD = r"^Veel gemeenten hebben hetzelfde cijfer"
_RULE = (
    r"^(?:Aantallen van 1 tot en met \d{1,2} tonen wij niet\. Een nul tonen wij[^\d]+|"
    r"Een verhouding tonen wij alleen bij [\d.]{1,5} [^\d]+ of meer|"
    r"Een groep met \d\d% of meer van het totaal tonen wij niet)\.$"
)
"""What an indicator says of its own rules: thresholds, and no figure of a region."""
_AROUND = r"omliggende gemeenten"
_SINGLE = r"omliggende gemeente met een cijfer"
_OF = rf"(?:(Geen|\d+) van de|(Alle)) (\d+) {_AROUND}( met een cijfer)?"
_NEAREST = r"met een aantal inwoners dat het dichtst bij dat van .+ ligt"
_HOW = r"(hetzelfde|een hoger|een lager)"
_RULES: tuple[tuple[re.Pattern[str], _Holds], ...] = tuple(
    (re.compile(pattern), holds)
    for pattern, holds in (
        (rf"Het grootste deel in {_Y}: (.+), {_F}%", phrases.largest),
        (rf"Het meest gegroeid: (.+), van {_F}% in {_Y} naar {_F}% in {_Y}", phrases.grown),
        (rf"(.+?): {_F}% van deze groep, {_F}% van {_GROUP}; {_F} keer zo vaak", phrases.pair),
        (rf"^(.+?): {_F} keer zo vaak als bij {_GROUP}", phrases.times),
        (r"^Geen kenmerk komt vaker voor dan bij \D+$", phrases.no_more),
        (rf"(.+?) in {_Y}: {_F}%", phrases.in_year),
        (r"^(?:minder dan (\d+)%|(\d+) tot (\d+)%|(\d+)% of meer)$", phrases.legend),
        (r"^Keer zo vaak$", phrases.always),
        (rf"Van {_F} in {_Y} naar {_F} in {_Y}", sayings.course),
        (rf"In {_Y} hetzelfde als in {_Y}: {_F}", sayings.same),
        (rf"Alleen over {_Y} is er een cijfer: {_F}", sayings.alone),
        (rf"^(.+?): {_F} ?(.*?) ?in {_Y}\. Dat is {_TIMES} in {_PLACE}", notes.notable),
        (
            rf"^{_F} (.*?) ?in {_Y}(?:, evenveel als [^().\d]+|, {_THAN} \({_F}\))?",
            sayings.headline,
        ),
        (rf"^Van de {_F} .+ heeft {_F}% ook ", streams.inside),
        (rf"^Van de {_F} .+ hebben er {_F} ook ", streams.within),
        (rf"^Er zijn {_F} (?=.+ Welk deel)", streams.counted),
        (r"^(?:\D+ \d[\d.]*, )*\D+ \d[\d.]*\.$", streams.listed),
        (rf"Het gaat om {_F}(?= )", sayings.behind),
        (rf"Het hoogst in (.+?): {_F}", sayings.highest),
        (rf"(\d+) van de (\d+) (gemeenten|wijken|buurten) {_HAVE}", countings.counted),
        (r"(\d+) (?:cijfer is|cijfers zijn) hier niet getoond", countings.hidden),
        (rf"{_CROWD}$", countings.crowded),
        (rf"{_CROWD}\. Daarom zijn er minder dan vijf klassen\.$", countings.few),
        (rf"^{_OF} (?:heeft|hebben) een hoger cijfer", around.higher),
        (rf"^(.+?)(, de enige {_SINGLE},)? heeft {_HOW} cijfer", around.only),
        (r"van (\d+) (?:gemeente|gemeenten) is het cijfer niet getoond", around.hidden),
        (rf"van (?:(\d+) van de (\d+)|alle (\d+)) {_AROUND} wel", around.known),
        (rf"Het hoogst in (.+?): {_F}", around.highest),
        (rf"Het (hoogste|enige) cijfer is {_F}", around.equal),
        (rf"{_FIFTH}plaats (\d+) van ([\d.]+) van hoog naar laag{_SHARED}", countings.placed),
        (
            rf"(?:vergeleken met|Vergelijkbaar(?: met [^:]+)?:) (\d+) [^\d]*gemeenten met {_SIZE}",
            countings.peers,
        ),
        (rf"Hier staan de (\d+) {_NEAREST}", alike.nearest_told),
        (rf"^(?:minder dan {_F}|{_F} tot {_F}|{_F} of meer)$", sayings.legend),
        (rf"^{_F} (.+), Nederland, {_Y}$", sayings.country),
        (r"[Uu]itgave van (\d{1,2} \w+ \d{4})", countings.release),
        (r"^Zicht op Ondermijning \((\d{4})\)(?=, .+ Bron: )", countings.release_year),
        (r"([\d.]+) (thema's|gemeenten|wijken|buurten)(?=[,.])", countings.of_start),
        (r"^(\D+) (\d+)$", countings.inside),
        (rf"^(.+): {_F} keer zo vaak als in Nederland$", branched.most),
        (rf"^(\d+) van de (\d+) branches {_HAVE}", branched.counted),
        (rf"Dat is {_F}% van het totaal in Nederland", branched.share),
        (r"de (\d+) hoogste", countings.bars),
        (rf"{_Y} tot en met {_Y}", sayings.years),
        (r"^[\d.]+ inwoners", countings.people),
        (_RULE, countings.always),
        (r"Vanaf \d{4} geldt een andere gemeentegrens|^Breuk in \d{4}$", countings.always),
    )
)
