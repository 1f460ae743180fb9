"""A theme as it stands in its file, and as the model says it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from zicht.model.theme import Counts, Indicator, Measure, Rate, Series, Theme
from zicht.read.toml import Entry

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Kind = Literal["persons", "objects", "firms", "money", "computed"]


class MeasureEntry(Entry):
    """Where a series of figures stands."""

    table: Text
    measure: Text
    where: dict[str, Text] = Field(default_factory=dict)
    year: Year | None = None

    def as_measure(self) -> Measure:
        """Return it as the model says it, the dimensions in alphabetical order."""
        return Measure(self.table, self.measure, tuple(sorted(self.where.items())), self.year)


class SeriesEntry(Entry):
    """What `[[context]]` holds, and `[[indicator]]` as well."""

    key: Key
    title: Text
    unit: Text
    counts: Kind
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    protected_by_source: bool = False
    measures: Annotated[list[MeasureEntry], Field(min_length=1)]

    def as_series(self) -> Series:
        """Return it as the model says it."""
        return Series(
            key=self.key,
            title=self.title,
            unit=self.unit,
            counts=Counts(self.counts),
            decimals=self.decimals,
            protected_by_source=self.protected_by_source,
            measures=tuple(measure.as_measure() for measure in self.measures),
        )


class RateEntry(Entry):
    """How a count becomes comparable."""

    per: Annotated[int, Field(gt=0)]
    of: Key
    noun: Text

    def as_rate(self) -> Rate:
        """Return it as the model says it."""
        return Rate(self.per, self.of, self.noun)


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

    def as_indicator(self, theme: str) -> Indicator:
        """Return it as the model says it."""
        rate = None if self.rate is None else self.rate.as_rate()
        return Indicator(
            series=self.as_series(),
            theme=theme,
            meaning=self.meaning,
            definition=self.definition,
            rate=rate,
            source=self.source,
            owner=self.owner,
            caveat=self.caveat.strip(),
            breaks={int(year): why for year, why in sorted(self.breaks.items())},
        )


class ThemeEntry(Entry):
    """One file in `themes/`."""

    key: Key
    title: Text
    summary: Text
    order: int
    context: list[SeriesEntry] = Field(default_factory=list)
    indicator: Annotated[list[IndicatorEntry], Field(min_length=1)]

    def as_theme(self) -> Theme:
        """Return it as the model says it; indicators and context in the order of the file."""
        return Theme(
            key=self.key,
            title=self.title,
            summary=self.summary,
            order=self.order,
            indicators=tuple(entry.as_indicator(self.key) for entry in self.indicator),
            context=tuple(entry.as_series() for entry in self.context),
        )
