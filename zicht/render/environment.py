"""From a page and its drawings to the bytes of a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from zicht.model.address import (
    area_folder,
    embed_folder,
    indicator_folder,
    oembed_path,
    relative,
    slug,
    theme_folder,
)
from zicht.model.area import Area
from zicht.model.chart import Ask, Drawing
from zicht.model.dutch import SPOKEN, SYMBOLS, date_words, number
from zicht.model.figure import Cell
from zicht.model.page import OutputFile, Page
from zicht.model.theme import Delivery, Theme
from zicht.render.card import SITE_CARD
from zicht.render.dataset import alternates, dataset_json
from zicht.render.frame import frame_code, has_oembed


@dataclass(frozen=True, slots=True)
class Site:
    """What every page knows: the delivery, the themes, where the assets are.

    `searched` tells whether there are pages about zoekgebieden; `imports` has, by name of a
    script that is a module, the modules that come with it; `base_url` is where the site stands,
    ending in a slash.
    """

    delivery: Delivery
    themes: tuple[Theme, ...]
    assets: Mapping[str, str]
    levels: tuple[str, ...]
    searched: bool = False
    imports: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    base_url: str = ""

    @property
    def release(self) -> str:
        """Return the date of the release in Dutch: "1 november 2024"."""
        return date_words(self.delivery.release)


def make_environment(templates: Path, site: Site) -> Environment:
    """Return the templates, compiled on first use and strict about what they are told."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"figure": figure, "value": value, "nl": _number, "slug": slug}
    environment.globals |= {
        "site": site,
        "to": _to,
        "alternates": alternates,
        "site_card": SITE_CARD,
        "dataset_json": dataset_json,
        "page_of": _page_of,
        "theme_folder": theme_folder,
        "indicator_folder": indicator_folder,
        "frame_code": frame_code,
        "symbol_of": {state: (SYMBOLS[state], SPOKEN[state]) for state in SYMBOLS},
    }
    return environment


def figure(cell: Cell, decimals: int, sign: str = "") -> Markup:
    """Return a cell for a page: the number, or its symbol with words for a screen reader.

    `sign` follows a number at once, as in "12,5%".
    """
    if cell.value is None:
        return _EMPTY[cell.state]
    mark = '*<span class="sr"> (voorlopig)</span>' if cell.provisional else ""
    return Markup(number(cell.value, decimals=decimals) + sign + mark)  # noqa: S704  our own


_EMPTY = {
    state: Markup(
        '<span class="leeg" title="{}" aria-hidden="true">{}</span><span class="sr">{}</span>'
    ).format(SPOKEN[state], symbol, SPOKEN[state])
    for state, symbol in SYMBOLS.items()
}


def value(cell: Cell) -> Markup:
    """Return the attribute by which a column is sorted; nothing for a cell without a number."""
    if cell.value is None:
        return Markup("")
    return Markup(f' data-v="{cell.value:.10g}"')  # noqa: S704  digits


def _number(amount: float, decimals: int = 0) -> str:
    return number(amount, decimals=decimals)


@pass_context
def _to(context: Context, path: str) -> str:
    """Return the link from the page being rendered to a path of the site."""
    if context["root"]:
        return f"{context['root']}{path}"
    return relative(path, base=context["folder"])


@pass_context
def _page_of(context: Context, area: Area) -> str:
    return _to(context, area_folder(area))


def render_page(
    environment: Environment,
    page: Page,
    drawings: Mapping[str, Drawing],
    *,
    data: str = "",
    name: str = "index.html",
    root: str = "",
) -> OutputFile:
    """Return the file of a page, with its drawings in place.

    Shape:  `drawings` by key, one for each chart that the page asks for; `data` is the JSON of
            all of them, for a page that holds it.
    Errors: jinja2.UndefinedError when a template uses what it was not told: our bug.
    `root` replaces relative links where a page is served at any depth (404.html).
    """
    html = environment.get_template(page.template).render(
        page.told,
        title=page.title,
        folder=page.folder,
        root=root,
        chart=_placer(drawings, still=page.still),
        drawn=bool(page.charts),
        data=Markup(data.replace("<", "\\u003c")) if page.inside else "",  # noqa: S704  ends no script
        frame=embed_folder(page.folder) if page.framed else "",
        oembed=oembed_path(page.folder) if has_oembed(page) else "",
    )
    return OutputFile(f"{page.folder}{name}", html.encode())


_STILL = Markup('<figure class="fig" id="grafiek-{}">{}</figure>')
_FIGURE = Markup('<figure class="fig" id="grafiek-{}" data-chart="{}" data-kind="{}">{}</figure>')


def _placer(drawings: Mapping[str, Drawing], *, still: bool) -> Callable[[Ask], Markup]:
    def place(ask: Ask) -> Markup:
        drawing = drawings[ask.key]
        svg = Markup(drawing.svg)  # noqa: S704  drawn by our engine, text escaped there
        kind = drawing.chart.kind
        if kind == "spark":
            return svg
        if still:
            return _STILL.format(ask.key, svg)
        return _FIGURE.format(ask.key, ask.key, kind, svg)

    return place
