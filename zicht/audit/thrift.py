"""Thrift's compact protocol, as far as Parquet uses it: structs as fields by their number."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
_WHOLE = (4, 5, 6)
_LONG = 15
"""A list of this many or more tells its length in a number of its own."""


class GarbledError(ValueError):
    """Bytes that are not what their place asks for."""


@dataclass(frozen=True, slots=True)
class Struct:
    """The fields of one struct, by number: a bool, int, float, bytes, tuple or Struct each."""

    fields: Mapping[int, object]

    def number(self, field: int) -> int:
        """Return a whole number, 0 where it is absent. Errors: GarbledError for another kind."""
        value = self.fields.get(field, 0)
        if not isinstance(value, int):
            raise _unlike(field)
        return value

    def octets(self, field: int) -> bytes | None:
        """Return bytes; None where they are absent. Errors: GarbledError for another kind."""
        value = self.fields.get(field)
        if not isinstance(value, bytes | None):
            raise _unlike(field)
        return value

    def struct(self, field: int) -> "Struct":
        """Return a struct, an empty one where it is absent. Errors: GarbledError for another."""
        value = self.fields.get(field, _EMPTY)
        if not isinstance(value, Struct):
            raise _unlike(field)
        return value

    def structs(self, field: int) -> tuple["Struct", ...]:
        """Return a list of structs; none where it is absent. Errors: GarbledError for another."""
        value = self.fields.get(field, ())
        if not isinstance(value, tuple):
            raise _unlike(field)
        found = tuple(one for one in value if isinstance(one, Struct))
        if len(found) < len(value):
            raise _unlike(field)
        return found


_EMPTY = Struct({})


def _unlike(field: int) -> GarbledError:
    return GarbledError(f"field {field} holds another kind of value")


class Reader:
    """Reads one struct after another from bytes; `at` is where the next one begins."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        """Begin at a place."""
        self._content, self.at = content, at

    def struct(self) -> Struct:
        """Return the struct that begins here and stand behind it.

        Errors: GarbledError, also for a field that is there twice: readers would see only one.
        """
        told = list(self._fields())
        fields = dict(told)
        if len(fields) < len(told):
            msg = "a field twice"
            raise GarbledError(msg)
        return Struct(fields)

    def varint(self) -> int:
        """Return the number of seven bits a byte that begins here, and stand behind it."""
        value = shift = 0
        while (byte := self._byte()) & 128:
            value |= (byte & 127) << shift
            shift += 7
        return value | byte << shift

    def take(self, size: int) -> bytes:
        """Return so many bytes from here, and stand behind them. Errors: GarbledError."""
        found = self._content[self.at : self.at + size]
        if len(found) < size:
            msg = "the bytes end too early"
            raise GarbledError(msg)
        self.at += size
        return found

    def _fields(self) -> Iterator[tuple[int, object]]:
        field = 0
        while head := self._byte():
            field = field + (head >> 4) if head >> 4 else self._signed()
            kind = head & 15
            yield field, kind == _TRUE if kind in {_TRUE, _FALSE} else self._value(kind)

    def _value(self, kind: int) -> object:
        if kind in {_TRUE, _FALSE, _BYTE}:
            return self._byte()
        if kind in _WHOLE:
            return self._signed()
        if kind == _DOUBLE:
            return struct.unpack("<d", self.take(8))[0]
        if kind == _BINARY:
            return self.take(self.varint())
        if kind in {_LIST, _SET}:
            return self._list()
        if kind == _STRUCT:
            return self.struct()
        msg = f"no such kind of value: {kind}"
        raise GarbledError(msg)

    def _list(self) -> tuple[object, ...]:
        head = self._byte()
        size = self.varint() if head >> 4 == _LONG else head >> 4
        return tuple(self._value(head & 15) for _ in range(size))

    def _signed(self) -> int:
        number = self.varint()
        return number >> 1 ^ -(number & 1)

    def _byte(self) -> int:
        return self.take(1)[0]
