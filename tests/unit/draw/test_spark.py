import json

from zicht.draw import spark


def test_a_spark_is_tiny(svg, trends):
    chart = spark("vonk-12", title="Trend van Almere", description="", line=trends()[2], decimals=1)
    assert len(svg(chart)) < 500


def test_a_spark_ends_in_a_dot_that_tells(trends):
    chart = spark("k", title="t", description="", line=trends()[2], decimals=1)
    dots = [row["tip"] for row in json.loads(chart.datasets["rows"]) if "dot" in row]
    assert dots[-1] == "Almere: 5,4 (voorlopig) (2024)"
