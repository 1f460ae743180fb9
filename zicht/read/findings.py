"""How this stage tells of problems: a reader yields them as it goes and returns its value."""

from collections.abc import Generator, Iterator, Sequence
from typing import TypeAlias, TypeVar

from zicht.model.errors import Problem

T = TypeVar("T")

Finding: TypeAlias = Generator[Problem, None, T]
"""A reader at work. Inside another one: `value = yield from finding`."""


def hear(finding: Finding[T]) -> tuple[T, tuple[Problem, ...]]:
    """Return what a reader read, and every problem that it met, in order."""
    problems: list[Problem] = []
    while True:
        try:
            problems.append(next(finding))
        except StopIteration as end:
            value: T = end.value
            return value, tuple(problems)


MOST = 10
"""So many faults of one kind in one file are told one by one; of the rest, only how many."""


def cut_short(problems: Sequence[Problem], count: int) -> Iterator[Problem]:
    """Yield the problems, and one more for those of `count` that were not told one by one."""
    yield from problems
    if count > len(problems) > 0:
        last = problems[-1]
        yield Problem(
            what=f"And {count - len(problems)} more like this: {last.what}",
            where=last.where,
            todo=last.todo,
            blocks=last.blocks,
        )
