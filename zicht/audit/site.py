"""A built site but for its pages: what its data files tell, and what they should not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np

from zicht.audit.agreement import row_disclosures
from zicht.audit.bundles import bundle_disclosures
from zicht.audit.catalogus import catalogus_disclosures
from zicht.audit.dictionary import dictionary_disclosures
from zicht.audit.explorer import explorer_disclosures
from zicht.audit.flows import flow_disclosures, read_flows
from zicht.audit.gazetteer import gazetteer_disclosures
from zicht.audit.gemeente import (
    ADDS,
    KIND,
    SOURCE,
    Dossiers,
    dossier_disclosures,
    nested,
    read_dossiers,
)
from zicht.audit.indicator_file import indicator_disclosures
from zicht.audit.knots import branche_folders
from zicht.audit.listing import listing_disclosures
from zicht.audit.metadata import metadata_disclosures
from zicht.audit.openapi import openapi_disclosures
from zicht.audit.outlines import outline_disclosures
from zicht.audit.parquet import byte_disclosures
from zicht.audit.rows import Rows, read_rows
from zicht.audit.search import read_sought
from zicht.audit.sought import sought_disclosures
from zicht.audit.spreadsheets import spreadsheet_disclosures
from zicht.audit.tables import table_disclosures
from zicht.audit.told import Key, Told, told_series
from zicht.model.address import EVERYONE
from zicht.model.area import Area, Division, Level
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import Grid
from zicht.model.published import Published, PublishedSeries
from zicht.model.rules import Zero
from zicht.model.theme import Counts

_TODO = "Build the site again, with a builder of this version."
_MOST = 20
"""Disclosures of one kind that are told one by one."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The data files of a site as they were read."""

    rows: Rows
    dossiers: Dossiers
    division: Division
    series: Mapping[Key, Told]


def read_site(dist: Path) -> Published:
    """Return what the data files of a built site tell: nothing but its bytes is looked at.

    How regions nest comes from the JSON of the gemeenten, all cells from data/all.parquet. The
    year of the division, which no file tells, is that of the release.

    Errors: BuildError when the folder holds no whole site, or files that cannot be understood.
    """
    read = _read(dist)
    return replace(_published(read), flows=read_flows(dist, read.division))


def data_disclosures(dist: Path, published: Published) -> Iterator[Disclosure]:
    """Yield what the files of a site other than its pages and charts tell and should not.

    Shape:  of each kind the first ones, then how many more there are.
    Errors: BuildError as `read_site`, which read the same files before.
    Source: decision 8
    """
    read = _read(dist)
    themes = frozenset(str(one.get("theme")) for one in read.dossiers.indicators.values())
    about, told = read.dossiers.about, read.dossiers.indicators
    sought = read_sought(dist, published)
    found = chain(
        byte_disclosures(dist),
        row_disclosures(read.rows, read.series, published),
        _about_disclosures(read),
        table_disclosures(dist, read.rows, published),
        dossier_disclosures(dist, read.dossiers, read.series, published.division),
        indicator_disclosures(dist, read.dossiers, read.series, published.division),
        dictionary_disclosures(dist, read.dossiers, read.series, published),
        spreadsheet_disclosures(dist, read.series, published.division),
        metadata_disclosures(dist, published),
        bundle_disclosures(dist),
        outline_disclosures(dist, published.division, notice=about.get("notice")),
        sought_disclosures(dist, published, about=about),
        explorer_disclosures(dist, published, about=about, words=told),
        catalogus_disclosures(dist, published, about=about),
        openapi_disclosures(dist, published, about=about),
        gazetteer_disclosures(dist, published, about=about, words=told, sought=sought),
        flow_disclosures(dist, published, notice=about.get("notice")),
        listing_disclosures(
            dist,
            published,
            themes=themes,
            branches=branche_folders(told),
            combinations=frozenset(one.key for one in sought),
        ),
    )
    yield from _collapsed(found)


