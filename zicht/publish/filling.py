"""Words of the delivery, filled in where a text asks for them."""

import traceback
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from zicht.model.errors import BuildError, Problem
from zicht.model.prose import Text

Vocabulary = Mapping[str, object]
"""What texts may ask for: words, lists of words, and words by key."""

_ORIGIN = "<template>"
_LOOP = "loop"
_TODO = "Correct the text, or add what it asks for to a theme."


class _Told(dict[str, object]):
    """Words by key, asked for as `titel("hennepkwekerijen")` or as `levering.uitgave`.

    A text that must do with any themes says what it calls a thing where no theme has it:
    `link("hennepkwekerijen", anders="hennepkwekerijen")`.
    """

    def __call__(self, key: str, *, anders: str | None = None) -> object:
        """Return what a key stands for, else the other words.

        Errors: UndefinedError for a key that is none, without other words.
        """
        if key not in self and anders is None:
            raise UndefinedError(_unknown(key))
        return self.get(key, anders)


def fill(texts: Sequence[Text], vocabulary: Vocabulary) -> list[str]:
    """Return each text with the words of the vocabulary in place.

    Shape:  as many, in the same order.
    Errors: BuildError with every word and key that the vocabulary lacks, and every fault in the
            language of the texts (Jinja2's), by file and line.
    """
    environment = _environment(vocabulary)
    filled, problems = [], []
    for text in texts:
        found = [_problem(text, line, what) for line, what in _faults(text.content, environment)]
        problems += found
        if not found:
            try:
                filled.append(environment.from_string(text.content).render())
            except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
                problems.append(_problem(text, _line(error), str(error)))
    if problems:
        raise BuildError(*problems)
    return filled


def _environment(vocabulary: Vocabulary) -> Environment:
    """Return a closed environment: the vocabulary and nothing else."""
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals = {name: _callable(told) for name, told in vocabulary.items()}
    return environment


def _callable(told: object) -> object:
    return _Told(told) if isinstance(told, Mapping) else told


def _faults(content: str, environment: Environment) -> Iterator[tuple[int, str]]:
    """Yield what can be told without filling: line and fault, all of a text at once."""
    try:
        tree = environment.parse(content)
    except TemplateSyntaxError as error:
        yield error.lineno, str(error.message)
        return
    names = list(tree.find_all(nodes.Name))
    own = {name.name for name in names if name.ctx != "load"} | {_LOOP}
    found = [
        (name.lineno, f'"{name.name}" is no word that a text can use')
        for name in names
        if name.name not in own and name.name not in environment.globals
    ]
    for call in tree.find_all(nodes.Call):
        told = environment.globals.get(getattr(call.node, "name", ""))
        keys = [key.value for key in call.args[:1] if isinstance(key, nodes.Const)]
        if isinstance(told, _Told) and not call.kwargs:
            found += [(call.lineno, _unknown(key)) for key in keys if key not in told]
    yield from sorted(found)


def _unknown(key: object) -> str:
    return f'"{key}" is no key of a theme'


def _line(error: BaseException) -> int:
    """Return the line of a text in which filling failed; its first when nothing tells."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno or 1 for frame in frames if frame.filename == _ORIGIN]
    return lines[-1] if lines else 1


def _problem(text: Text, line: int, what: str) -> Problem:
    return Problem(f"{what.rstrip('.')}.", f"{text.origin}, line {line}", _TODO)
