"""Lists of delegates that are refused, with the register left as it was."""

import datetime
import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

from list_making import HEADS, with_part_bytes, workbook_bytes
from refusal import Content, Refusal, endless, folder, made, pipe

ROW = ("Test Person New", "Director", "Test Alpha", "member")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><x>&c;</x>'
SAVE_AS = "save it as an Excel workbook (.xlsx)"


def of(content: Content, told: str, name: str = "list.xlsx") -> Refusal:
    arguments = ("import-participants", "test-talks/next", name)
    return Refusal(f"{name}{told}", {name: content}, arguments)


def of_csv(content: str | bytes, told: str) -> Refusal:
    return of(content, told, "list.csv")


def good(*rows: Sequence[object], heads: Sequence[object] = HEADS) -> bytes:
    return workbook_bytes(("People", [heads, *(rows or (ROW,))]))


def with_part(part: str, data: bytes) -> bytes:
    return with_part_bytes(good(), part, data)


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def lying() -> bytes:
    """A part is longer than the table of contents says."""
    data = with_part("xl/sharedStrings.xml", b"<sst>" + b" " * 900_000)
    return patched(data, data.rindex(b"xl/sharedStrings.xml") - 22, struct.pack("<I", 100))


def wrong_sum() -> bytes:
    data = good()
    return patched(data, data.rindex(SHEET.encode()) - 30, b"\0\0\0\0")


def encrypted_part() -> bytes:
    data = good()
    return patched(data, data.index(b"PK\x01\x02") + 8, b"\1")


def nested() -> bytes:
    """An archive of archives, each of zeros."""
    data = bytes(30 * 1024 * 1024)
    for level in range(3):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{level}.zip", data)
        data = made.getvalue()
    return data


def wide() -> bytes:
    cells = "".join(f"<c t='inlineStr'><is><t>{n}</t></is></c>" for n in range(20_000))
    return with_part(SHEET, sheet(f"<row>{cells}</row>"))


def deep() -> bytes:
    return with_part(SHEET, sheet("<row>" * 100_000))


def sheet(rows: str) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def many_parts() -> bytes:
    made = io.BytesIO(good())
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(1001):
            archive.writestr(f"x{number}", "")
    return made.getvalue()


