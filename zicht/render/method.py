"""How each indicator of a theme is made, for its page of method."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.model.address import indicator_folder
from zicht.model.atlas import Atlas
from zicht.model.theme import Flow, Indicator, Theme
from zicht.render.particulars import Particulars, flow_rules, particulars_of
from zicht.render.related import related_of


@dataclass(frozen=True, slots=True)
class Method:
    """How one indicator or flow is made; `particulars` is absent for a flow.

    `folder` is that of its page; `related` has titles and addresses.
    """

    one: Indicator | Flow
    folder: str
    particulars: Particulars | None
    rules: tuple[str, ...]
    related: tuple[tuple[str, str], ...]


def methods_of(atlas: Atlas, theme: Theme) -> Iterator[Method]:
    """Yield the method of every indicator of a theme, in its order, and then of its flows."""
    for indicator in theme.indicators:
        told = particulars_of(atlas, atlas.figures[indicator.key])
        yield _method(atlas, indicator, told, told.rules)
    for flow in theme.flows:
        yield _method(atlas, flow, None, tuple(flow_rules(flow)))


def _method(
    atlas: Atlas, one: Indicator | Flow, told: Particulars | None, rules: tuple[str, ...]
) -> Method:
    related = tuple((other.title, folder) for other, folder in related_of(atlas, one))
    return Method(one, indicator_folder(one.theme, one.key), told, rules, related)


def method_folder(theme: str) -> str:
    """Return the folder of a theme's page of method: "uitleg/methode/drugs/"."""
    return f"uitleg/methode/{theme}/"


def method_place(one: Indicator | Flow) -> str:
    """Return where an indicator or a flow stands on the page of method of its theme."""
    return f"{method_folder(one.theme)}#onderwerp-{one.key}"
