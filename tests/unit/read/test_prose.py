def test_the_prose_of_a_theme_stands_beside_it(tiny):
    (theme,) = tiny.read().themes
    assert theme.prose.path == "methode/drugs.md"
    assert theme.prose.origin.endswith("themes/drugs.md")
    assert theme.prose.content == "Over drugs weten wij niet alles.\n"
    assert (theme.prose.title, theme.prose.order) == ("Drugs", 1)


def test_a_theme_without_prose_is_doubted_and_has_an_empty_text(tiny):
    tiny.remove("themes/drugs.md")
    reading = tiny.read()
    (doubt,) = reading.doubts
    assert "has no prose" in doubt.what
    assert doubt.where.endswith("themes/drugs.md")
    assert reading.themes[0].prose.content == ""


def test_prose_of_no_theme_is_doubted(tiny):
    tiny.write("themes/zorg.md", "Over zorg.")
    (doubt,) = tiny.read().doubts
    assert "zorg.md is the prose of no theme" in doubt.what


def test_prose_has_no_title_of_its_own(tiny):
    tiny.write("themes/drugs.md", "Tekst\n\n# Drugs\n\n## Meer\n")
    (problem,) = tiny.problems()
    assert problem.blocks
    assert problem.where.endswith("themes/drugs.md, line 3")


def test_prose_that_is_not_utf8_is_refused(tiny):
    (tiny.root / "themes/drugs.md").write_bytes(b"caf\xe9")
    (problem,) = tiny.problems()
    assert problem.blocks
    assert "not UTF-8 (byte 3)" in problem.what
