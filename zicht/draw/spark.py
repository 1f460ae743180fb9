"""Rows of the kind "spark": one series, small."""

from zicht.draw.line import points
from zicht.draw.words import Row, plain, rows_text, told
from zicht.model.chart import Chart, Line


def spark(key: str, *, title: str, description: str, line: Line, decimals: int) -> Chart:
    """Return one line as a tiny trend, from nought up, that ends in a dot."""
    cells = {str(year): cell for year, cell in zip(line.years, line.cells, strict=True)}
    rows: list[Row] = []
    for row in points(line):
        kept = {name: row.get(name) for name in ("part", "year", "value", "dot")}
        if kept["dot"]:
            said = told(cells[str(kept["year"])], unit="", decimals=decimals)
            kept["tip"] = f"{plain(line.name)}: {said} ({kept['year']})"
        rows.append(kept)
    return Chart(key, "spark", title, description, {"rows": rows_text(rows)})
