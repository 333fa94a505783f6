"""What a picture that stands in a page must be: a whole PNG of a bounded size.

It is gone through before any writer sees it, and without Pillow: whether that takes broken pictures
depends on what else a process has loaded.
"""

import base64
import binascii
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.register.limits import MEBIBYTE

PREFIX = "data:image/png;base64,"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 8 * MEBIBYTE
MOST_PIXELS = 25_000_000
"""More than a sheet of A4 has at 500 dots an inch."""
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Values a pixel, by the kind of colour: grey, RGB, of a palette, grey or RGB with transparency."""
WHOLE = ((0, 0, 1, 1),)
INTERLACED = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
"""Of each pass, the first column and row that it holds, and how far apart these are."""
PIECE = MEBIBYTE


@dataclass(frozen=True)
class Head:
    """What a PNG says of itself."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: int

    @property
    def size(self) -> int:
        """The bytes of all its lines, each after the byte that tells its filter."""
        passes = INTERLACED if self.interlaced else WHOLE
        bits = self.depth * CHANNELS[self.colour]
        sizes = (
            (-(-(self.width - left) // across), -(-(self.height - top) // down))
            for left, top, across, down in passes
        )
        return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0)


def unfit(address: str) -> str:
    """Why a `data:` address is no picture for a page; empty when it is one."""
    try:
        data = base64.b64decode(address.removeprefix(PREFIX), validate=True)
        if len(data) > MOST_BYTES:
            return f"the picture's data is larger than {MOST_BYTES // 1024 // 1024} MiB"
        head = head_of(data)
        if head.width * head.height > MOST_PIXELS:
            size = f"{head.width:,} × {head.height:,} pixels"
            return f"the picture has {size}; {MOST_PIXELS:,} are the most"
        check_lines(head, data)
    except (binascii.Error, struct.error, ValueError, KeyError, zlib.error):
        return "the picture's data is no PNG picture, or a broken one"
    return ""


def head_of(data: bytes) -> Head:
    """What stands at a PNG's start; raises ValueError, among others, when it is none."""
    if not data.startswith(SIGNATURE):
        raise ValueError
    name, content = next(chunks(data))
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", content)
    if name != b"IHDR" or not width or not height or depth > 16:
        raise ValueError
    return Head(width, height, depth, colour, interlaced)


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG by their names, up to its end; each must be as its checksum says."""
    start, name = len(SIGNATURE), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, start)
        content = data[start + 8 : start + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, start + 8 + length)
        if checksum != zlib.crc32(name + content):
            raise ValueError
        yield name, content
        start += 12 + length


def check_lines(head: Head, data: bytes) -> None:
    """Raises ValueError or zlib.error unless a PNG holds as many lines as it says."""
    inflating, size = zlib.decompressobj(), 0
    for name, content in chunks(data):
        rest = content if name == b"IDAT" else b""
        while rest:
            size += len(inflating.decompress(rest, PIECE))
            if size > head.size:
                raise ValueError
            rest = inflating.unconsumed_tail
    if size + len(inflating.flush()) != head.size or not inflating.eof:
        raise ValueError
