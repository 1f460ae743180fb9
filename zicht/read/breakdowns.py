"""Series that belong to an indicator: the categories of a count, who contributed to a sum."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from zicht.model.rules import DEFAULT
from zicht.model.theme import (
    Breakdown,
    Concentration,
    Counts,
    Everyone,
    Form,
    Measure,
    Series,
)
from zicht.read.entries import Code, Key, OneOrMore, Text
from zicht.read.toml import Entry


class PartEntry(Entry):
    """One category of a breakdown: `code` is what the dimension calls it.

    `under` is the key of the category that this one lies in.
    """

    key: Key
    title: Text
    code: Code
    under: Key | None = None


class EveryoneEntry(Entry):
    """What a group is held against: the same categories of all, as the source protected them."""

    title: Text
    unit: Text
    measures: OneOrMore


class BreakdownEntry(Entry):
    """One `[[indicator.breakdown]]`: categories along `dimension` that together are the whole."""

    key: Key
    title: Text
    dimension: Code
    parts: Annotated[list[PartEntry], Field(min_length=2)]
    form: Literal["composition", "ages", "profile", "hierarchy"] = "composition"
    everyone: EveryoneEntry | None = None

    def as_breakdown(self, whole: Series) -> Breakdown:
        """Return it as the model says it; a part is the whole with another code and key."""
        keys = [part.key for part in self.parts]
        under = [keys.index(part.under) if part.under in keys else -1 for part in self.parts]
        return Breakdown(
            self.key,
            self.title,
            tuple(self._part(one, whole) for one in self.parts),
            Form(self.form),
            self._everyone(whole),
            tuple(under) if any(place >= 0 for place in under) else (),
            tuple(part.code for part in self.parts),
        )

    def _part(self, part: PartEntry, whole: Series) -> Series:
        return replace(
            whole,
            key=f"{whole.key}.{self.key}.{part.key}",
            title=part.title,
            measures=tuple(self._of(measure, part.code) for measure in whole.measures),
        )

    def _everyone(self, whole: Series) -> Everyone | None:
        """Return what the group is held against: a count that the source protected."""
        if self.everyone is None:
            return None
        measures = [measure.as_measure() for measure in self.everyone.measures]
        all_of_them = replace(
            whole,
            unit=self.everyone.unit,
            counts=Counts.PERSONS if whole.counts is Counts.PERSONS else Counts.OBJECTS,
            protected_by_source=True,
            rules=DEFAULT,
        )
        parts = tuple(
            replace(
                all_of_them,
                key=f"{whole.key}.{self.key}.{part.key}.everyone",
                title=part.title,
                measures=tuple(self._of(measure, part.code) for measure in measures),
            )
            for part in self.parts
        )
        return Everyone(self.everyone.title, parts)

    def _of(self, measure: Measure, code: str) -> Measure:
        where = {**dict(measure.where), self.dimension: code}
        return replace(measure, where=tuple(sorted(where.items())))


class ConcentrationEntry(Entry):
    """The table `[indicator.concentration]`: who contributed to a sum of money."""

    contributors: OneOrMore
    largest: OneOrMore
    second: OneOrMore

    def as_concentration(self, whole: Series) -> Concentration:
        """Return it as the model says it; no rule of ours judges these series themselves."""

        def series(name: str, title: str, measures: OneOrMore) -> Series:
            return replace(
                whole,
                key=f"{whole.key}.{name}",
                title=f"{whole.title}, {title}",
                counts=Counts.COMPUTED,
                measures=tuple(measure.as_measure() for measure in measures),
            )

        number = series("contributors", "aantal bijdragen", self.contributors)
        return Concentration(
            contributors=replace(number, unit="bijdragen"),
            largest=series("largest", "grootste bijdrage", self.largest),
            second=series("second", "tweede bijdrage", self.second),
        )
