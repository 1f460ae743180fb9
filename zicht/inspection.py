"""An independent look at a built site: what its bytes tell, and whether they know too much."""

import json
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from zicht.audit import (
    Looked,
    Site,
    anchor_faults,
    anchors_of,
    by_page,
    data_disclosures,
    file_faults,
    links_of,
    page_disclosures,
    page_faults,
    read_ground,
    read_pages,
    read_site,
    told_faults,
)
from zicht.bundle import gemeente_bundle
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError, Problem
from zicht.model.ledger import EMPTY
from zicht.model.published import Published
from zicht.pipeline import ROOT, Order, Say, build, protected_of, read, workers
from zicht.protect import Certificate, cases, certificate_files, judge, with_chance, with_witnesses
from zicht.publish import (
    Entry,
    gemeente_pages,
    ledger_bytes,
    link_papers,
    print_pages,
    publish_site,
    refuse_paper,
    refuse_site,
    write_beside,
)
from zicht.read import read_ledger

T = TypeVar("T")
MANIFEST = "manifest.json"
"""It differs whenever any file does: it is compared last."""
SHARES = 8
"""So many shares of the pages go to each worker."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What an inspection found, and the certificates for what it did not find.

    `faults` are links that lead nowhere, and pages that no link leads to.
    """

    published: Published
    disclosures: tuple[Disclosure, ...]
    certificates: tuple[Certificate, ...]
    faults: tuple[Problem, ...] = ()


def inspect(dist: Path, *, jobs: int, say: Say, certify: bool = False) -> Inspection:
    """Return what a built site gives away: its data files, its pages, the sums between figures.

    Only the site is opened; nothing is known of the delivery. With `certify` every withheld cell
    gets a witness: another table that fits everything published.
    Errors: BuildError where the folder holds no whole site.
    """
    with workers(jobs) as executor, TemporaryDirectory() as beside:
        say("data files", 0, 0)
        published = read_site(dist)
        judged = executor.map(judge, cases(published, certify=certify))
        stored = Path(beside) / "site"
        stored.write_bytes(pickle.dumps(read_pages(dist, published)))
        pages = sorted(str(path.relative_to(dist)) for path in dist.rglob("*.html"))
        every = jobs * SHARES
        looked = executor.map(partial(_pages, dist, stored), _shares(pages, every))
        found = list(data_disclosures(dist, published))
        say("sums", 0, 0)
        verdicts = list(judged)
        for count, share in enumerate(looked):
            say("pages", count, every)
            found += share
        faults = links(dist, executor, jobs=jobs, say=say)
    told = (each for verdict in verdicts for each in verdict.disclosures)
    certificates = tuple(v.certificate for v in verdicts if v.certificate is not None)
    return Inspection(published, (*found, *told), certificates, faults)


def links(dist: Path, executor: Executor, *, jobs: int, say: Say) -> tuple[Problem, ...]:
    """Return the addresses in a site that lead nowhere, and the pages that nobody can find.

    Every page is read once for its links, and those that others name a place in once more.
    Errors: none.
    """
    ground, every = read_ground(dist), jobs * SHARES
    pages = sorted(path for path in ground.files if path.endswith(".html"))
    looked = list[Looked]()
    for share in executor.map(partial(links_of, dist, ground), _shares(pages, every)):
        say("links", len(looked), every)
        looked.append(share)
    places = executor.map(partial(anchor_faults, dist), _shares(by_page(anchors_of(looked)), every))
    opened = {path: to for share in looked for path, to in share.opened.items()}
    return told_faults(
        (
            *(fault for share in looked for fault in share.faults),
            *(fault for share in places for fault in share),
            *page_faults(dist, ground, opened),
            *file_faults(dist, ground),
        )
    )


def _shares(all_of: Sequence[T], every: int) -> list[Sequence[T]]:
    return [all_of[start::every] for start in range(every)]


def _pages(dist: Path, stored: Path, paths: Sequence[str]) -> list[Disclosure]:
    return list(page_disclosures(dist, _site(stored), paths=paths))


@lru_cache(maxsize=1)
def _site(stored: Path) -> Site:
    """Return what pages are judged by; each worker loads it once."""
    site: Site = pickle.loads(stored.read_bytes())  # noqa: S301  we wrote it
    return site


def certificates_beside(inspection: Inspection, folder: Path) -> None:
    """Write the certificates to a folder outside the site.

    Errors: BuildError when the machine refuses.
    """
    division = inspection.published.division
    for file in certificate_files(inspection.certificates, division=division):
        write_beside(folder / file.path, file.content)


