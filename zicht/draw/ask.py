"""From what a page asks to the rows of a chart."""

from zicht.draw.bar import bar
from zicht.draw.flow import flow
from zicht.draw.line import line
from zicht.draw.map import choropleth
from zicht.draw.spark import spark
from zicht.draw.strip import strip
from zicht.draw.tree import tree
from zicht.model.chart import Ask, Bars, Chart, Map, Nested, Routes, Spark, Strip, Trend


def chart_of(ask: Ask) -> Chart:
    """Return the chart that a page asks for. Errors: TypeError for a kind that nobody draws."""
    key, title, described = ask.key, ask.title, ask.description
    told, scale = {"title": title, "description": described}, ask.decimals
    match ask:
        case Trend():
            return line(key, **told, lines=ask.lines, unit=ask.unit, decimals=scale)
        case Spark():
            return spark(key, **told, line=ask.line, decimals=scale)
        case Bars():
            given = ask.reference
            return bar(key, **told, items=ask.items, unit=ask.unit, decimals=scale, reference=given)
        case Strip():
            return strip(key, **told, items=ask.items, unit=ask.unit, decimals=scale)
        case Nested():
            beside = ask.against
            return tree(
                key, **told, leaves=ask.leaves, unit=ask.unit, decimals=scale, against=beside
            )
        case Routes() | Map():
            return _on_map(ask)
    msg = f"nobody draws {type(ask).__name__}"
    raise TypeError(msg)


def _on_map(ask: Routes | Map) -> Chart:
    told = {"title": ask.title, "description": ask.description}
    if isinstance(ask, Routes):
        return flow(ask.key, **told, ask=ask)
    return choropleth(
        ask.key,
        **told,
        items=ask.items,
        shapes=ask.shapes,
        bounds=ask.bounds,
        unit=ask.unit,
        decimals=ask.decimals,
    )
