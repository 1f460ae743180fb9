"""The pages of a gemeente: one with all themes, one for each theme in full."""

from zicht.model.address import area_folder
from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask
from zicht.model.page import Page
from zicht.model.theme import Theme
from zicht.render import view
from zicht.render.alike import alike, together
from zicht.render.asks import map_below
from zicht.render.facts import facts_of
from zicht.render.flows import flow_sections
from zicht.render.headlines import headlines
from zicht.render.meeting import meetings_of
from zicht.render.notes import sentence, silence
from zicht.render.regions import regions_table
from zicht.render.rows import rows_by_theme
from zicht.render.section import section_of
from zicht.render.surroundings import surroundings


def gemeente_page(atlas: Atlas, code: str) -> Page:
    """Return the page that answers "where do we stand": all themes of one gemeente."""
    area = atlas.division[code]
    folder, wijken = area_folder(area), atlas.division.children(code)
    themes = rows_by_theme(atlas, code)
    around = surroundings(atlas, code, base=folder)
    neighbours = tuple(atlas.division[other] for other in atlas.neighbours.get(code, ()))
    meetings = meetings_of(atlas, code, base=folder)
    peers = atlas.peers.get(code)
    told = {
        "area": area,
        "parents": atlas.division.parents(code),
        "facts": facts_of(atlas, code),
        "peers": peers,
        "notable": [(note, sentence(note)) for note in atlas.notable.get(code, ())],
        "silence": silence(atlas, code),
        "themes": themes,
        "national": {theme.key: view.only_national(atlas, theme) for theme, _ in themes},
        "wijken": regions_table(atlas, wijken, headlines(atlas, Level.WIJK), base=folder),
        "neighbours": regions_table(
            atlas,
            (area, *neighbours) if neighbours else (),
            headlines(atlas, Level.GEMEENTE),
            base=folder,
        ),
        "surroundings": around,
        "alike": alike(atlas, code, base=folder),
        "together": {
            "buren": together(atlas, code, atlas.neighbours.get(code, ())),
            "gelijken": together(atlas, code, peers.codes if peers else ()),
        },
        "breaks": atlas.breaks.get(code, {}),
        "meetings": meetings,
    }
    sparks: list[Ask] = [row.spark for _, rows in themes for row in rows]
    sparks += [each.map for each in meetings if each.map is not None]
    sparks += [each.chart for each in around if each.chart is not None]
    mapped = map_below(atlas, wijken, Level.WIJK, base=folder)
    if mapped is not None:
        told |= dict(zip(("map", "mapped", "map_year"), mapped, strict=True))
        sparks.append(mapped[0])
    return Page(folder, "gemeente.html", area.name, told, tuple(sparks), framed=True)


def gemeente_theme_page(atlas: Atlas, code: str, theme: Theme) -> Page | None:
    """Return the page of one gemeente and one theme, in full; None where nothing was delivered."""
    area = atlas.division[code]
    folder = f"{area_folder(area)}{theme.key}/"
    sections = tuple(
        section
        for indicator in theme.indicators
        if (section := section_of(atlas, atlas.figures[indicator.key], code, base=folder))
    )
    streams = flow_sections(atlas, code, theme, base=folder)
    if not sections and not streams:
        return None
    told = {
        "area": area,
        "parents": atlas.division.parents(code),
        "theme": theme,
        "others": [each for each in atlas.themes if each != theme and view.has_pages(atlas, each)],
        "peers": atlas.peers.get(code),
        "sections": sections,
        "national": view.only_national(atlas, theme),
        "flows": streams,
        "breaks": atlas.breaks.get(code, {}),
    }
    charts = tuple(chart for section in sections for chart in section.charts)
    charts += tuple(chart for section in streams for chart in section.charts)
    title = f"{theme.title} in {area.name}"
    return Page(folder, "gemeente_thema.html", title, told, charts, framed=True)
