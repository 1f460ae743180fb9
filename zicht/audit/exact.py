"""JSON that says each thing once and in one way, so that nothing hides in how it is written."""

import json
from collections.abc import Iterator

from zicht.model.errors import BuildError, Problem

_TODO = "Build the site again; nothing may change its files afterwards."


def parsed(content: bytes, path: str) -> object:
    """Return what JSON says. Errors: BuildError for what is no JSON in UTF-8."""
    try:
        told: object = json.loads(content)
    except ValueError as error:
        raise BuildError(Problem("It is no JSON.", path, _TODO)) from error
    return told


def mapping(told: object, path: str) -> dict[str, object]:
    """Return an object of JSON. Errors: BuildError where it is something else."""
    if isinstance(told, dict):
        return told
    raise BuildError(Problem("It lacks what every such file has.", path, _TODO))


def is_exact(content: bytes, told: object, *, indent: int | None = None) -> bool:
    """Tell whether the text holds what it says and no more: no key twice, no other spelling.

    Line ends between the parts of a compact text are no matter.
    """
    if indent is None:
        return written(told) == content.replace(b"\n", b"")
    plain = json.dumps(told, ensure_ascii=False, indent=indent).encode()
    return plain == content.removesuffix(b"\n")


def written(told: object) -> bytes:
    """Return the one text that says this: JSON without spaces, letters as they are."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def differences(told: object, right: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield the places where what a file tells is not what may be told, and how it differs.

    Keys must be the same and stand in the same order: an order tells who has more.
    """
    if isinstance(right, dict) and isinstance(told, dict):
        if list(told) != list(right):
            yield place, "Its keys are not those that are known, or stand in another order."
        for key in right:
            if key in told:
                yield from differences(told[key], right[key], f"{place}/{key}")
    elif told == right:
        return
    elif isinstance(right, list) and isinstance(told, list) and len(right) == len(told):
        for number, (one, other) in enumerate(zip(told, right, strict=True)):
            yield from differences(one, other, f"{place}/{number}")
    else:
        yield place, "It is not what the others say."
