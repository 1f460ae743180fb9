"""Lighthouse on the heaviest page of each kind, against one table of budgets.

    python -m bench.browser [--site DIR] [--runs N]

Builds Amsterdam of a delivery that is not fictional (machines are asked to leave invented figures
alone, which Lighthouse would count as a fault), serves it as a host does and prints what
Lighthouse measured on its mobile setting: a slow phone (a quarter of this processor) on slow 4G
(1.6 Mbit/s, 150 ms to and fro), both simulated from one load. Takes the median of the runs.
Ends with 1 when a budget is exceeded.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.host import hosting
from bench.weights import BEFORE_BYTES, heaviest, pressed
from zicht import pipeline
from zicht.demo import write_delivery

LIGHTHOUSE = pipeline.ROOT / "tests/node/node_modules/lighthouse/cli/index.js"
REAL = pipeline.ROOT.parent / "shared/data/real-2024"
REAL_THEMES = pipeline.ROOT / "tests/real/themes"
CHROMIUM = "/usr/bin/chromium"
TRIES = 3
"""Now and then Lighthouse misses the start of a load, and says so."""
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'",
)
"""Chromium as root, that reaches no other machine."""

KINDS = (
    *("start", "gemeente/*", "gemeente/*/*", "wijk/*", "thema/*", "thema/*/*"),
    *("embed/gemeente/*", "embed/gemeente/*/*", "embed/wijk/*", "embed/thema/*", "embed/thema/*/*"),
)
EXPLORERS = ("vergelijk", "combineer")
"""Measured, but held to no budget here: some forty small scripts come one by one over HTTP/1.1."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a number of Lighthouse may be: at least or at most."""

    head: str
    at_least: float | None = None
    at_most: float | None = None
    decimals: int = 0

    def keeps(self, number: float) -> bool:
        """Tell whether a number is within the budget."""
        low = self.at_least is None or number >= self.at_least
        return low and (self.at_most is None or number <= self.at_most)


BUDGETS: Mapping[str, Budget] = {
    "performance": Budget("performance", at_least=98),
    "accessibility": Budget("accessibility", at_least=100),
    "best-practices": Budget("practices", at_least=100),
    "seo": Budget("seo", at_least=100),
    "largest-contentful-paint": Budget("LCP ms", at_most=1500),
    "cumulative-layout-shift": Budget("CLS", at_most=0, decimals=3),
    "total-blocking-time": Budget("TBT ms"),
    "total-byte-weight": Budget("kB", at_most=BEFORE_BYTES / 1e3, decimals=1),
}
"""The blocking time has no budget of its own: it is a part of performance."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What Lighthouse told of one page."""

    kind: str
    path: str
    numbers: Mapping[str, float]
    faults: tuple[str, ...]

    @property
    def over(self) -> tuple[str, ...]:
        """The budgets that are exceeded."""
        if self.kind in EXPLORERS:
            return ()
        return tuple(key for key, number in self.numbers.items() if not BUDGETS[key].keeps(number))


def main() -> None:
    """Build, measure, print; end with 1 when a budget is exceeded."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, help="a site that stands, not a new one")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, _site(given.site, Path(place)) as dist:
        measured = tuple(_measure(dist, runs=given.runs))
    sys.exit(any(one.over for one in measured))


@contextmanager
def _site(stands: Path | None, place: Path) -> Iterator[Path]:
    """Give the site that stands, or build one that is not fictional."""
    if stands is not None:
        yield stands
        return
    data, themes = (REAL, REAL_THEMES) if REAL.is_dir() else (_as_real(place), None)
    print(f"\nLighthouse on Amsterdam of {'real figures' if themes else 'the demo, as if real'}")
    order = pipeline.Order(data, place / "dist", themes, ("GM0363",), jobs=os.cpu_count() or 1)
    pipeline.build(order)
    yield place / "dist"


def _as_real(place: Path) -> Path:
    """Return the embedded delivery, made anew, without the words that its figures are invented."""
    data = place / "data"
    write_delivery(data)
    told = (data / "delivery.toml").read_text(encoding="utf-8")
    changed = told.replace("fictional = true", "fictional = false")
    (data / "delivery.toml").write_text(changed, encoding="utf-8")
    return data


def _measure(dist: Path, *, runs: int) -> Iterator[Measured]:
    """Yield what Lighthouse tells of the heaviest page of each kind, printed as it comes."""
    print(f"{'page':<34}", *(f"{budget.head:>13}" for budget in BUDGETS.values()))
    weights = heaviest(dist)
    with hosting(dist) as url:
        for kind in (*KINDS, *EXPLORERS):
            if kind not in weights:
                continue
            pressed(dist / weights[kind].path)  # a host has done that before anybody asks
            path = weights[kind].path.removesuffix("index.html")
            told = sorted(
                (_lighthouse(url, kind, path) for _ in range(runs)),
                key=lambda one: one.numbers["performance"],
            )
            yield _said(told[len(told) // 2])


def _said(measured: Measured) -> Measured:
    """Print a page with what is wrong of it, and return it."""
    cells = (
        f"{number:>12.{BUDGETS[key].decimals}f}{'*' if key in measured.over else ' '}"
        for key, number in measured.numbers.items()
    )
    print(f"{measured.kind:<34}", *cells, flush=True)
    if measured.over:
        print(f"    {measured.path or './'}", *measured.faults, sep="\n    ", flush=True)
    return measured


def _lighthouse(url: str, kind: str, path: str) -> Measured:
    """Return what Lighthouse tells of one load of a page."""
    told = _account(f"{url}{path}")
    scores = {key: 100 * one["score"] for key, one in told["categories"].items()}
    audits = {key: one.get("numericValue") for key, one in told["audits"].items()}
    audits["total-byte-weight"] /= 1e3
    numbers = {key: scores.get(key, audits.get(key)) for key in BUDGETS}
    return Measured(kind, path, numbers, tuple(_faults(told)))


def _account(url: str) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    """Return all that Lighthouse tells; by a file, for its pipe ends before a long account does.

    Errors: SystemExit with its own words when it could not look at the page.
    """
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "account.json"
        command = (
            *("node", str(LIGHTHOUSE), url, "--output=json", f"--output-path={place}", "--quiet"),
            *("--throttling-method=simulate", "--no-enable-error-reporting"),
            f"--chrome-flags={' '.join(FLAGS)}",
        )
        for _ in range(TRIES):
            done = subprocess.run(command, env=environment, capture_output=True, text=True)  # noqa: S603, PLW1510 (our own words)
            if not done.returncode:
                return json.loads(place.read_text(encoding="utf-8"))
        sys.exit(f"Lighthouse could not look at {url}:\n{done.stderr}")


def _faults(told: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Iterator[str]:
    """Yield every audit that takes points."""
    for category in told["categories"].values():
        for part in category["auditRefs"]:
            audit = told["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{part['id']}: {audit.get('displayValue') or audit['title']}"


if __name__ == "__main__":
    main()
