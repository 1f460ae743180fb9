"""A series as it stands in the file of a theme, and as the model says it."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from zicht.model.rules import DEFAULT, Rules, Zero
from zicht.model.theme import Counts, Measure, Series
from zicht.read.toml import Entry
from zicht.read.unfit import why_unfit

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""What is looked up in a table, and is never shown."""


_UNFIT: Final = "unfit"


def _fit(text: str) -> str:
    if why := why_unfit(text):
        raise PydanticCustomError(_UNFIT, "the text {why}", {"why": why})
    return text


Words = Annotated[str, AfterValidator(_fit)]
"""What is shown, and may be absent."""
Text = Annotated[Code, AfterValidator(_fit)]
"""What is shown, and is there."""
Year = Annotated[int, Field(ge=1900, le=2200)]
Kind = Literal["persons", "objects", "firms", "money", "computed"]


class MeasureEntry(Entry):
    """Where a series of figures stands."""

    table: Code
    measure: Code
    where: dict[str, Code] = Field(default_factory=dict)
    year: Year | None = None

    def as_measure(self) -> Measure:
        """Return it as the model says it, the dimensions in alphabetical order."""
        return Measure(self.table, self.measure, tuple(sorted(self.where.items())), self.year)


def _listed(told: object) -> object:
    return [told] if isinstance(told, dict) else told


Measures = Annotated[list[MeasureEntry], Field(min_length=1)]
OneOrMore = Annotated[Measures, BeforeValidator(_listed)]
"""Measures of which a single one may stand without the brackets of a list."""


class RulesEntry(Entry):
    """Overrides of the rules: what is absent is the default."""

    fewest: Annotated[int, Field(ge=2)] = DEFAULT.fewest
    group_share_pct: Annotated[float, Field(ge=50, le=100, allow_inf_nan=False)] = (
        DEFAULT.group_share_pct
    )
    fewest_of: Annotated[int, Field(ge=1)] = DEFAULT.fewest_of
    width: Annotated[int, Field(ge=2)] = DEFAULT.width
    reach: int = DEFAULT.reach
    adds_up: bool = DEFAULT.adds_up
    rounded_to: Annotated[int, Field(ge=1)] = DEFAULT.rounded_to

    def as_rules(self, zero: Zero) -> Rules:
        """Return them as the model says them."""
        return Rules(
            zero=zero,
            fewest=self.fewest,
            group_share_pct=self.group_share_pct,
            fewest_of=self.fewest_of,
            width=self.width,
            reach=self.reach,
            adds_up=self.adds_up,
            rounded_to=self.rounded_to,
        )


class SeriesEntry(Entry):
    """What `[[context]]` holds, and `[[indicator]]` as well."""

    key: Key
    title: Text
    unit: Text
    counts: Kind
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    protected_by_source: bool = False
    zero: Literal["structural", "publish", "sensitive"] | None = None
    rules: RulesEntry | None = None
    measures: Measures

    def as_series(self) -> Series:
        """Return it as the model says it."""
        zero = DEFAULT.zero if self.zero is None else Zero(self.zero)
        return Series(
            key=self.key,
            title=self.title,
            unit=self.unit,
            counts=Counts(self.counts),
            decimals=self.decimals,
            protected_by_source=self.protected_by_source,
            measures=tuple(measure.as_measure() for measure in self.measures),
            rules=(self.rules or RulesEntry()).as_rules(zero),
        )
