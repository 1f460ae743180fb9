"""The code of a frame, made by the build and in the browser: one and the same."""

from tests.script.running import answer
from zicht.render.frame import frame_code

FRAMES = [
    ("https://a.example/embed/thema/drugs/", "Drugs"),
    ("https://a.example/b/embed/wijk/wk068700-centrum/#deel=x&kleur=licht", "Centrum (Middelburg)"),
    ("https://a.example/embed/", '\'t "Hart" <b> & meer é'),
]
BODY = """
import { frameCode } from "MODULES/take/frame.js";
const told = JSON.parse(Deno.readTextFileSync(TOLD));
const answer = told.map(([src, title]) => frameCode({ src, title }));
"""


def test_the_build_and_the_browser_make_the_same_code(tmp_path):
    assert answer(tmp_path, BODY, FRAMES) == [frame_code(src, title) for src, title in FRAMES]
