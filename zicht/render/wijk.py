"""The page of a wijk: set against its gemeente, with its buurten."""

from zicht.model.address import area_folder
from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask
from zicht.model.figure import Figures, State
from zicht.model.page import Page
from zicht.render import view
from zicht.render.asks import map_below
from zicht.render.facts import facts_of
from zicht.render.meeting import meetings_in
from zicht.render.regions import regions_table
from zicht.render.rows import rows_by_theme


def wijk_page(atlas: Atlas, code: str) -> Page:
    """Return the page of one wijk: all themes, its buurten, the wijken beside it."""
    area = atlas.division[code]
    folder, buurten = area_folder(area), atlas.division.children(code)
    themes = rows_by_theme(atlas, code)
    gemeente = atlas.division[view.gemeente_of(atlas, code)]
    siblings = atlas.division.children(area.parent or "")
    at = siblings.index(area)
    told = {
        "area": area,
        "parents": atlas.division.parents(code),
        "gemeente": gemeente,
        "facts": facts_of(atlas, code),
        "themes": themes,
        "full": [theme for theme, _ in themes if view.has_pages(atlas, theme)],
        "withheld": sum(r.here.state is State.WITHHELD for _, rows in themes for r in rows),
        "buurten": regions_table(atlas, buurten, _placed(atlas), base=folder),
        "before": siblings[at - 1] if at else None,
        "after": siblings[at + 1] if at + 1 < len(siblings) else None,
        "meetings": meetings_in(atlas, code, base=folder),
        "breaks": atlas.breaks.get(gemeente.code, {}),
    }
    charts: list[Ask] = [row.spark for _, rows in themes for row in rows]
    mapped = map_below(atlas, buurten, Level.BUURT, base=folder)
    if mapped is not None:
        told |= dict(zip(("map", "mapped", "map_year"), mapped, strict=True))
        charts.append(mapped[0])
    title = f"{area.name} ({gemeente.name})"
    pictures = tuple(charts)
    return Page(folder, "wijk.html", title, told, pictures, framed=True, inside=True)


def _placed(atlas: Atlas) -> tuple[Figures, ...]:
    """Return the figures by which buurten can be set beside each other."""
    return tuple(each for each in atlas.figures.values() if each.indicator.placed)