def interference(
    dist: Path, order: Order, certificates: Sequence[Certificate], *, say: Say
) -> Iterator[Disclosure]:
    """Yield the first byte of a site that changes when what it withholds does.

    The delivery of the site is built again twice with the same cells withheld: once with the
    numbers of witnesses under them, once with numbers by chance. Every byte must be the same.
    Errors: BuildError with every problem of the delivery.
    """
    with workers(order.jobs) as executor:
        reading = read(order)
        pattern = protected_of(reading, order, executor).account.reasons
    known = pattern, certificates
    others = {
        "the numbers of another table that fits": with_witnesses(
            reading.figures, *known, division=reading.division
        ),
        "numbers by chance": with_chance(reading.figures, pattern),
    }
    for words, figures in others.items():
        with TemporaryDirectory(dir=dist.resolve().parent, prefix=".audit-") as beside:
            out = Path(beside) / "dist"
            other = replace(reading, figures=figures)
            build(replace(order, out=out, report=None), say=say, reading=other, pattern=pattern)
            difference = _difference(dist, out)
        if difference is not None:
            path, place = difference
            yield Disclosure(
                "The site changes with numbers that it withholds, or is no build of this delivery.",
                path,
                place,
                f"built again with {words} under what is withheld",
            )


def _difference(dist: Path, other: Path) -> tuple[str, str] | None:
    """Return the first file in which two sites differ, and where in it; None when none does."""
    mine, theirs = (
        {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
        for folder in (dist, other)
    )
    for name in sorted(mine.keys() | theirs.keys(), key=lambda name: (name == MANIFEST, name)):
        if name not in mine or name not in theirs:
            return name, "one site lacks the file"
        ours, built = mine[name].read_bytes(), theirs[name].read_bytes()
        if ours != built:
            same = zip(ours, built, strict=False)
            at = next((n for n, (a, b) in enumerate(same) if a != b), min(len(ours), len(built)))
            return name, f"byte {at:,}"
    return None


def publish(
    dist: Path,
    target: Path,
    *,
    fictional: bool,
    ledger: Path | None,
    jobs: int,
    say: Say,
    compress: bool = False,
    pdf: bool = False,
) -> int:
    """Publish a built site in which nothing is given away; return how many files were written.

    What it tells is first added to the ledger: when copying fails, the ledger errs on the safe
    side. With `pdf` each gemeente gets its page as a PDF, and a link to that.
    Errors: BuildError with everything that the site gives away, every link in it that leads
            nowhere, and what `publish_site` refuses.
    """
    refuse_site(dist, allow_fictional=fictional)
    if pdf:
        refuse_paper()
    inspection = inspect(dist, jobs=jobs, say=say)
    if inspection.disclosures or inspection.faults:
        leaks = (problem_of(each) for each in inspection.disclosures)
        raise BuildError(*leaks, *inspection.faults)
    if ledger is not None:
        before = read_ledger(ledger) if ledger.exists() else EMPTY
        release = date.fromisoformat(json.loads((dist / MANIFEST).read_bytes())["release"])
        write_beside(ledger, ledger_bytes(before, inspection.published, release=release))
    with TemporaryDirectory() as place:
        beside = _papers(dist, Path(place), jobs=jobs, say=say) if pdf else None
        return publish_site(
            dist, target, allow_fictional=fictional, compress=compress, beside=beside
        )


def _papers(dist: Path, beside: Path, *, jobs: int, say: Say) -> Path:
    """Write what PDFs add to a site and change in it to a folder, and return that."""
    pages = gemeente_pages(dist)
    every = min(jobs * SHARES, len(pages))
    shares = [pages[start::every] for start in range(every)]
    papers: list[Entry] = []
    with workers(jobs) as executor:
        for printed in executor.map(partial(print_pages, dist, beside), shares):
            papers += printed
            say("pdf", len(papers), len(pages))
    link_papers(dist, beside, papers)
    return beside


def bundle(dist: Path, code: str, *, out: Path | None = None) -> Path:
    """Write everything of a gemeente to one zip; return where it stands.

    Without `out` that is in the folder where one works, under the name of the gemeente.
    Errors: BuildError as `gemeente_bundle`, and when the machine refuses.
    """
    made = gemeente_bundle(dist, code, templates=ROOT / "templates")
    place = Path(made.name) if out is None else out
    write_beside(place, made.content)
    return place


def problem_of(disclosure: Disclosure) -> Problem:
    """Return a disclosure as a problem that stops a publication."""
    return Problem(
        disclosure.what,
        f"{disclosure.path}, {disclosure.place}",
        f"Do not publish this: {disclosure.how}.",
    )
