"""What hosts of static sites can hold: told before a site is swapped in that they would refuse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zicht.model.errors import Problem
from zicht.model.page import Entry, OutputFile

_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a host can hold; sizes in bytes, lengths in characters."""

    host: str
    files: int
    file_bytes: int
    header_rules: int
    header_line: int
    static_redirects: int
    dynamic_redirects: int
    redirect_line: int


CLOUDFLARE = Limits(
    host="Cloudflare Pages",
    files=20_000,
    file_bytes=25 * _MIB,
    header_rules=100,
    header_line=2_000,
    static_redirects=2_000,
    dynamic_redirects=100,
    redirect_line=1_000,
)
"""Its free plan, on 22 November 2026: developers.cloudflare.com/pages/platform/limits/."""


def doubtful_size(entries: Sequence[Entry], limits: Limits = CLOUDFLARE) -> Iterator[Problem]:
    """Yield what makes a host refuse the site: a doubt, for another host takes it."""
    if len(entries) > limits.files:
        yield Problem(
            f"The site has {len(entries):,} files; {limits.host} takes {limits.files:,}.",
            "the site",
            "Choose another host or plan, or leave a level out of the delivery.",
            blocks=False,
        )
    for entry in entries:
        if entry.bytes > limits.file_bytes:
            yield Problem(
                f"{entry.path} has {entry.bytes / _MIB:.1f} MiB; "
                f"{limits.host} takes {limits.file_bytes // _MIB} a file.",
                entry.path,
                "Choose another host, or divide the table.",
                blocks=False,
            )


def dropped_rules(files: Sequence[OutputFile], limits: Limits = CLOUDFLARE) -> Iterator[Problem]:
    """Yield the rules of `_headers` and `_redirects` that a host would drop without a word.

    They stop a build: pages would stand there without their protection, or addresses be dead.
    """
    told = {file.path: file.content.decode() for file in files}
    yield from _headers(told["_headers"].splitlines(), limits)
    yield from _redirects(told["_redirects"].splitlines(), limits)


def _headers(lines: Sequence[str], limits: Limits) -> Iterator[Problem]:
    count = sum(not line.startswith(" ") for line in lines)
    if count > limits.header_rules:
        yield Problem(
            f"There are {count} rules of headers; {limits.host} reads {limits.header_rules}.",
            "_headers",
            "Let one rule do for more addresses, in zicht/publish/headers.py.",
        )
    for number, line in enumerate(lines, 1):
        if len(line) > limits.header_line:
            yield Problem(
                f"A header has {len(line):,} characters; "
                f"{limits.host} drops one of more than {limits.header_line:,}.",
                f"_headers, line {number}, {line.strip().partition(':')[0]}",
                "Name fewer origins that may frame (--frames): *. before a name is all below it.",
            )


def _redirects(lines: Sequence[str], limits: Limits) -> Iterator[Problem]:
    dynamic = sum("*" in line or "/:" in line for line in lines)
    counts = (
        ("fixed", len(lines) - dynamic, limits.static_redirects),
        ("patterned", dynamic, limits.dynamic_redirects),
    )
    for kind, count, most in counts:
        if count > most:
            yield Problem(
                f"There are {count:,} {kind} redirects; {limits.host} reads {most:,}.",
                "_redirects",
                "Let a page stand at the old addresses that says where to go.",
            )
    for number, line in enumerate(lines, 1):
        if len(line) > limits.redirect_line:
            yield Problem(
                f"A redirect has {len(line):,} characters; "
                f"{limits.host} drops one of more than {limits.redirect_line:,}.",
                f"_redirects, line {number}",
                "Let a page stand at the old address that says where to go.",
            )
