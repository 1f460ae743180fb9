"""Zicht op Ondermijning: a delivery of figures in, a static site out."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from zicht import inspection, pipeline
from zicht import publish as published
from zicht.demo import write_delivery
from zicht.model.errors import BuildError, Problem

DATA, DIST = pipeline.ROOT / "data", pipeline.ROOT / "dist"

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help=__doc__)

Data = Annotated[Path, typer.Option("--data", help="The delivery to read.")]
Themes = Annotated[Path | None, typer.Option("--themes", help="Its themes, if elsewhere.")]
Invented = Annotated[bool, typer.Option("--fictional", help="Yes, publish invented figures.")]
Compress = Annotated[bool, typer.Option("--compress", help="Write .gz and .br beside texts.")]
Papers = Annotated[bool, typer.Option("--pdf", help="A PDF of each gemeente too.")]
Out = Annotated[Path, typer.Option("--out", help="The folder of the site.")]
Jobs = Annotated[int, typer.Option(min=1, help="How many workers.")]
Rules = Annotated[Path | None, typer.Option(help="Secret parameters for sums of money.")]
Ledger = Annotated[Path | None, typer.Option(help="What earlier releases told.")]
Frames = Annotated[Path, typer.Option("--frames", help="Who may frame what is under /embed/.")]
Expires = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day of security.txt.")
]
Kept = Annotated[Path, typer.Option(help="What is kept from build to build.")]
JOBS = os.cpu_count() or 1


@app.callback(invoke_without_command=True)
def embedded(context: typer.Context) -> None:
    """Build the embedded delivery into dist/ when no command is given."""
    if context.invoked_subcommand is None:
        build()


@app.command()
def build(
    data: Data = DATA,
    themes: Themes = None,
    out: Out = DIST,
    only: Annotated[list[str] | None, typer.Option(help="Just this gemeente or wijk.")] = None,
    jobs: Jobs = JOBS,
    base_url: Annotated[str, typer.Option(help="Where it will stand.")] = pipeline.BASE_URL,
    rules: Rules = None,
    ledger: Ledger = None,
    report: Annotated[Path | None, typer.Option(help="Where to write the account.")] = None,
    kept: Kept = pipeline.KEPT,
    frames: Frames = pipeline.FRAMES,
    expires: Expires = None,
) -> None:
    """Build the site of a delivery. The site that stood there stands until this one is whole."""
    codes = tuple(only or ())
    secret = {"rules": rules, "ledger": ledger, "report": report}
    until = None if expires is None else expires.date()
    order = pipeline.Order(
        data, out, themes, codes, jobs, base_url, **secret, kept=kept, frames=frames, expires=until
    )
    try:
        with _progress() as say:
            built = pipeline.build(order, say=say)
    except KeyboardInterrupt:
        again = Problem("The build was interrupted.", str(out), "Start it again.")
        raise BuildError(again) from None
    _tell(built.doubts)
    typer.echo(
        f"{out}: {built.pages:,} pages with {built.charts:,} charts, "
        f"{built.files:,} files, {built.bytes / 1e6:,.0f} MB",
        err=True,
    )


@app.command()
def check(
    data: Data = DATA,
    themes: Themes = None,
    jobs: Jobs = JOBS,
    rules: Rules = None,
    ledger: Ledger = None,
) -> None:
    """Say everything that is wrong or doubtful in a delivery; write nothing."""
    order = pipeline.Order(data, DIST, themes, jobs=jobs, rules=rules, ledger=ledger)
    doubts = pipeline.check(order)
    _tell(doubts)
    typer.echo(f"{data} can be built; {len(doubts)} things to look at.", err=True)


@app.command()
def audit(
    dist: Path,
    data: Annotated[Path | None, typer.Option(help="Its delivery: build it again twice.")] = None,
    themes: Themes = None,
    jobs: Jobs = JOBS,
    base_url: Annotated[str, typer.Option(help="Where it will stand.")] = pipeline.BASE_URL,
    rules: Rules = None,
    ledger: Ledger = None,
    certificates: Annotated[Path | None, typer.Option(help="Where to write the proof.")] = None,
    frames: Frames = pipeline.FRAMES,
    expires: Expires = None,
) -> None:
    """Look for leaks and dead links in a built site from its bytes alone.

    With --data also for interference.
    """
    certify = certificates is not None or data is not None
    with _progress() as say:
        seen = inspection.inspect(dist, jobs=jobs, say=say, certify=certify)
        found = list(seen.disclosures)
        if certificates is not None:
            inspection.certificates_beside(seen, certificates)
        if data is not None:
            order = pipeline.Order(
                data,
                dist,
                themes,
                jobs=jobs,
                base_url=base_url,
                rules=rules,
                ledger=ledger,
                frames=frames,
                expires=None if expires is None else expires.date(),
            )
            found += inspection.interference(dist, order, seen.certificates, say=say)
    for disclosure in found:
        typer.echo(f"- {disclosure}", err=True)
    _tell(seen.faults)
    typer.echo(f"{dist}: {len(seen.faults)} dead links.", err=True)
    typer.echo(f"{dist}: {len(found)} disclosures.", err=True)
    if found or seen.faults:
        raise typer.Exit(1)


@app.command()
def serve(out: Out = DIST, port: int = 8000) -> None:
    """Look at a built site, with the headers that a host would send."""
    published.serve(out, port)


@app.command()
def publish(
    dist: Path,
    target: Path,
    fictional: Invented = False,  # noqa: FBT002  a flag of a command line
    jobs: Jobs = JOBS,
    ledger: Ledger = None,
    compress: Compress = False,  # noqa: FBT002  a flag of a command line
    pdf: Papers = False,  # noqa: FBT002  a flag of a command line
) -> None:
    """Copy a built site that gives nothing away to a folder, in an order that never shows half."""
    with _progress() as say:
        count = inspection.publish(
            dist,
            target,
            fictional=fictional,
            ledger=ledger,
            jobs=jobs,
            say=say,
            compress=compress,
            pdf=pdf,
        )
    _tell(tuple(published.security_doubts(dist, today=datetime.now(UTC).date())))
    typer.echo(f"{target}: {count} files written.", err=True)


@app.command()
def bundle(
    code: str,
    dist: Annotated[Path, typer.Option("--dist", help="The built site.")] = DIST,
    out: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
) -> None:
    """Put everything of one gemeente in a zip, for where no site can be reached."""
    place = inspection.bundle(dist, code, out=out)
    typer.echo(f"{place}: {place.stat().st_size / 1e6:.1f} MB", err=True)


@app.command()
def demo(
    folder: Path,
    scale: Annotated[float, typer.Option(min=0.1, help="Times as many wijken.")] = 1.0,
    provincie: Annotated[
        list[str] | None,
        typer.Option(help="Only this provincie, such as PV29; more than one may be given."),
    ] = None,
) -> None:
    """Write the fictional delivery."""
    try:
        write_delivery(folder, scale=scale, provincies=provincie or ())
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        typer.echo(f"- {problem}", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show progress on standard error, and only to a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def say(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield say


def main() -> int:
    """Run a command; return 0 when it is done and 1 when the input has problems."""
    try:
        app()
    except BuildError as error:
        _tell(error.problems)
        typer.echo("Nothing was written; what stood there stands.", err=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
