"""Themes and their indicators: what is counted, in what unit, from which table, in which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zicht.model.prose import Text
from zicht.model.rules import DEFAULT, Rules


class Counts(Enum):
    """What a measure is: a count of something, or a figure that the source computed itself."""

    PERSONS = "persons"
    OBJECTS = "objects"
    FIRMS = "firms"
    MONEY = "money"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Measure:
    """Where a series of figures stands: a table, a measure in it, and one code per dimension.

    `year` is given for a table that holds one year and has no `Perioden`.
    """

    table: str
    measure: str
    where: tuple[tuple[str, str], ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A series that serves others: a denominator, or a fact about regions (`[[context]]`).

    Two keys are known to the site: `inwoners` and `stedelijkheid` (1, very urban, to 5).
    """

    key: str
    title: str
    unit: str
    counts: Counts
    decimals: int
    protected_by_source: bool
    measures: tuple[Measure, ...]
    rules: Rules = DEFAULT


@dataclass(frozen=True, slots=True)
class Rate:
    """How a count becomes comparable: per so many of the series `of` ("per 10.000 woningen").

    With `part_of` everything that is counted is also in the denominator, so that the rest of the
    denominator is a count of something as well.
    """

    per: int
    of: str
    noun: str
    part_of: bool = False


class Form(Enum):
    """What a breakdown is looked at for.

    COMPOSITION  which share each category has, year after year
    AGES         categories that follow each other, such as ages: what moves up in the years
    PROFILE      a group against everyone: which categories occur more often in it
    HIERARCHY    categories within categories, such as the branches of the SBI
    """

    COMPOSITION = "composition"
    AGES = "ages"
    PROFILE = "profile"
    HIERARCHY = "hierarchy"


@dataclass(frozen=True, slots=True)
class Everyone:
    """What a group is held against: as many in each category, among all ("alle inwoners").

    `parts` has a series for each category of the group, in its order, with keys such as
    "drugsverdachten.inkomen.laag.everyone". The source protected them.
    """

    title: str
    parts: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A count in categories that together are the whole ("Leeftijd").

    The parts are series of their own, with keys such as "drugsverdachten.leeftijd.12-tot-18".
    `under` has for each part the place in `parts` of the category around it, -1 at the top; it is
    empty where no category lies in another. A category is the sum of those directly in it.
    `codes` has what the source calls each category.
    """

    key: str
    title: str
    parts: tuple[Series, ...]
    form: Form = Form.COMPOSITION
    everyone: Everyone | None = None
    under: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()

    def inside(self, place: int) -> tuple[Series, ...]:
        """Return the categories directly in the one at this place; with -1 those at the top."""
        under = self.under or (-1,) * len(self.parts)
        return tuple(part for part, at in zip(self.parts, under, strict=True) if at == place)

    def sums(self, whole: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the key of the whole and of each category with others in it, with their keys."""
        for place, key in enumerate((whole, *(part.key for part in self.parts)), start=-1):
            if inside := self.inside(place):
                yield key, tuple(part.key for part in inside)


@dataclass(frozen=True, slots=True)
class Identity:
    """A sum that holds between indicators: the series `parts` together are the series `total`."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concentration:
    """What is delivered of who contributed to a sum of money; read, never shown.

    Series with keys such as "omzet.contributors": how many there are, the largest, the second.
    """

    contributors: Series
    largest: Series
    second: Series


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a theme. Texts are plain Dutch; `decimals` is what is shown, never more.

    `unit` is the unit of the count itself ("kwekerijen"); with a `rate`, the figure that is
    compared is the count per so many, else it is the measure as delivered.
    `breaks` gives years from which figures cannot be compared with earlier ones, and why.
    `concept` marks a definition that nobody published; `peildatum` says when was counted; `related`
    holds keys of other indicators and flows. What is not `ranked` is shown beside others and never
    gets a place among them.
    """

    series: Series
    theme: str
    meaning: str
    definition: str
    rate: Rate | None
    source: str
    owner: str
    caveat: str
    breaks: Mapping[int, str]
    breakdowns: tuple[Breakdown, ...] = ()
    concentration: Concentration | None = None
    concept: bool = False
    peildatum: str = ""
    related: tuple[str, ...] = ()
    ranked: bool = True

    @property
    def key(self) -> str:
        """Return the name used in addresses and files."""
        return self.series.key

    @property
    def title(self) -> str:
        """Return the Dutch title."""
        return self.series.title

    @property
    def unit(self) -> str:
        """Return the unit of the compared figure, as it follows a number: "per 10.000 woningen"."""
        if self.rate is None:
            return self.series.unit
        return f"per {self.rate.per:,} {self.rate.noun}".replace(",", ".")

    @property
    def comparable(self) -> bool:
        """Tell whether regions of unlike size may be set beside each other."""
        return self.rate is not None or self.series.counts is Counts.COMPUTED

    @property
    def placed(self) -> bool:
        """Tell whether a region has a place among others: comparable, and meant to be ranked."""
        return self.ranked and self.comparable

    @property
    def decimals(self) -> int:
        """Return the number of decimals of the compared figure."""
        return self.series.decimals


@dataclass(frozen=True, slots=True)
class Flow:
    """A count from gemeente to gemeente: where suspects live, and where it happened.

    The table has a region for each `origin` and, along the plain dimension `destination`, the code
    of another gemeente; `total` is what that dimension calls all of them together.
    Texts are as those of an indicator.
    """

    key: str
    title: str
    theme: str
    meaning: str
    definition: str
    unit: str
    source: str
    owner: str
    caveat: str
    measure: Measure
    origin: str
    destination: str
    dimension: str
    total: str
    rules: Rules = DEFAULT
    concept: bool = False
    peildatum: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: one file in `themes/`. What is not `ranked` only sets others in their context.

    `caveat` stands with every table of its indicators; `prose` is what somebody wrote about the
    theme as a whole.
    """

    key: str
    title: str
    summary: str
    order: int
    indicators: tuple[Indicator, ...]
    context: tuple[Series, ...]
    identities: tuple[Identity, ...] = ()
    flows: tuple[Flow, ...] = ()
    ranked: bool = True
    caveat: str = ""
    prose: Text | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a delivery says of itself.

    `publisher` is the organisation that publishes the site and answers for it, `publisher_uri`
    its address in a register of organisations; `contact` is an e-mail address or a web page;
    `frequency` a code of the EU vocabulary of frequencies ("ANNUAL"). Each is empty where nothing
    was said.
    """

    title: str
    release: date
    division: int
    source: str
    licence: str
    fictional: bool
    publisher: str = ""
    publisher_uri: str = ""
    contact: str = ""
    frequency: str = ""
