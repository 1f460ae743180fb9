import pytest

from zicht.publish.style import PARTS, styled

EACH = {f"{part}.css": f"/* {part} */\n\n.{part} {{\n  top: 0;\n}}\n".encode() for part in PARTS}


def test_parts_are_one_sheet_in_their_order_without_what_only_we_read():
    told = styled(EACH).decode()
    assert told.startswith(".tokens {\ntop: 0;\n}\n.base {\ntop: 0;\n}\n")
    assert [line[1:-2] for line in told.splitlines() if line.endswith("{")] == list(PARTS)


@pytest.mark.parametrize("name", ["print.css", "strange.css"])
def test_every_part_has_a_place_and_every_place_a_part(name):
    parts = {key: EACH[key] for key in EACH if key != name}
    with pytest.raises(ValueError, match=name):
        styled(parts if name in EACH else parts | {name: b""})
