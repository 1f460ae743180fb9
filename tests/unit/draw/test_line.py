import json

from zicht.draw import line
from zicht.model.chart import Line, Role
from zicht.model.figure import Cell, State


def rows(chart, part):
    return [row for row in json.loads(chart.datasets["rows"]) if row["part"] == part]


def one(*values, breaks=(), role=Role.HERE, name="Almere"):
    cells = tuple(
        value if isinstance(value, Cell) else Cell(State.SHOWN, float(value)) for value in values
    )
    return Line(name, role, tuple(range(2020, 2020 + len(values))), cells, breaks)


def chart(*lines):
    return line("k", title="t", description="d", lines=lines, unit="per inwoner", decimals=1)


def test_a_line_breaks_where_there_is_no_figure_and_at_a_break(svg):
    drawn = svg(chart(one(1, 2, Cell(State.WITHHELD), 3, 4, 5, 6, breaks=(2025,))))
    path = next(part for part in drawn.split("<path ") if part.startswith('d="M'))
    assert path.split('"')[1].count("M") == 3


def test_what_is_withheld_stands_on_the_axis_whatever_surrounds_it():
    states = [rows(chart(one(first, Cell(State.WITHHELD), 9)), "state") for first in (0.1, 5, 9000)]
    assert states == [[{"part": "state", "year": 2021, "label": "x"}]] * 3


def test_only_the_end_alone_and_provisional_figures_have_a_dot():
    dots = [
        row.get("dot")
        for row in rows(
            chart(
                one(
                    1,
                    2,
                    Cell(State.MISSING),
                    3,
                    Cell(State.MISSING),
                    4,
                    Cell(State.SHOWN, 5.0, provisional=True),
                )
            ),
            "point",
        )
    ]
    assert dots == [None, None, None, "full", None, None, "hollow"]


def test_labels_of_lines_that_meet_do_not_overlap():
    ends = rows(chart(*(one(1, 2, name=name) for name in ("Een", "Twee", "Drie"))), "end")
    places = sorted(row["at"] for row in ends)
    assert places == [places[0], places[0] + 14, places[0] + 28]


def test_an_end_without_a_figure_has_no_label():
    assert rows(chart(one(Cell(State.WITHHELD), Cell(State.PENDING))), "end") == []


def test_each_year_tells_all_lines():
    tips = [
        row["tip"] for row in rows(chart(one(1, 2), one(3, Cell(State.MISSING), name="B")), "year")
    ]
    assert tips == [
        "2020, per inwoner: Almere 1,0; B 3,0",
        "2021, per inwoner: Almere 2,0; B niet geleverd",
    ]


def test_years_on_the_axis_are_whole_and_stand_there_once(svg):
    drawn = svg(chart(one(1, 2, 3)))
    assert [drawn.count(f">{year}<") for year in (2020, 2021, 2022)] == [1, 1, 1]


def test_numbers_on_the_axis_are_dutch(svg):
    assert ">0,2<" in svg(chart(one(0.1, 0.9)))
    assert ">2.000<" in svg(chart(one(100, 3900)))
    assert ">1,5 mln<" in svg(chart(one(100, 1_900_000)))


def test_one_year_and_no_figure_at_all_are_drawn_too(svg):
    assert "<circle" in svg(chart(one(3)))
    assert ">x<" in svg(chart(one(Cell(State.WITHHELD), Cell(State.WITHHELD))))


def test_a_figure_below_nought_stays_on_the_paper(svg):
    drawn = svg(chart(one(-3, 2, 4)))
    path = next(part for part in drawn.split("<path ") if part.startswith('d="M')).split('"')[1]
    assert all(0 <= float(pair.split(",")[1]) <= 158 for pair in path[1:].split("L"))
