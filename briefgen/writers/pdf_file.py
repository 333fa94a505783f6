"""The file of a PDF: its objects packed, and the list of where each of them stands.

pydyf packs as tightly as can be, which takes twice as long for a hundredth of the room, and
puts all small objects into one heap that a reader has to unpack before the first page.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import md5
from typing import cast

import pydyf

HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
LEVEL = 7
IN_HEAP = 1000
"""How many objects are packed together."""
FREE = bytes((0, 0, 0, 0, 0, 0xFF, 0xFF))
PLACE_SIZES = (1, 4, 2)
"""The bytes of each entry in the list of places: its kind, where, and which in the heap."""


class Packed:
    """An object as it is written; what it was made from is let go."""

    __slots__ = ("compressible", "number", "packed")

    def __init__(self, item: pydyf.Object) -> None:
        self.number: int = item.number
        self.compressible: bool = item.compressible
        self.packed = stream_data(item) if isinstance(item, pydyf.Stream) else in_bytes(item)

    @property
    def data(self) -> bytes:
        """As pydyf calls it."""
        return self.packed


@dataclass
class File:
    """A file as far as it is written."""

    parts: list[bytes] = field(default_factory=lambda: [HEAD])
    length: int = len(HEAD)
    places: dict[int, bytes] = field(default_factory=dict)
    """Where the objects stand, by their numbers."""

    def add(self, number: int, data: bytes) -> None:
        """Writes an object that stands by itself."""
        self.places[number] = place(1, self.length, 0)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, data)
        self.parts.append(part)
        self.length += len(part)

    def add_heap(self, number: int, objects: list[Packed]) -> None:
        """Writes small objects as one stream."""
        datas = [item.data for item in objects]
        starts, start = [], 0
        for index, (item, data) in enumerate(zip(objects, datas, strict=True)):
            starts.append(b"%d %d" % (item.number, start))
            start += len(data) + 1
            self.places[item.number] = place(2, number, index)
        head = b" ".join(starts)
        extra = {"Type": "/ObjStm", "N": len(objects), "First": len(head) + 1}
        self.add(number, packed(b"\n".join((head, *datas)), extra))


def file_of(pdf: pydyf.PDF) -> bytes:
    """The bytes of a PDF whose objects are all there."""
    pdf.add_object(pdf.info)
    file = File()
    for item in pdf.objects[1:]:
        if not item.compressible:
            file.add(item.number, item.data)
    small = [item for item in pdf.objects[1:] if item.compressible]
    number = len(pdf.objects)
    for start in range(0, len(small), IN_HEAP):
        file.add_heap(number, small[start : start + IN_HEAP])
        number += 1
    return ended(file, number, pdf)


def ended(file: File, number: int, pdf: pydyf.PDF) -> bytes:
    """The file with the list of places."""
    start = file.length
    file.places[number] = place(1, start, 0)
    identity = md5(b"".join(file.parts), usedforsecurity=False).hexdigest()
    extra = {
        "Type": "/XRef",
        "W": pydyf.Array(PLACE_SIZES),
        "Size": number + 1,
        "Root": pdf.catalog.reference,
        "Info": pdf.info.reference,
        "ID": pydyf.Array([pydyf.String(identity), pydyf.String(identity)]),
    }
    places = b"".join([FREE, *(file.places[each] for each in range(1, number + 1))])
    file.add(number, packed(places, extra))
    file.parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(file.parts)


def place(kind: int, where: int, index: int) -> bytes:
    return b"".join(
        value.to_bytes(size, "big")
        for value, size in zip((kind, where, index), PLACE_SIZES, strict=True)
    )


def stream_data(stream: pydyf.Stream) -> bytes:
    """A stream as it stands in the file."""
    items = [item if isinstance(item, bytes) else in_bytes(item) for item in stream.stream]
    content = b"\n".join(items)
    return packed(content, stream.extra) if stream.compress else bare(content, stream.extra)


def in_bytes(item: object) -> bytes:
    """Anything as it stands in a file; pydyf's own takes twice as long for so many of them."""
    kind = type(item)
    if kind is bytes:
        return cast("bytes", item)
    if kind is str or kind is int:
        return str(item).encode("ascii")
    if kind is pydyf.Dictionary:
        return dictionary_in_bytes(cast("Mapping[str, object]", item))
    if kind is pydyf.Array:
        return b"[%b]" % b" ".join([in_bytes(each) for each in cast("list[object]", item)])
    return bytes(pydyf.Array([item]).data[1:-1])


def dictionary_in_bytes(dictionary: Mapping[str, object]) -> bytes:
    pairs = [
        b"/%b %b" % (key.encode(), value if isinstance(value, bytes) else in_bytes(value))
        for key, value in dictionary.items()
    ]
    return b"<<%b>>" % b"".join(pairs)


def packed(content: bytes, extra: Mapping[str, object]) -> bytes:
    return bare(zlib.compress(content, LEVEL), {**extra, "Filter": "/FlateDecode"})


def bare(content: bytes, extra: Mapping[str, object]) -> bytes:
    """A stream that can't be taken for shorter than it is.

    One byte of new line ends it; after a carriage return that looks like two.
    """
    head = pydyf.Dictionary({**extra, "Length": len(content)}).data
    end = b"\r\nendstream" if content.endswith(b"\r") else b"\nendstream"
    return b"".join((head, b"\nstream\n", content, end))
