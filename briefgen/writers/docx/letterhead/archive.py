"""A letterhead's archive, checked before anything in it is unpacked in full or understood."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.parsers import expat

from briefgen.register.limits import MEBIBYTE
from briefgen.register.spreadsheets.archive import (
    ENCRYPTED_PACKAGE,
    OLD_FORMAT,
    XML_STARTS,
)
from briefgen.rendering.letterheads import LARGEST
from briefgen.writers.docx.letterhead.unfit import Unfit, damaged, shown

MAX_MEMBERS = 200
MAX_UNPACKED = 20 * MEBIBYTE
MAX_PART = 8 * MEBIBYTE
MAX_RATIO = 200
FIRST_BYTES = b"PK\x03\x04"
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BAD_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What unpacking raises at archives that are damaged or packed in ways that Word doesn't use."""
NO_DOCX = "this is no Word document; save the letterhead in Word as a Word document (.docx)"
OLD = "this is an old Word document (.doc); save it as a Word document (.docx)"
ENCRYPTED = "the letterhead is encrypted; save it without a password"
TOO_LARGE = "{} is larger than a letterhead needs; keep only header and footer, with small pictures"
DOCTYPE = "its part {} declares a DOCTYPE, which no Word document needs; save it anew in Word"

Members = Mapping[str, bytes]


def unpacked(data: bytes) -> Members:
    """The members of a letterhead's archive; raises Unfit when it is none, or not a safe one."""
    if data.startswith(OLD_FORMAT):
        encrypted = ENCRYPTED_PACKAGE in data
        raise Unfit("encrypted", ENCRYPTED) if encrypted else Unfit("no-docx", OLD)
    if not data.startswith(FIRST_BYTES):
        raise Unfit("no-docx", NO_DOCX)
    if len(data) > LARGEST:
        raise Unfit("too-large", TOO_LARGE.format("the file"))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            check_members(members)
            return {each.filename: checked(archive.read(each), each) for each in members}
    except BAD_ARCHIVE as error:
        raise damaged("its archive can't be unpacked") from error


def check_members(members: list[zipfile.ZipInfo]) -> None:
    """What the archive's own table of contents says."""
    if any(member.flag_bits & 1 for member in members):
        raise Unfit("encrypted", ENCRYPTED)
    if any(member.compress_type not in PACKINGS for member in members):
        raise damaged("it is packed in a way that Word doesn't use")
    if len(members) > MAX_MEMBERS or sum(each.file_size for each in members) > MAX_UNPACKED:
        raise Unfit("too-large", TOO_LARGE.format("the file"))
    for member in members:
        if is_excessive(member):
            raise Unfit("too-large", TOO_LARGE.format(f"its part {shown(member.filename)}"))
    if len({member.filename.casefold() for member in members}) < len(members):
        raise damaged("two of its parts have the same name")


def is_excessive(member: zipfile.ZipInfo) -> bool:
    """Whether a part is larger than any of a letterhead, or packed as nothing real is."""
    ratio = member.file_size / max(member.compress_size, 1)
    return member.file_size > MAX_PART or (member.file_size > MEBIBYTE and ratio > MAX_RATIO)


def checked(data: bytes, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes: of the size that was declared, and without DOCTYPE if it is XML."""
    name = shown(member.filename)
    if len(data) != member.file_size:
        raise damaged(f"its part {name} is not as long as it says")
    if data.lstrip().startswith(XML_STARTS):
        try:
            strict_parser(name).Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # no XML, or in no encoding
            raise damaged(f"its part {name} is no XML") from error
    return data


def strict_parser(name: str) -> expat.XMLParserType:
    def refuse(*_: object) -> None:
        raise Unfit("doctype", DOCTYPE.format(name))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser
