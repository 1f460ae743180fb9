"""A zip holds its members and not a byte beside them."""

import io
import zipfile

import pytest

from zicht.audit.container import members_of
from zicht.model.archive import archive

MEMBERS = {"a.csv": b"x;y\r\n1;2\r\n", "map/b.json": b"{}", "leeg": b"", "é.txt": b"7" * 5000}
ZIP = archive(MEMBERS)


def written(**told):
    """Return a zip of one member that tells more of itself than its name."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as file:
        one = zipfile.ZipInfo("a.csv", told.pop("moment", (1980, 1, 1, 0, 0, 0)))
        one.compress_type = zipfile.ZIP_DEFLATED
        one.create_system, one.external_attr = 3, 0o644 << 16
        for name, value in told.items():
            setattr(one, name, value)
        file.writestr(one, b"1;2")
    return sink.getvalue()


def test_the_members_are_those_that_were_put_in():
    assert members_of(ZIP) == MEMBERS
    assert list(members_of(ZIP)) == list(MEMBERS)
    assert members_of(written()) == {"a.csv": b"1;2"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"7777",
        ZIP + b"7777",
        b"7777" + ZIP,
        ZIP[:-2] + b"\4\0" + b"7777",
        ZIP.replace(b"a.csv", b"a.cs7", 1),
        written(moment=(2026, 7, 7, 7, 7, 0)),
        written(comment=b"7777"),
        written(extra=b"\x77\x77\x02\x00\x07\x07"),
        written(external_attr=0o600 << 16),
        written(compress_type=zipfile.ZIP_STORED),
        written(create_system=0),
    ],
)
def test_a_byte_that_belongs_to_no_member(content):
    with pytest.raises(ValueError, match=r"^$"):
        members_of(content)


def test_a_byte_changed_in_a_member():
    at = ZIP.index("é.txt".encode()) + 8
    spoiled = ZIP[:at] + bytes([ZIP[at] ^ 7]) + ZIP[at + 1 :]
    with pytest.raises(ValueError, match=r"^$"):
        members_of(spoiled)
