import pytest

from zicht.publish import hashed, hashed_modules, imported

SCRIPTS = {
    "page.js": b'import { draw } from "./scatter.js";\nimport "./cells.js";\n',
    "scatter.js": b'import { dutch } from "./cells.js";\n',
    "cells.js": b"export const dutch = 1;\n",
}


def test_a_module_names_the_others_as_they_are_named():
    made = hashed_modules(SCRIPTS)
    assert made["cells.js"] == hashed("cells.js", SCRIPTS["cells.js"])
    name = made["cells.js"].path.removeprefix("assets/").encode()
    assert b'from "./' + name + b'"' in made["scatter.js"].content
    assert made["page.js"].content.count(name) == 1


def test_what_changes_below_changes_every_name_above():
    before, after = hashed_modules(SCRIPTS), hashed_modules(SCRIPTS | {"cells.js": b"2"})
    assert all(before[name].path != after[name].path for name in SCRIPTS)


def test_all_that_comes_with_a_module_is_known():
    assert sorted(imported("page.js", SCRIPTS)) == ["cells.js", "scatter.js"]
    assert list(imported("cells.js", SCRIPTS)) == []


@pytest.mark.parametrize("text", [b'import "./page.js";', b'import "./absent.js";'])
def test_a_circle_or_a_stranger_is_a_fault_of_ours(text):
    with pytest.raises(ValueError, match=r"imports"):
        hashed_modules(SCRIPTS | {"cells.js": text})
