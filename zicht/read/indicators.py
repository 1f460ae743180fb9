"""A theme as it stands in its file, and as the model says it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from zicht.model.rules import DEFAULT
from zicht.model.theme import Flow, Identity, Indicator, Rate, Theme
from zicht.read.breakdowns import BreakdownEntry, ConcentrationEntry
from zicht.read.entries import Code, Key, MeasureEntry, RulesEntry, SeriesEntry, Text, Words
from zicht.read.toml import Entry


class RateEntry(Entry):
    """How a count becomes comparable."""

    per: Annotated[int, Field(gt=0)]
    of: Key
    noun: Text
    part_of: bool = False

    def as_rate(self) -> Rate:
        """Return it as the model says it."""
        return Rate(self.per, self.of, self.noun, self.part_of)


class IndicatorEntry(SeriesEntry):
    """One `[[indicator]]`."""

    meaning: Text
    definition: Text
    source: Text
    owner: Text
    rate: RateEntry | None = None
    caveat: Words = ""
    concept: bool = False
    peildatum: Words = ""
    related: list[Key] = Field(default_factory=list)
    breaks: dict[Annotated[str, StringConstraints(pattern=r"^\d{4}$")], Text] = Field(
        default_factory=dict
    )
    breakdown: list[BreakdownEntry] = Field(default_factory=list)
    concentration: ConcentrationEntry | None = None

    def as_indicator(self, theme: str, *, ranked: bool) -> Indicator:
        """Return it as the model says it."""
        series = self.as_series()
        who = self.concentration
        return Indicator(
            series=series,
            theme=theme,
            meaning=self.meaning,
            definition=self.definition,
            rate=None if self.rate is None else self.rate.as_rate(),
            source=self.source,
            owner=self.owner,
            caveat=self.caveat.strip(),
            breaks={int(year): why for year, why in sorted(self.breaks.items())},
            breakdowns=tuple(one.as_breakdown(series) for one in self.breakdown),
            concentration=None if who is None else who.as_concentration(series),
            concept=self.concept,
            peildatum=self.peildatum.strip(),
            related=tuple(self.related),
            ranked=ranked,
        )


class FlowEntry(Entry):
    """One `[[flow]]`: a count from gemeente to gemeente.

    `origin` and `destination` are what the two gemeenten are called on a page ("woongemeente").
    """

    key: Key
    title: Text
    meaning: Text
    definition: Text
    unit: Text
    source: Text
    owner: Text
    caveat: Text
    measure: MeasureEntry
    origin: Code
    destination: Code
    dimension: Code
    total: Code
    concept: bool = False
    peildatum: Words = ""
    related: list[Key] = Field(default_factory=list)
    rules: RulesEntry | None = None

    def as_flow(self, theme: str) -> Flow:
        """Return it as the model says it."""
        told = {name: getattr(self, name) for name in _FLOW_TEXTS}
        return Flow(
            **told,
            theme=theme,
            measure=self.measure.as_measure(),
            rules=(self.rules or RulesEntry()).as_rules(DEFAULT.zero),
            concept=self.concept,
            peildatum=self.peildatum.strip(),
            related=tuple(self.related),
        )


_FLOW_TEXTS = (
    *("key", "title", "meaning", "definition", "unit", "source", "owner", "caveat"),
    *("origin", "destination", "dimension", "total"),
)


class IdentityEntry(Entry):
    """One `[[identity]]`: a sum between indicators, of this theme or another."""

    total: Key
    parts: Annotated[list[Key], Field(min_length=2)]

    def as_identity(self) -> Identity:
        """Return it as the model says it."""
        return Identity(self.total, tuple(self.parts))


class ThemeEntry(Entry):
    """One file in `themes/`."""

    key: Key
    title: Text
    summary: Text
    order: int
    context: list[SeriesEntry] = Field(default_factory=list)
    indicator: Annotated[list[IndicatorEntry], Field(min_length=1)]
    identity: list[IdentityEntry] = Field(default_factory=list)
    flow: list[FlowEntry] = Field(default_factory=list)
    ranked: bool = True
    caveat: Words = ""

    def as_theme(self) -> Theme:
        """Return it as the model says it; indicators and context in the order of the file."""
        return Theme(
            key=self.key,
            title=self.title,
            summary=self.summary,
            order=self.order,
            indicators=tuple(
                entry.as_indicator(self.key, ranked=self.ranked) for entry in self.indicator
            ),
            context=tuple(entry.as_series() for entry in self.context),
            identities=tuple(entry.as_identity() for entry in self.identity),
            flows=tuple(entry.as_flow(self.key) for entry in self.flow),
            ranked=self.ranked,
            caveat=self.caveat.strip(),
        )
