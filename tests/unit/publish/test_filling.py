import pytest

from zicht.model.errors import BuildError
from zicht.model.prose import Text
from zicht.publish.filling import fill

WORDS = {
    "titel": {"hennep": "Hennep", "woning": "Woning"},
    "levering": {"uitgave": "1 november 2024", "verzonnen": True},
    "themas": [{"naam": "Drugs", "sleutels": ["hennep"]}],
}


def filled(content):
    return fill([Text("a.md", "a.md", content)], WORDS)[0]


def refused(*contents):
    texts = [Text(f"{n}.md", f"site/{n}.md", content) for n, content in enumerate(contents)]
    with pytest.raises(BuildError) as error:
        fill(texts, WORDS)
    return [(problem.where, problem.what) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{{ titel("hennep") }}\n', "Hennep\n"),
        ("Van {{ levering.uitgave }}.", "Van 1 november 2024."),
        ("{% if levering.verzonnen %}\nVerzonnen\n{% endif %}\n", "Verzonnen\n"),
        ("{% for t in themas %}\n- {{ t.naam }}\n{% endfor %}\n", "- Drugs\n"),
        ("{% for t in themas %}{% for k in t.sleutels %}{{ titel(k) }}{% endfor %}{% endfor %}",
         "Hennep"),
        ('{{ titel("weg", anders="elders") }}', "elders"),
        ('{{ titel("hennep", anders="elders") }}', "Hennep"),
        ('{% raw %}{{ titel("weg") }}{% endraw %}', '{{ titel("weg") }}'),
        ("{% set naam = 'x' %}{{ naam }}{{ loop is defined }}", "xFalse"),
    ],
)  # fmt: skip
def test_words_stand_where_they_are_asked_for(content, told):
    assert filled(content) == told


def test_every_unknown_key_and_word_of_every_text_is_told_at_once():
    found = refused(
        'x\n{{ titel("weg") }} {{ omschrijving }}\n\n{{ titel("foort") }}',
        '{{ titel("hennep") }}',
        '\n\n{{ titel("verder") }}',
    )
    assert found == [
        ("site/0.md, line 2", '"omschrijving" is no word that a text can use.'),
        ("site/0.md, line 2", '"weg" is no key of a theme.'),
        ("site/0.md, line 4", '"foort" is no key of a theme.'),
        ("site/2.md, line 3", '"verder" is no key of a theme.'),
    ]


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("a\n{% for t in themas %}\n", 2, "Unexpected end of template"),
        ("a\n\n{{ titel( }}", 3, "unexpected"),
        ("a\n{{ levering.weg }}", 2, "weg"),
        ("\n{% for t in themas %}\n{{ titel(t.naam) }}\n{% endfor %}", 3, '"Drugs" is no key'),
        ("{{ 1 + titel('hennep') }}", 1, "unsupported operand"),
        ("\n{{ titel.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ 1 // 0 }}", 2, "zero"),
        ("{% include 'x' %}", 1, "no loader"),
    ],
)
def test_a_fault_in_a_text_is_told_with_its_line(content, line, said):
    ((where, what),) = refused(content)
    assert where == f"site/0.md, line {line}"
    assert said in what
