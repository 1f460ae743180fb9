"""Structs of Thrift's compact protocol, written out by hand.

Source: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
"""

import pytest

from zicht.audit.thrift import GarbledError, Reader, Struct


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        ("00", {}),
        ("15 04 00", {1: 2}),
        ("15 03 00", {1: -2}),
        ("15 80 01 00", {1: 64}),
        ("11 12 00", {1: True, 2: False}),
        ("18 02 68 69 00", {1: b"hi"}),
        ("19 25 02 04 00", {1: (1, 2)}),
        ("1c 15 02 00 00", {1: Struct({1: 1})}),
        ("05 2a 02 00", {21: 1}),
        ("17 00 00 00 00 00 00 f0 3f 00", {1: 1.0}),
    ],
)
def test_a_struct_is_its_fields_by_number(content, fields):
    reader = Reader(bytes.fromhex(content))
    assert reader.struct() == Struct(fields)
    assert reader.at == len(bytes.fromhex(content))


@pytest.mark.parametrize(
    "content",
    ["", "15", "15 04", "18 05 68 69", "1b 00 00", "15 02 05 02 04 00"],
    ids=["nothing", "no value", "no end", "short text", "a map", "a field twice"],
)
def test_what_is_no_struct_is_refused(content):
    with pytest.raises(GarbledError):
        Reader(bytes.fromhex(content)).struct()


def test_a_field_of_another_kind_is_refused():
    struct = Struct({1: b"x", 2: 5, 3: (5,)})
    assert (struct.octets(1), struct.number(2)) == (b"x", 5)
    assert (struct.octets(9), struct.number(9), struct.structs(9)) == (None, 0, ())
    for read in (struct.number, struct.struct, struct.structs):
        with pytest.raises(GarbledError):
            read(1)
    with pytest.raises(GarbledError):
        struct.octets(2)
    with pytest.raises(GarbledError):
        struct.structs(3)