FILES: Mapping[str, Refusal] = {
    "nothing": of("", ": the file is empty; nothing was taken from it"),
    "text": of("Name,Office\n", f": this is no XLSX workbook; {SAVE_AS}"),
    "a PDF": of(b"%PDF-1.7\n" + bytes(99), f": this is no XLSX workbook; {SAVE_AS}"),
    "an old workbook": of(OLE + bytes(600), ": this is an old workbook (.xls); save", "list.xls"),
    "an old workbook by another name": of(OLE + bytes(600), ": this is an old workbook (.xls)"),
    "encrypted": of(
        OLE + "EncryptedPackage".encode("utf-16-le"), ": the workbook is encrypted; save it without"
    ),
    "another kind of file": of("x", ": only .xlsx and .csv are read", "list.ods"),
    "a workbook with macros by its name": of("x", ": the workbook holds macros", "list.xlsm"),
    "17 MiB": of(b"PK" + bytes(17 * 1024 * 1024), ": the file is larger than 16 MiB"),
    "a folder": of(folder, ": this is no "),
    "a pipe": of(pipe, ": this is no "),
    "a device": of(endless, ": this is no "),
    "missing": Refusal(
        "list.xlsx: this file can't be read: No such file",
        {},
        ("import-participants", "test-talks/next", "list.xlsx"),
    ),
}
MADE: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "an encrypted part": (encrypted_part, ": the workbook is encrypted"),
    "cut short": (lambda: good()[:3000], ": the workbook is damaged (the archive can't be"),
    "a wrong sum": (wrong_sum, ": the workbook is damaged (the archive can't be unpacked)"),
    "a part that lies about its size": (lying, ": the workbook is damaged"),
    "a bomb": (
        lambda: with_part("xl/media/image1.bin", bytes(60 * 1024 * 1024)),
        ": its part xl/media/image1.bin unpacks to more than a list of delegates needs",
    ),
    "a sheet that is a bomb": (
        lambda: with_part(SHEET, sheet(" " * 60 * 1024 * 1024)),
        f": its part {SHEET} unpacks to more than",
    ),
    "an archive of archives": (nested, ": "),
    "1,001 parts": (many_parts, ": the workbook unpacks to more than"),
    "a DOCTYPE that laughs": (
        lambda: with_part(SHEET, LAUGHS.encode()),
        f": the part {SHEET} decl",
    ),
    "a DOCTYPE in UTF-16": (
        lambda: with_part(SHEET, LAUGHS.encode("utf-16")),
        f": the part {SHEET} declares a DOCTYPE",
    ),
    "a DOCTYPE that reads a file": (
        lambda: with_part(SHEET, b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
        f": the part {SHEET} declares a DOCTYPE",
    ),
    "macros": (lambda: with_part("xl/vbaProject.bin", b"x"), ": the workbook holds macros"),
    "broken XML": (lambda: with_part(SHEET, b"<x><y></x>"), ": the workbook is damaged (its part"),
    "rows within rows, 100,000 deep": (deep, ": the workbook is damaged"),
    "no sheet": (lambda: with_part("xl/workbook.xml", b"<x/>"), ": the workbook holds no sheet"),
    "20,000 columns": (wide, ":People!CW1: the list has more than 100 columns"),
    "a formula": (
        lambda: good(("=1+1", "Director")),
        ":People!A2: a formula stands here; replace it by its result",
    ),
    "a date for an office": (
        lambda: good(("Test Person New", datetime.date(9999, 12, 31))),
        ":People!B2: a date or time stands here, not text",
    ),
    "no heads": (
        lambda: good(heads=["x", "y"]),
        ":People: no head row is found; write heads such as",
    ),
    "no column of names": (
        lambda: good(("Director", "Alpha"), heads=["Office", "Delegation"]),
        ":People!A1: no column holds the names",
    ),
    "a role that there isn't": (
        lambda: good(("Test Person New", "Director", "Test Alpha", "haed")),
        ":People!D2: no role 'haed' (did you mean 'head'?)",
    ),
}
TEXTS: Mapping[str, Refusal] = {
    "csv: a NUL byte": of_csv("Name,Office\nTest\0One,x\n", ":2:1: the invisible character U+0000"),
    "csv: UTF-16": of_csv("Name,Office\nTest,x\n".encode("utf-16"), ":1:1: this is not UTF-8 text"),
    "csv: an old encoding": of_csv("Name\nTest Â\n".encode("cp1258"), ":2:6: this is not UTF-8"),
    "csv: a quote never closed": of_csv('Name,Office\n"Test,x\n', ":2:1: this is no CSV"),
    "csv: a cell of 200,000 letters": of_csv("Name\n" + "x" * 200_000, ":2:1: this is no CSV"),
    "csv: another delimiter": of_csv("Name|Office\nTest|x\n", ": no head row is found"),
    "csv: 100,000 rows": of_csv(
        "Name\n" + "x\n" * 100_000, ":20032:1: the list has more than 20,000 rows"
    ),
    "csv: a million commas": of_csv(
        "Name" + ",x" * 1_000_000 + "\n", ":1:1: the list has more than 100 columns"
    ),
    "csv: a formula": of_csv(
        "Name,Office\n=cmd|' /C calc'!A0,x\n", ":2:1: this text begins with '='"
    ),
    "csv: only a head": of_csv("Name,Office\n", ": no row stands below the head"),
}
CASES = {
    **{f"list: {name}": case for name, case in FILES.items()},
    **{f"list: {name}": of(made(make), told) for name, (make, told) in MADE.items()},
    **TEXTS,
}
