import json
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from zicht.draw import KINDS, Engine, bar, spark


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_rows_give_the_same_bytes_first_last_and_alone(kind, kinds, charts):
    variants = [next(c for c in charts(variant=v) if c.kind == kind) for v in (0, 1, 2)]
    with Engine(kinds) as fresh:
        alone = fresh.draw([variants[0]])[0].svg
    with Engine(kinds) as fresh:
        drawn = fresh.draw([*variants, *reversed(variants), *variants])
    assert {d.svg for d in drawn if d.chart == variants[0]} == {alone}
    assert len({d.svg for d in drawn}) == 3


def test_two_engines_draw_alike(kinds, engine, charts):
    both = [*charts(), *charts(variant=1)]
    with Engine(kinds) as other:
        assert other.draw(both) == engine.draw(both)


def test_the_order_of_drawing_leaves_no_trace(kinds, charts):
    """Each variant has its figures and rows in another order: a kept view must not remember."""
    chance = np.random.default_rng(20241101)
    many = []
    for number in range(30):
        for chart in charts(variant=number % 3):
            rows = json.loads(chart.datasets["rows"])
            mixed = [rows[place] for place in chance.permutation(len(rows))]
            for place, row in enumerate(mixed):
                if "row" in row:
                    row["row"] = place
                if row.get("value"):
                    row["value"] = float(chance.integers(0, 99))
            datasets = {**chart.datasets, "rows": json.dumps(mixed)}
            many.append(replace(chart, key=f"{chart.kind}{number}", datasets=datasets))
    with Engine(kinds) as one, Engine(kinds) as other:
        forth, back = one.draw(many), other.draw(many[::-1])[::-1]
    assert [d.svg for d in forth] == [d.svg for d in back]


def test_bars_stand_in_the_order_given_whatever_was_drawn_before(svg, figures):
    told = {"title": "t", "description": "d", "unit": "", "decimals": 0, "reference": None}
    for items in (figures(), figures()[::-1], figures(3)):
        drawn = svg(bar("k", **told, items=items))
        places = [drawn.index(f">{item.name}<") for item in items]
        heights = [float(y) for y in re.findall(r' y="([\d.]+)"[^>]*>Wijk', drawn)]
        assert places == sorted(places)
        assert heights == sorted(heights)


def test_the_interpreter_of_the_browser_draws_the_same(engine, charts):
    for chart in charts():
        sets = list(dict.fromkeys(chart.datasets.values()))
        job = [chart.kind, {name: sets.index(rows) for name, rows in chart.datasets.items()}]
        request = f'"sets":[{",".join(sets)}],"charts":[{json.dumps(job)}]'
        compiled = engine._draw(f"{{{request}}}")  # noqa: SLF001  # the same door, both ways
        assert engine._draw(f'{{{request},"interpreted":true}}') == compiled  # noqa: SLF001


def test_many_charts_come_back_in_order(engine, trends):
    many = [
        spark(f"s{place}", title=f"t{place}", description="", line=trends()[place % 3], decimals=1)
        for place in range(450)
    ]
    drawn = engine.draw(many)
    assert [d.chart.key for d in drawn] == [chart.key for chart in many]
    assert all(f'<title id="{d.chart.key}-t">' in d.svg for d in drawn)


def test_nothing_to_draw_is_no_fault(engine):
    assert engine.draw([]) == []


def test_a_worker_draws_without_altair():
    code = (
        "import sys, zicht.draw;"
        "sys.exit(any(m.split('.')[0] in {'altair', 'vl_convert', 'pandas'} for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
