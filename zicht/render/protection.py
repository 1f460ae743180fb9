"""The rules by which an indicator is protected, in words. Secret parameters are never told."""

from collections.abc import Iterator

from zicht.model.dutch import number
from zicht.model.rules import Rules, Zero
from zicht.model.theme import Counts, Flow, Indicator

_ZERO = {
    Zero.STRUCTURAL: "Een nul tonen wij meestal. Soms laten wij een nul weg om een ander cijfer te "
    "beschermen.",
    Zero.PUBLISH: "Elke nul is te zien.",
    Zero.SENSITIVE: "Een nul tonen wij niet, want een nul zegt hier iets over iedereen in het "
    "gebied.",
}
_BY_SOURCE = "De bron heeft deze cijfers zelf beveiligd. Haar regels gelden."
_COMPUTED = "De bron heeft dit cijfer zelf berekend. Wij tonen het zoals wij het kregen."
_MONEY = (
    "Bij een bedrag telt hoeveel mensen of bedrijven eraan bijdragen, en of een van hen bijna "
    "alles bijdraagt. Waar die grens ligt, is geheim."
)
_OVERLAPPING = "De gebieden tellen samen niet op tot het grotere gebied."


def protection_words(indicator: Indicator) -> tuple[str, ...]:
    """Return the rules of an indicator, a sentence or two each, in plain Dutch.

    Source: decisions/0008-one-system.md
    """
    if indicator.series.protected_by_source:
        return (_BY_SOURCE,)
    if indicator.series.counts is Counts.COMPUTED:
        return (_COMPUTED,)
    return tuple(_rules(indicator))


def flow_words(flow: Flow) -> tuple[str, ...]:
    """Return the rules of a flow, a sentence or two each, in plain Dutch."""
    return few_words(flow.rules), _ZERO[flow.rules.zero], range_words(flow.rules)


def _rules(indicator: Indicator) -> Iterator[str]:
    rules, rate = indicator.series.rules, indicator.rate
    if indicator.series.counts is Counts.MONEY:
        yield _MONEY
    else:
        yield few_words(rules)
    yield _ZERO[rules.zero]
    if indicator.breakdowns or (rate is not None and rate.part_of):
        yield group_words(rules)
    if rate is not None:
        least = number(rules.fewest_of, decimals=0)
        yield f"Een cijfer {indicator.unit} tonen wij alleen bij {least} {rate.noun} of meer."
    if indicator.series.counts is not Counts.MONEY:
        yield range_words(rules)
    if not rules.adds_up:
        yield _OVERLAPPING
    if rules.rounded_to > 1:
        yield f"De bron rondt de aantallen af op een veelvoud van {rules.rounded_to}."


def few_words(rules: Rules) -> str:
    """Return which counts are too small to be shown."""
    return f"Aantallen van 1 tot en met {rules.fewest - 1} tonen wij niet."


def group_words(rules: Rules) -> str:
    """Return when a group is nearly everybody."""
    share = f"{rules.group_share_pct:g}".replace(".", ",")
    return f"Hoort {share}% of meer van een groep bij één soort, dan tonen wij dat aantal niet."


def range_words(rules: Rules) -> str:
    """Return what nobody can find out about a number that is not shown."""
    return (
        f"Is een aantal niet getoond, dan kan niemand vaststellen dat het kleiner is dan "
        f"{rules.reach}. Is niet zeker dat het {rules.reach} of meer is, dan liggen het kleinste "
        f"en het grootste aantal dat kan, minstens {rules.width} uit elkaar."
    )
