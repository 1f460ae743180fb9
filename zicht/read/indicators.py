"""A theme as it stands in its file, and as the model says it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from zicht.model.theme import Identity, Indicator, Rate, Theme
from zicht.read.breakdowns import BreakdownEntry, ConcentrationEntry
from zicht.read.entries import Key, SeriesEntry, Text
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
    caveat: str = ""
    breaks: dict[Annotated[str, StringConstraints(pattern=r"^\d{4}$")], Text] = Field(
        default_factory=dict
    )
    breakdown: list[BreakdownEntry] = Field(default_factory=list)
    concentration: ConcentrationEntry | None = None

    def as_indicator(self, theme: str) -> Indicator:
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

    def as_theme(self) -> Theme:
        """Return it as the model says it; indicators and context in the order of the file."""
        return Theme(
            key=self.key,
            title=self.title,
            summary=self.summary,
            order=self.order,
            indicators=tuple(entry.as_indicator(self.key) for entry in self.indicator),
            context=tuple(entry.as_series() for entry in self.context),
            identities=tuple(entry.as_identity() for entry in self.identity),
        )
