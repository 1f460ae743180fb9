"""From what a page asks to the rows of a chart."""

from zicht.draw.ages import ages
from zicht.draw.bar import bar
from zicht.draw.composition import composition
from zicht.draw.dots import dots
from zicht.draw.flow import flow
from zicht.draw.line import line
from zicht.draw.map import choropleth
from zicht.draw.profile import profile
from zicht.draw.spark import spark
from zicht.draw.strip import strip
from zicht.draw.tree import tree
from zicht.model.chart import (
    Ages,
    Ask,
    Bars,
    Chart,
    Composition,
    Dots,
    Map,
    Nested,
    Profile,
    Routes,
    Spark,
    Strip,
    Trend,
)


def chart_of(ask: Ask) -> Chart:
    """Return the chart that a page asks for. Errors: TypeError for a kind that nobody draws."""
    key, told = ask.key, {"title": ask.title, "description": ask.description}
    unit, scale = ask.unit, ask.decimals
    match ask:
        case Trend():
            made = line(key, **told, lines=ask.lines, unit=unit, decimals=scale)
        case Spark():
            made = spark(key, **told, line=ask.line, decimals=scale)
        case Bars(items=items, reference=given):
            made = bar(key, **told, items=items, unit=unit, decimals=scale, reference=given)
        case Strip():
            made = strip(key, **told, items=ask.items, unit=unit, decimals=scale)
        case Nested(leaves=leaves, against=against):
            made = tree(key, **told, leaves=leaves, unit=unit, decimals=scale, against=against)
        case Dots(items=items, reference=around):
            made = dots(key, **told, items=items, unit=unit, decimals=scale, reference=around)
        case Routes():
            made = flow(key, **told, ask=ask)
        case Map(items=items, shapes=shapes, bounds=bounds):
            made = choropleth(
                key, **told, items=items, shapes=shapes, bounds=bounds, unit=unit, decimals=scale
            )
        case Profile() | Composition() | Ages():
            made = _divided(ask)
        case _:
            msg = f"nobody draws {type(ask).__name__}"
            raise TypeError(msg)
    return made


def _divided(ask: Profile | Composition | Ages) -> Chart:
    """Return a chart of the categories of a breakdown."""
    fit = {"title": ask.title, "description": ask.description, "unit": ask.unit}
    match ask:
        case Profile():
            names = {"group": ask.group, "everyone": ask.everyone}
            return profile(ask.key, **fit, **names, pairs=ask.pairs, decimals=ask.decimals)
        case Composition():
            return composition(
                ask.key,
                **fit,
                years=ask.years,
                shares=ask.shares,
                tints=ask.tints,
                decimals=ask.decimals,
            )
        case Ages():
            return ages(
                ask.key,
                **fit,
                years=ask.years,
                shares=ask.shares,
                bounds=ask.bounds,
                decimals=ask.decimals,
            )
