"""What is wrong with an input, told so that the reader knows what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or that someone should look at.

    A problem that `blocks` stops the build; one that does not is a doubt, for the review list.
    """

    what: str
    where: str
    todo: str
    blocks: bool = True

    def __str__(self) -> str:
        """Return the three parts on three lines."""
        return f"{self.what}\n    where: {self.where}\n    to do: {self.todo}"


class BuildError(Exception):
    """The input cannot be used. Carries every problem found, never only the first."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; the message is all of them."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["BuildError"], tuple[Problem, ...]]:
        """Cross from a worker to its parent with the problems whole."""
        return type(self), self.problems
