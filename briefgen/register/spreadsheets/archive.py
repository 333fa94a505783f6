"""A workbook's archive, checked before anything in it is unpacked in full or understood."""

import io
import zipfile
import zlib
from xml.parsers import expat

from briefgen.problems import Place, Problem, RegisterError
from briefgen.register.limits import MEBIBYTE

MAX_MEMBERS = 1000
MAX_UNPACKED = 128 * MEBIBYTE
MAX_PART = 16 * MEBIBYTE
MAX_RATIO = 400
CHUNK = 64 * 1024
OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"
XML_STARTS = (b"<", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\0<", b"<\0")
NO_XLSX = "this is no XLSX workbook; save it as an Excel workbook (.xlsx)"
ENCRYPTED = "the workbook is encrypted; save it without a password"
MACROS = "the workbook holds macros; save it as an Excel workbook without macros (.xlsx)"
BOMB = "{} unpacks to more than a list of delegates needs; save only the list as a new workbook"
DAMAGED = "the workbook is damaged ({}); open it and save it again as .xlsx"
DOCTYPE = "the part {} declares a DOCTYPE, which no spreadsheet needs; save the list anew as .xlsx"


def check_archive(data: bytes, name: str) -> None:
    """Raises RegisterError when a workbook is none, is unsafe, or is far too large."""
    if data.startswith(OLD_FORMAT):
        old = "this is an old workbook (.xls); save it as an Excel workbook (.xlsx)"
        raise refused(
            name,
            "encrypted" if ENCRYPTED_PACKAGE in data else "not-xlsx",
            ENCRYPTED if ENCRYPTED_PACKAGE in data else old,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_members(archive, name)
            for member in archive.infolist():
                check_part(archive, member, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        if not data.startswith(b"PK"):
            raise refused(name, "not-xlsx", NO_XLSX) from error
        raise refused(name, "damaged", DAMAGED.format("the archive can't be unpacked")) from error
    except (NotImplementedError, RuntimeError) as error:  # an unknown packing, or a password
        raise refused(name, "not-xlsx", NO_XLSX) from error


def check_members(archive: zipfile.ZipFile, name: str) -> None:
    """What the archive's own table of contents says."""
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise refused(name, "encrypted", ENCRYPTED)
    if len(members) > MAX_MEMBERS or sum(each.file_size for each in members) > MAX_UNPACKED:
        raise refused(name, "too-large", BOMB.format("the workbook"))
    for member in members:
        if is_excessive(member):
            raise refused(name, "too-large", BOMB.format(f"its part {shown(member)}"))
    names = {member.filename.casefold() for member in members}
    if any(each.rpartition("/")[2] == "vbaproject.bin" for each in names):
        raise refused(name, "macros", MACROS)
    if CONTENT_TYPES.casefold() not in names:
        raise refused(name, "not-xlsx", NO_XLSX)


def is_excessive(member: zipfile.ZipInfo) -> bool:
    """Whether a part is larger than parts of its kind are, or packed as nothing real is."""
    is_sheet = member.filename.startswith("xl/worksheets/")
    ratio = member.file_size / max(member.compress_size, 1)
    packed = member.file_size > MEBIBYTE and ratio > MAX_RATIO
    return packed or (not is_sheet and member.file_size > MAX_PART)


def check_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    """Reads a part once in pieces: XML without DOCTYPE, of the size that was declared."""
    with archive.open(member) as file:
        start = file.read(CHUNK)
        if not start.lstrip().startswith(XML_STARTS):
            return
        parser = strict_parser(name, member)
        read, chunk = 0, start
        while chunk:
            read += len(chunk)
            if read > MAX_UNPACKED:
                raise refused(name, "too-large", BOMB.format(f"its part {shown(member)}"))
            if member.filename == CONTENT_TYPES and b"macroenabled" in chunk.lower():
                raise refused(name, "macros", MACROS)
            feed(parser, chunk, name, member)
            chunk = file.read(CHUNK)
        feed(parser, b"", name, member)


def strict_parser(name: str, member: zipfile.ZipInfo) -> expat.XMLParserType:
    def refuse(*_: object) -> None:
        raise refused(name, "doctype", DOCTYPE.format(shown(member)))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def feed(parser: expat.XMLParserType, data: bytes, name: str, member: zipfile.ZipInfo) -> None:
    try:
        parser.Parse(data, not data)
    except (expat.ExpatError, LookupError, ValueError) as error:  # no XML, or in no encoding
        raise refused(name, "damaged", DAMAGED.format(f"its part {shown(member)}")) from error


def shown(member: zipfile.ZipInfo) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in member.filename[:80])


def refused(name: str, code: str, message: str) -> RegisterError:
    return RegisterError([Problem(Place(name), code, message)])
