import pytest

from zicht.publish import bare, hashed, hashed_modules, imported

SCRIPTS = {
    "page.js": b'import{draw}from"./draw/scatter.js";import"./cells.js";import("./later.js");',
    "draw/scatter.js": b'import { dutch } from "../cells.js";',
    "cells.js": b"export const dutch = 1;",
    "later.js": b"",
}


def test_a_module_names_the_others_as_they_are_named():
    made = hashed_modules(SCRIPTS)
    assert made["cells.js"] == hashed("cells.js", SCRIPTS["cells.js"])
    name = made["cells.js"].path.removeprefix("assets/").encode()
    assert b'from "./' + name + b'"' in made["draw/scatter.js"].content
    assert made["page.js"].content.count(name) == 1
    assert made["draw/scatter.js"].path.startswith("assets/draw-scatter.")


def test_what_changes_below_changes_every_name_above():
    before, after = hashed_modules(SCRIPTS), hashed_modules(SCRIPTS | {"cells.js": b"2"})
    changed = {path for path in SCRIPTS if before[path].path != after[path].path}
    assert changed == {"page.js", "draw/scatter.js", "cells.js"}


def test_all_that_comes_with_a_module_is_known():
    assert sorted(imported("page.js", SCRIPTS)) == ["cells.js", "draw/scatter.js"]
    assert list(imported("cells.js", SCRIPTS)) == []


@pytest.mark.parametrize("text", [b'import "./page.js";', b'import "./absent.js";'])
def test_a_circle_or_a_stranger_is_a_fault_of_ours(text):
    with pytest.raises(ValueError, match=r"imports"):
        hashed_modules(SCRIPTS | {"cells.js": text})


def test_a_script_loses_its_comments_and_nothing_else():
    script = b"""/**
 * Says.
 */
const a = `x  /* y */ ${b ? `-  ` : ""}`; // end

  // why
  const url = "https://a";
"""
    told = b'const a = `x  /* y */ ${b ? `-  ` : ""}`; // end\nconst url = "https://a";\n'
    assert bare(script) == told