def _read(dist: Path) -> _Read:
    rows, dossiers = read_rows(dist), read_dossiers(dist)
    release = str(dossiers.about.get("release", ""))[:4]
    areas = _named(rows, dossiers.areas)
    problems = [*_strange(areas)]
    if not release.isdecimal():
        problems.append(Problem("No release is told.", str(dist / "data/gemeente"), _TODO))
    if problems:
        raise BuildError(*problems)
    division = Division.sorted(int(release), areas.values())
    return _Read(rows, dossiers, division, told_series(rows, division))


def _named(rows: Rows, areas: Mapping[str, Area]) -> Mapping[str, Area]:
    """Return the regions that have rows, with the name of their first row."""
    words = rows.texts["regiocode"]
    _, first = np.unique(words.codes, return_index=True)
    names = {words[row]: rows.texts["regionaam"][row] for row in first.tolist()}
    return {c: Area(c, names[c], area.parent) for c, area in areas.items() if c in names}


def _strange(areas: Mapping[str, Area]) -> Iterator[Problem]:
    prefixes = {level.value for level in Level}
    for code, area in areas.items():
        if code[:2] not in prefixes or (area.parent is not None and area.parent not in areas):
            yield Problem(f"{code} is no region that nests in another.", "data/gemeente", _TODO)


def _published(read: _Read) -> Published:
    """Return the cells of each indicator with what is said of it."""
    problems: list[Problem] = []
    series: dict[str, PublishedSeries] = {}
    for key, breakdown, _ in read.series:
        said = read.dossiers.indicators.get(key, {})
        zero, judged, decimals = said.get("zero"), said.get(SOURCE), said.get("decimals")
        known = zero in {one.value for one in Zero} and isinstance(judged, bool)
        if not known or not isinstance(decimals, int) or (key, "", "") not in read.series:
            what = f"{key} lacks its decimals, its zeros, its protection or its whole."
            problems.append(Problem(what, "data/gemeente", _TODO))
        elif not breakdown:
            whole = read.series[key, "", ""]
            series[key] = PublishedSeries(
                key,
                whole.counts or _counted(whole, said.get(KIND)),
                whole.values,
                _parts(read.series, key),
                Zero(zero),
                not judged,
                decimals,
                said.get(ADDS) is not False,
                _parts(read.series, key, everyone=True),
                nested(said),
            )
    if problems:
        raise BuildError(*dict.fromkeys(problems))
    return Published(read.division, series)


def _counted(whole: Told, kind: object) -> Grid | None:
    """Return the compared figure itself where it is said to be a count."""
    counted = {one.value for one in Counts} - {Counts.COMPUTED.value}
    return whole.values if kind in counted else None


def _parts(
    series: Mapping[Key, Told], indicator: str, *, everyone: bool = False
) -> Mapping[str, Mapping[str, Grid]]:
    """Return the counts of the categories, or those among everyone that they are held against."""
    found: dict[str, dict[str, Grid]] = {}
    for (key, breakdown, part), told in series.items():
        asked = bool(breakdown) and breakdown.endswith(EVERYONE) == everyone
        if key == indicator and asked and told.counts is not None:
            found.setdefault(breakdown.removesuffix(EVERYONE), {})[part] = told.counts
    return found


def _about_disclosures(read: _Read) -> Iterator[Disclosure]:
    """Yield where Parquet says another thing of the release than JSON does."""
    told = {key: value for key, value in read.rows.about.items() if key != "ARROW:schema"}
    if told != {key: str(value) for key, value in read.dossiers.about.items()}:
        how = "It is not what the JSON of the gemeenten says."
        yield Disclosure("A key may tell anything.", "data/all.parquet", "its keys", how)


def _collapsed(found: Iterable[Disclosure]) -> Iterator[Disclosure]:
    """Yield the first of each kind, and in the end how many more there were."""
    seen: Counter[str] = Counter()
    last: dict[str, Disclosure] = {}
    for one in found:
        seen[one.how] += 1
        last[one.how] = one
        if seen[one.how] <= _MOST:
            yield one
    for how, number in seen.items():
        if number > _MOST:
            yield Disclosure(f"And {number - _MOST} more.", last[how].path, "elsewhere", how)
