"""Small PNG pictures, whole or wrong in one thing."""

import base64
import struct
import zlib

PREFIX = "data:image/png;base64,"


def chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def png(
    width: int = 1,
    height: int = 1,
    lines: bytes = b"\0\0",
    *,
    depth: int = 8,
    colour: int = 0,
    interlaced: int = 0,
) -> bytes:
    """A picture whose head says this and that holds these lines; one grey pixel by itself."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def address(data: bytes) -> str:
    """The `data:` address of a picture."""
    return PREFIX + base64.b64encode(data).decode()


def pixel(grey: int = 0) -> str:
    """The address of a picture of one pixel."""
    return address(png(lines=bytes([0, grey])))
